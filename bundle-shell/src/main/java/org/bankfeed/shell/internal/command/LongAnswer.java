package org.bankfeed.shell.internal.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;

/**
 * Counts what a command prints, so that it can stay until a long answer has arrived.
 *
 * <p>Karaf ends an SSH connection as soon as its command returns, and its own {@code bin/client} then drops what it has not
 * read: of 750 KB two answers in three were cut, with exit status 0. A script must get all of a document or an error.
 */
final class LongAnswer {

    /** One packet of SSH arrives with the command's end. */
    private static final int ARRIVES_AT_ONCE = 32 * 1024;

    private static final int BYTES_A_MILLISECOND = 640;
    private static final long LONGEST_MILLIS = 5_000;

    private final Counter counter;
    private final PrintStream stream;

    LongAnswer(PrintStream out) {
        this.counter = new Counter(out);
        this.stream = new PrintStream(counter, false, Charset.defaultCharset());
    }

    /** Where the command prints. */
    PrintStream stream() {
        return stream;
    }

    /** How long the other side needs to read what was printed, generously. */
    Duration toArrive() {
        stream.flush();
        return counter.bytes <= ARRIVES_AT_ONCE
                ? Duration.ZERO
                : Duration.ofMillis(Math.min(LONGEST_MILLIS, 100 + counter.bytes / BYTES_A_MILLISECOND));
    }

    private static final class Counter extends FilterOutputStream {

        private long bytes;

        Counter(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            bytes++;
            out.write(b);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            bytes += len;
            out.write(b, off, len);
        }
    }
}
