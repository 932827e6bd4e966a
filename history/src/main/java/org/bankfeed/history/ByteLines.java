package org.bankfeed.history;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines that stay in its buffer, so that nothing is copied or decoded that is not asked for. Never
 * waits for more than the line that was asked for.
 */
final class ByteLines implements Closeable {

    private static final int WHOLE = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[WHOLE];
    private int filled;
    private int start;
    private int end;
    private int next;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end of the stream. */
    boolean advance() throws IOException {
        start = next;
        int feed = feed(start);
        while (feed == filled) {
            int seen = filled - start;
            if (!fill()) {
                end = filled;
                next = filled;
                return end > start;
            }
            feed = feed(start + seen);
        }
        end = feed;
        next = feed + 1;
        return true;
    }

    private int feed(int from) {
        int i = from;
        while (i < filled && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Reads on; what was begun moves to the front of the buffer. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        } else if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read >= 0;
    }

    /** The bytes that hold the line, from {@link #start()} to before {@link #end()}, until it advances. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Leaves out so many bytes at the beginning of the line. */
    void skip(int bytes) {
        start += bytes;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] < 0 || buffer[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
