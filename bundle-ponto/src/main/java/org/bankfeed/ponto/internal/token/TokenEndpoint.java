package org.bankfeed.ponto.internal.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.access.Access;
import org.bankfeed.ponto.internal.http.AccessToken;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.http.Transport;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.Problem;
import org.bankfeed.store.Secret;
import org.jspecify.annotations.Nullable;

/** {@code oauth2/token} and {@code oauth2/revoke}. Keeps nothing. */
public final class TokenEndpoint {

    /** A token with less than this left is not used any more. */
    private static final long MARGIN_SECONDS = 60;

    private static final long LIFETIME_IF_NOT_TOLD = 300;

    private final Transport transport;
    private final Errors errors;
    private final HttpUrl token;
    private final HttpUrl revoke;
    private final String clientId;
    private final LongSupplier nanoTime;

    public TokenEndpoint(Access access, Transport transport, Errors errors, LongSupplier nanoTime) {
        this.transport = transport;
        this.errors = errors;
        this.token = access.api().newBuilder().addPathSegments("oauth2/token").build();
        this.revoke = access.api().newBuilder().addPathSegments("oauth2/revoke").build();
        this.clientId = access.clientId();
        this.nanoTime = nanoTime;
    }

    public Grant exchange(String code, AuthorizationRequest request, Secret verifier)
            throws BankFeedException, InvalidGrant {
        return ask(new FormBody.Builder()
                .add("grant_type", "authorization_code")
                .add("code", code)
                .add("redirect_uri", request.redirectUri().toString())
                .add("code_verifier", verifier.reveal())
                .add("client_id", clientId)
                .build());
    }

    Grant refresh(Secret refresh) throws BankFeedException, InvalidGrant {
        return ask(new FormBody.Builder()
                .add("grant_type", "refresh_token")
                .add("refresh_token", refresh.reveal())
                .add("client_id", clientId)
                .build());
    }

    Grant byCredentials() throws BankFeedException, InvalidGrant {
        return ask(
                new FormBody.Builder().add("grant_type", "client_credentials").build());
    }

    /**
     * Ends the link; one that has ended already, or is not known any more, is no error.
     *
     * @return whether Ponto took the token
     */
    public boolean revoke(Secret refresh) throws BankFeedException {
        Answer answer = transport.form(
                revoke,
                new FormBody.Builder()
                        .add("token", refresh.reveal())
                        .add("client_id", clientId)
                        .build());
        Problem problem = Problem.of(answer);
        boolean dead = problem.isCode("invalid_grant", "invalid_token", "invalidAccessToken", "resourceNotFound");
        if (!answer.isSuccess() && !dead) {
            throw errors.of(answer, "ending the link");
        }
        return answer.isSuccess();
    }

    private Grant ask(FormBody form) throws BankFeedException, InvalidGrant {
        String doing = "asking for an access token";
        Answer answer = transport.form(token, form);
        if (answer.isSuccess()) {
            return read(answer, doing);
        }
        Problem problem = Problem.of(answer);
        if (errors.codes().isDeadGrant(problem)) {
            throw new InvalidGrant(problem.requestId());
        }
        if (answer.status() == 401) {
            throw new BankFeedException.Misconfigured(
                    "Ponto refuses our client (HTTP 401); check client.id and client.secret.file",
                    problem.requestId(),
                    null);
        }
        throw errors.of(answer, doing);
    }

    private Grant read(Answer answer, String doing) throws BankFeedException {
        PontoToken told;
        try {
            told = Json.MAPPER.readValue(answer.body(), PontoToken.class);
        } catch (JsonProcessingException e) {
            throw errors.unreadable(answer, doing, "it is not the JSON of a token"); // nothing of the body in the cause
        }
        String access = told == null ? null : Json.given(told.access_token());
        if (access == null) {
            throw errors.unreadable(answer, doing, "access_token is missing");
        }
        String refresh = Json.given(told.refresh_token());
        return new Grant(
                new AccessToken(new Secret(access), staleAt(told.expires_in())),
                refresh == null ? null : new Secret(refresh));
    }

    private long staleAt(@Nullable Long expiresIn) {
        long lifetime = expiresIn == null ? LIFETIME_IF_NOT_TOLD : Math.min(Math.max(expiresIn, 0), 86_400);
        long used = lifetime - Math.min(MARGIN_SECONDS, lifetime / 2);
        return nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(used);
    }

    /** The shape of a token; never logged. */
    private record PontoToken(
            @Nullable String access_token,
            @Nullable Long expires_in,
            @Nullable String refresh_token) {

        @Override
        public String toString() {
            return "PontoToken[…]";
        }
    }
}
