package org.bankfeed.ponto.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedHealth;
import org.bankfeed.ponto.internal.access.Access;
import org.bankfeed.ponto.internal.access.Certificates;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.http.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what a configuration makes possible, and makes it anew when one of its files changes: a new certificate needs no
 * restart. A configuration that does not hold says so on each call, and once in the log; but while files are being
 * exchanged, what was good before stays in use.
 */
final class Configured implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Configured.class);

    private final Settings settings;
    private final String userAgent;
    private final Time time;
    private Instant reviewAt = Instant.MIN;
    private List<String> stamps = List.of();
    private @Nullable Ponto current;
    private @Nullable Access usedAccess;
    private @Nullable String complained;
    private boolean closed;
    private final ExpiryLog expiry = new ExpiryLog();

    Configured(Settings settings, String userAgent, Time time) {
        this.settings = settings;
        this.userAgent = userAgent;
        this.time = time;
    }

    /** @throws BankFeedException.Misconfigured with one sentence that names key and file */
    synchronized Ponto ponto() throws BankFeedException {
        if (closed) {
            throw new BankFeedException.Unavailable(
                    "Feed '" + settings.feed() + "' is being stopped or configured anew",
                    Errors.USUAL_WAIT,
                    null,
                    null);
        }
        List<String> now = stampsNow();
        Ponto usable = current;
        expiry.tell(settings.feed(), Certificates.of(usedAccess), time.now());
        if (usable != null && now.equals(stamps) && time.now().isBefore(reviewAt)) {
            return usable;
        }
        try {
            Access access = Access.read(settings, time.now());
            Ponto made = new Ponto(access, settings.product(), userAgent, time);
            access.identities().faults().forEach(this::complainOnce);
            // The one before may still be answering; its connections end by themselves.
            current = made;
            usedAccess = access;
            stamps = now;
            reviewAt = access.reviewAt();
            if (access.identities().faults().isEmpty()) {
                complained = null;
            }
            return made;
        } catch (ConfigurationFault e) {
            complainOnce(String.valueOf(e.getMessage()));
            if (usable != null) {
                return usable;
            }
            throw new BankFeedException.Misconfigured(
                    "Feed '%s' is not usable: %s".formatted(settings.feed(), e.getMessage()), null, e);
        }
    }

    /** What an operator should know; asks nobody but the files. */
    synchronized FeedHealth health() {
        try {
            ponto();
        } catch (BankFeedException.Misconfigured e) {
            return new FeedHealth(String.valueOf(e.getMessage()), List.of());
        } catch (BankFeedException e) {
            LOG.debug("Feed '{}' is being stopped", settings.feed());
        }
        String fault = complained == null
                ? null
                : "The configuration of feed '%s' does not hold: %s".formatted(settings.feed(), complained);
        return new FeedHealth(fault, Certificates.of(usedAccess));
    }

    /** Says at once what is wrong, if something is. */
    void prove() {
        try {
            ponto();
        } catch (BankFeedException e) {
            LOG.debug("Feed '{}' waits for its configuration to be mended", settings.feed());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.close();
        }
    }

    private void complainOnce(String sentence) {
        if (!sentence.equals(complained)) {
            complained = sentence;
            LOG.error("The configuration of feed '{}' does not hold: {}", settings.feed(), sentence);
        }
    }

    private List<String> stampsNow() {
        Stream<Path> named = settings.files().flatMap(Configured::path);
        String client = settings.clientJson();
        Stream<Path> beside = client == null
                ? Stream.of()
                : path(client).flatMap(file -> Stream.of(
                                "ca.pem", "client.pem", "client-key.pem", "signature.pem", "signature-key.pem")
                        .map(file::resolveSibling));
        return Stream.concat(named, beside).map(Configured::stamp).toList();
    }

    private static Stream<Path> path(String name) {
        try {
            return Stream.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Stream.of(); // told when it is read
        }
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "none";
        }
    }
}
