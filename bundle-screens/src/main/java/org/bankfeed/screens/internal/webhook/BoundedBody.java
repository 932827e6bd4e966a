package org.bankfeed.screens.internal.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** Reads what was sent, byte by byte as it came, but never more than a bound, and not for ever. */
final class BoundedBody {

    private static final int AT_ONCE = 8_192;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int most;

    BoundedBody(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    /**
     * The whole body.
     *
     * @return empty if it is larger than the bound, or says that it will be; then nothing more is read
     * @throws IOException if the sender goes away, or dawdles
     */
    Optional<byte[]> of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > most) {
            return Optional.empty();
        }
        InputStream in = request.getInputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[AT_ONCE];
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            body.write(part, 0, read);
            if (body.size() > most) {
                return Optional.empty();
            }
            if (System.nanoTime() - end > 0) {
                throw new IOException("the sender took longer than " + PATIENCE.toSeconds() + " s");
            }
        }
        return Optional.of(body.toByteArray());
    }
}
