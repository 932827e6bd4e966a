package org.bankfeed.benchmarks.simulate;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is logged in a year, by all threads that were begun in it: standard error goes there while it lasts. It is searched
 * for what must never be logged.
 */
final class Logs implements AutoCloseable {

    /** Every token and code of the simulator is twice so many letters, with a full stop between. */
    private static final int LETTERS = 43;

    private static final int CONTEXT = 80;
    private static final PrintStream REAL = System.err;
    private static final InheritableThreadLocal<@Nullable Logs> OF_YEAR = new InheritableThreadLocal<>();

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Logs() {}

    /** Lets standard error go to the year of its thread, from now on. */
    static void capture() {
        System.setErr(new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int octet) {
                        write(new byte[] {(byte) octet}, 0, 1);
                    }

                    @Override
                    public void write(byte[] octets, int from, int length) {
                        Logs year = OF_YEAR.get();
                        if (year == null) {
                            REAL.write(octets, from, length);
                        } else {
                            synchronized (year.said) {
                                year.said.write(octets, from, length);
                            }
                        }
                    }
                },
                true,
                StandardCharsets.UTF_8));
    }

    static Logs begin() {
        Logs logs = new Logs();
        logs.take();
        return logs;
    }

    /** That of the thread that calls. */
    static Logs ofYear() {
        return Objects.requireNonNull(OF_YEAR.get(), "no year has begun");
    }

    /** What the thread that calls logs from now on is of this year: for threads that others begin. */
    void take() {
        OF_YEAR.set(this);
    }

    static PrintStream real() {
        return REAL;
    }

    String text() {
        synchronized (said) {
            return said.toString(StandardCharsets.UTF_8);
        }
    }

    /** A sentence for each thing found that must not be there. */
    List<String> faults(List<String> planted) {
        String text = text();
        List<String> faults = new ArrayList<>();
        for (String secret : planted) {
            int at = text.indexOf(secret);
            if (at >= 0) {
                faults.add("a log holds an account's number or a secret: " + before(text, at));
            }
        }
        int token = token(text);
        if (token >= 0) {
            faults.add("a log holds a token or code: " + before(text, token));
        }
        return faults;
    }

    /** Where a token begins, or -1: looked for at its full stop, because a year's log is long and has few. */
    private static int token(String text) {
        for (int stop = text.indexOf('.'); stop >= 0; stop = text.indexOf('.', stop + 1)) {
            if (letters(text, stop - LETTERS) && letters(text, stop + 1)) {
                return stop - LETTERS;
            }
        }
        return -1;
    }

    private static boolean letters(String text, int from) {
        return from >= 0
                && from + LETTERS <= text.length()
                && text.substring(from, from + LETTERS).chars().allMatch(Logs::isOfToken);
    }

    private static boolean isOfToken(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static String before(String text, int at) {
        return text.substring(Math.max(0, at - CONTEXT), at).replace('\n', ' ') + "[...]";
    }

    @Override
    public void close() {
        OF_YEAR.remove();
    }
}
