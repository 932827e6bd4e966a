package org.bankfeed.benchmarks.speed;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Verdict;
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

/** A decision among more and more open invoices, and the words of the same texts looked up in a {@code HashMap}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms3g", "-Xmx3g", "-XX:+UseSerialGC"})
public class Growth {

    private static final int LINES = 4096;

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
        return company.book.decide(line());
    }

    /** The least that any matcher does. */
    @Benchmark
    public int words() {
        int found = 0;
        for (String word : line().text().toUpperCase(Locale.ROOT).split("[^A-Z0-9]+")) {
            found += company.plain.containsKey(word) ? 1 : 0;
        }
        return found;
    }
}
