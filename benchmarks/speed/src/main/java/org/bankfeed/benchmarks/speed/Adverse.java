package org.bankfeed.benchmarks.speed;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
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

/** What somebody would send who wants the matching to take long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-XX:+UseSerialGC"})
public class Adverse {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String ACCOUNT = "BE68539007547034";

    /** The cases. */
    public enum Case {
        /** 140 digits that hold many numbers, of one party with 10,000 open invoices. */
        DIGITS,
        /** 300 invoices of one customer and one amount, a payment of twice as much without a word. */
        EQUAL,
        /** 10,000 open invoices of one party, a payment of no sum without a word. */
        MANY,
        /** 10,000 open invoices of one party, fourteen of them named. */
        NAMED,
        /** 10,000 open documents of one party, every other one a credit note; one is named and a sum paid that many sets make. */
        CREDITS,
        /** 10,000 open invoices of one party, each paid in part three times, and a text of 10,000 signs that counts parts. */
        PARTS,
        /** 20,000 parties of the same words in their names, the payer one that nobody knows. */
        NAMES
    }

    @Param
    public Case kind = Case.DIGITS;

    private final Book book = new Book();
    private Line line = Company.line("T", 0, "", "", "", false);

    /** Makes book and line. */
    @Setup
    public void open() {
        int count = kind == Case.EQUAL ? 300 : kind == Case.NAMES ? 20_000 : 10_000;
        for (int i = 0; i < count; i++) {
            String party = kind == Case.NAMES ? "P" + i : "P1";
            String name = kind == Case.NAMES ? "Van den Broeck " + (i % 60) + " Peeters" : "Alba";
            List<String> accounts = kind == Case.NAMES ? List.of() : List.of(ACCOUNT);
            long amount = kind == Case.EQUAL ? 10_000 : kind == Case.NAMES ? 4990 : 100 + i % 300;
            boolean credit = kind == Case.CREDITS && i % 2 == 1;
            put("S" + i, "2026-" + i, credit, new Document.Party(party, name, accounts), amount);
        }
        for (int i = 0; kind == Case.PARTS && i < 3 * count; i++) {
            Line part = Company.line("Q" + i, 10, "Alba", ACCOUNT, "", false);
            book.record(part, List.of(Share.of("S" + i / 3, 10)), true);
        }
        line = switch (kind) {
            case DIGITS -> Company.line("T", 77_777, "Alba", ACCOUNT, "1234567890".repeat(14), false);
            case EQUAL -> Company.line("T", 20_000, "Alba", ACCOUNT, "", false);
            case MANY -> Company.line("T", 77_777, "Alba", ACCOUNT, "", false);
            case NAMED -> Company.line("T", 3_333, "Alba", ACCOUNT, named(), false);
            case CREDITS -> Company.line("T", 500, "Alba", ACCOUNT, "2026-4000", false);
            case PARTS -> Company.line("T", 10, "Alba", ACCOUNT, "acompte 4/6 du ".repeat(666), false);
            case NAMES -> Company.line("T", 4990, "Broeck-Peeters 7", "DE02120300000000202051", "merci", false);
        };
    }

    private static String named() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            text.append(1000 + i * 37).append(' ');
        }
        return text.toString();
    }

    private void put(String id, String number, boolean credit, Document.Party party, long amount) {
        book.put(new Document(
                id, true, credit, number, null, party, "EUR", amount, DAY.minusDays(30), DAY, 0, null, List.of()));
    }

    /** What the core does. */
    @Benchmark
    public Verdict decide() {
        return Decider.decide(book, line);
    }
}
