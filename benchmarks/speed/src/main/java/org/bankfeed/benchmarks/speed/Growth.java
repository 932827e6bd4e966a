package org.bankfeed.benchmarks.speed;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.judge.Decider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A decision among more and more open invoices, and the words of the same texts looked up in a {@code HashMap}.
 *
 * <p>The baseline makes a string of every word, in capitals, and looks it up in a map that holds the number and the
 * reference of each open invoice as a text has them: two keys an invoice, so that the map grows as the book does. Both read
 * the same lines in the same order, so many that they and what they name do not stay in the processor's caches, and hand
 * what they found to a black hole.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseSerialGC"})
public class Growth {

    /** A power of two. */
    private static final int LINES = 1 << 16;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z0-9-]+");

    @Param({"1000", "10000", "100000", "1000000"})
    public int items;

    private Company company = new Company(0, 0);
    private int next;

    /** Makes the company. */
    @Setup
    public void open() {
        company = new Company(items, LINES);
    }

    private Line line() {
        next = next + 1 & LINES - 1;
        return company.lines.get(next);
    }

    /** What the core does. */
    @Benchmark
    public Verdict decide() {
        return Decider.decide(company.book, line());
    }

    /** The least that any matcher does. */
    @Benchmark
    public void words(Blackhole found) {
        for (String word : BETWEEN_WORDS.split(line().text().toUpperCase(Locale.ROOT))) {
            found.consume(company.plain.get(word));
        }
    }
}
