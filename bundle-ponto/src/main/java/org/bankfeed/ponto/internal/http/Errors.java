package org.bankfeed.ponto.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.access.ErrorCodes;
import org.bankfeed.ponto.internal.token.TokenEndpoint;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Problem;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong into the kind of error that says who acts next. */
public final class Errors {

    public static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    private final String feed;
    private final Duration longestTold;
    private final ErrorCodes codes;

    /** @param longestTold a longer {@code Retry-After} is not believed */
    public Errors(String feed, Duration longestTold, ErrorCodes codes) {
        this.feed = feed;
        this.longestTold = longestTold;
        this.codes = codes;
    }

    public ErrorCodes codes() {
        return codes;
    }

    /**
     * The one place where a status becomes an exception.
     *
     * <table>
     * <caption>Errors of Ponto; the codes are those of {@link ErrorCodes} by default</caption>
     * <tr><th>status</th><th>code or resource</th><th>exception</th></tr>
     * <tr><td>any 4xx</td><td>{@code invalid_grant}, {@code authorizationCodeInvalid}</td><td>ReconnectRequired (while
     *     completing a link: AuthorizationRefused, see {@link TokenEndpoint})</td></tr>
     * <tr><td>any 4xx</td><td>{@code invalid_client}, {@code unauthorized_client}, {@code clientIdInvalid},
     *     {@code invalid_scope}, {@code unsupported_grant_type}</td><td>Misconfigured</td></tr>
     * <tr><td>400, 401, 403</td><td>a code that tells of a missing or wrong HTTP signature</td>
     *     <td>Misconfigured</td></tr>
     * <tr><td>403</td><td>a code that tells of a blocked organization</td><td>Blocked</td></tr>
     * <tr><td>401, 403</td><td>any other; a 401 was answered with a new access token before</td>
     *     <td>ReconnectRequired</td></tr>
     * <tr><td>404, 410</td><td>resource {@code account}</td><td>AccountNotShared</td></tr>
     * <tr><td>404, 410</td><td>resource {@code integration} or {@code organization}</td>
     *     <td>ReconnectRequired</td></tr>
     * <tr><td>408, 425, 429, 5xx</td><td>any</td><td>Unavailable, with {@code Retry-After} (seconds or date), else one
     *     minute</td></tr>
     * <tr><td>all else, redirects among it</td><td>any</td><td>Refused</td></tr>
     * </table>
     *
     * @param doing what was asked, such as "reading the accounts"
     */
    public BankFeedException of(Answer answer, String doing) {
        Problem problem = Problem.of(answer);
        int status = problem.status();
        String what = "Ponto answered %d%s while feed '%s' was %s"
                .formatted(status, problem.code() == null ? "" : " (" + problem.code() + ")", feed, doing);
        String id = problem.requestId();
        if (isPassing(status)) {
            Patience.Told told = told(answer);
            return new BankFeedException.Unavailable(
                    what + "; it will be asked again later", told == null ? USUAL_WAIT : told.time(), id, told);
        }
        if (codes.isClient(problem)) {
            return new BankFeedException.Misconfigured(
                    what + "; check client.id, client.secret.file and scope", id, null);
        }
        if (codes.isSignature(problem)) {
            return new BankFeedException.Misconfigured(
                    what + "; Ponto wants it signed: set signature.certificate.file and signature.private.key.file, or"
                            + " correct them and signature.key.id",
                    id,
                    null);
        }
        if (codes.isBlocked(problem)) {
            return new BankFeedException.Blocked(
                    what + "; the organization is blocked at Ponto: its user finds out why in Ponto's dashboard", id);
        }
        if (isLink(problem)) {
            return new BankFeedException.ReconnectRequired(what + "; connect to Ponto again", id, null);
        }
        if (isMissing(status) && problem.isAbout("account")) {
            return new BankFeedException.AccountNotShared(what + "; share the account again at Ponto", id);
        }
        return new BankFeedException.Refused(what, id, null);
    }

    /** An answer that cannot be understood. */
    public BankFeedException.Refused unreadable(Answer answer, String doing, String why) {
        return new BankFeedException.Refused(
                "Ponto's answer to feed '%s' %s cannot be understood: %s".formatted(feed, doing, why),
                answer.requestId(),
                null);
    }

    /** A list whose pages lead back to pages that were read. */
    public BankFeedException.Refused endless(Answer answer, String doing) {
        return unreadable(answer, doing, "its pages go round in circles and have no end");
    }

    /** No answer came: the certificate is an operator's matter, the network time's. */
    BankFeedException of(IOException cause, String host) {
        if (isCertificate(cause)) {
            return new BankFeedException.Misconfigured(
                    ("Feed '%s' and %s do not accept each other's TLS certificate (%s); check certificate.file,"
                                    + " private.key.file and ca.file")
                            .formatted(feed, host, cause.getMessage()),
                    null,
                    cause);
        }
        String why = "Feed '%s' got no answer: %s; it will be tried again".formatted(feed, whyNone(cause, host));
        return cause instanceof CertificateProbe.TurnedAway
                ? BankFeedException.Unavailable.turnedAway(why, USUAL_WAIT, cause)
                : new BankFeedException.Unavailable(why, USUAL_WAIT, null, cause);
    }

    private static String whyNone(IOException cause, String host) {
        if (cause instanceof CertificateProbe.TurnedAway) {
            return host + " closes the door without a word as soon as it should have seen our certificate (if that"
                    + " lasts, certificate.file is probably not the one that Ponto gave for this application)";
        }
        if (cause instanceof UnknownHostException) {
            return "this machine does not find the address of " + host;
        }
        if (cause instanceof InterruptedIOException) { // the call's or the socket's time is over
            return host + " took too long";
        }
        if (cause instanceof ConnectException) {
            return "nobody opens at " + host;
        }
        return host + " broke off (" + cause.getClass().getSimpleName() + ")";
    }

    /** Whether the same request may well succeed later. */
    public static boolean isPassing(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    private boolean isLink(Problem problem) {
        return codes.isDeadGrant(problem)
                || problem.status() == 401
                || problem.status() == 403
                || (isMissing(problem.status()) && (problem.isAbout("integration") || problem.isAbout("organization")));
    }

    private static boolean isMissing(int status) {
        return status == 404 || status == 410;
    }

    private static boolean isCertificate(IOException cause) {
        if (cause instanceof SSLPeerUnverifiedException) {
            return true;
        }
        if (cause instanceof SSLHandshakeException) {
            return !(cause.getCause() instanceof EOFException); // the line broke, nobody judged
        }
        // With TLS 1.3 a server that wants another certificate says so only after the handshake.
        String message = cause.getMessage();
        return cause instanceof SSLException
                && message != null
                && (message.contains("certificate") || message.contains("unknown_ca"));
    }

    private Patience.@Nullable Told told(Answer answer) {
        Duration wait = answer.retryAfter();
        if (wait == null) {
            return null;
        }
        return new Patience.Told(wait.compareTo(longestTold) > 0 ? longestTold : wait);
    }
}
