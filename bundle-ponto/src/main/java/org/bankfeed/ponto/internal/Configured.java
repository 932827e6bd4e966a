package org.bankfeed.ponto.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bankfeed.feed.BankFeedException;
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
    private List<String> stamps = List.of();
    private @Nullable Ponto current;
    private @Nullable String complained;
    private boolean closed;

    Configured(Settings settings, String userAgent) {
        this.settings = settings;
        this.userAgent = userAgent;
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
        if (usable != null && now.equals(stamps)) {
            return usable;
        }
        try {
            Ponto made = new Ponto(Access.read(settings), settings.product(), userAgent, System::nanoTime);
            // The one before may still be answering; its connections end by themselves.
            current = made;
            stamps = now;
            complained = null;
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
            LOG.error("Feed '{}' is not usable: {}", settings.feed(), sentence);
        }
    }

    private List<String> stampsNow() {
        Stream<Path> named = Stream.of(
                        settings.clientJson(),
                        settings.clientSecretFile(),
                        settings.certificateFile(),
                        settings.privateKeyFile(),
                        settings.passphraseFile(),
                        settings.caFile())
                .filter(Objects::nonNull)
                .map(Path::of);
        String client = settings.clientJson();
        Stream<Path> beside = client == null
                ? Stream.of()
                : Stream.of("ca.pem", "client.pem", "client-key.pem").map(Path.of(client)::resolveSibling);
        return Stream.concat(named, beside).map(Configured::stamp).toList();
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "none";
        }
    }
}
