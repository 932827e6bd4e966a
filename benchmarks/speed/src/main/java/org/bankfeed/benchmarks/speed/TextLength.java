package org.bankfeed.benchmarks.speed;

import java.util.concurrent.TimeUnit;
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

/** A decision on longer and longer texts, among 10,000 open invoices. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-XX:+UseSerialGC"})
public class TextLength {

    @Param({"35", "70", "140", "280", "560", "1120"})
    public int signs;

    private Company company = new Company(0, 0);
    private Line line = Company.line("T", 0, "", "", "", false);

    /** Makes company and line. */
    @Setup
    public void open() {
        company = new Company(10_000, 0);
        String words = "betaling voor 12 stuks van order A-9371 volgens afspraak, ".repeat(20);
        String text = Company.number(77) + " " + words;
        line = Company.line(
                "T", Company.amount(77), Company.name(7), Company.account(7), text.substring(0, signs), false);
    }

    /** What the core does. */
    @Benchmark
    public Verdict decide() {
        return Decider.decide(company.book, line);
    }
}
