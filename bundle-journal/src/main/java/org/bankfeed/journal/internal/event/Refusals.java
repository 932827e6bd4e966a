package org.bankfeed.journal.internal.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.Refusal.Kind;
import org.bankfeed.journal.internal.notice.Sentences;
import org.bankfeed.journal.internal.table.RefusalTable;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was refused. The whole world may knock at the webhook door: what is refused there is written once a second
 * at most and counted in memory meanwhile, so a flood of it costs no more than a trickle. A kill may lose the count of
 * its last second.
 */
public final class Refusals {

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

    private final Stage stage;
    private final Clock clock;
    private long unwritten;
    private @Nullable Sentence last;
    private Instant lastAt = Instant.EPOCH;
    private @Nullable Long wroteAt;

    public Refusals(Stage stage, Clock clock) {
        this.stage = stage;
        this.clock = clock;
    }

    /** A webhook was refused. */
    public void webhook(Sentence sentence) {
        if (isToBeWritten(sentence)) {
            write();
        }
    }

    private synchronized boolean isToBeWritten(Sentence sentence) {
        unwritten++;
        last = sentence;
        lastAt = clock.instant();
        long now = System.nanoTime();
        boolean due = wroteAt == null || now - wroteAt >= BETWEEN_WRITES.toNanos();
        if (due) {
            wroteAt = now;
        }
        return due;
    }

    /** Writes what was only counted so far. */
    public void write() {
        record Counted(long times, @Nullable Sentence last, Instant at) {}
        Counted counted;
        synchronized (this) {
            counted = new Counted(unwritten, last, lastAt);
            unwritten = 0;
        }
        Sentence sentence = counted.last();
        if (counted.times() == 0 || sentence == null) {
            return;
        }
        boolean written = false;
        try {
            Transactions.run(
                    stage,
                    unit -> RefusalTable.count(
                            unit, RefusalTable.NOBODY, Kind.WEBHOOK, counted.times(), sentence, counted.at()));
            written = true;
        } finally {
            if (!written) {
                synchronized (this) {
                    unwritten += counted.times();
                }
            }
        }
    }

    /** Something of a company's own was refused. */
    public void count(CompanyId company, Kind kind, Sentence sentence) {
        Transactions.run(stage, unit -> count(unit, company, kind, 1, sentence, clock.instant()));
    }

    public static void count(
            UnitOfWork unit, CompanyId company, Kind kind, long times, Sentence sentence, Instant now) {
        RefusalTable.count(unit, company.value(), kind, times, sentence, now);
    }

    /** Counts what the provider refused of ours, or we of its answers; one that is down or refuses the link is neither. */
    public static void count(Stage stage, CompanyId company, BankFeedException failure, Instant now) {
        kind(failure)
                .ifPresent(kind -> Transactions.run(
                        stage, unit -> count(unit, company, kind, 1, Sentence.quoted(Sentences.of(failure)), now)));
    }

    private static Optional<Kind> kind(BankFeedException failure) {
        boolean turnedAway = failure instanceof BankFeedException.Unavailable closed && closed.turnedAway();
        if (failure instanceof BankFeedException.Misconfigured || turnedAway) {
            return Optional.of(Kind.CREDENTIALS);
        }
        if (failure instanceof BankFeedException.AuthorizationRefused) {
            return Optional.of(Kind.CODE);
        }
        return failure instanceof BankFeedException.Refused ? Optional.of(Kind.ANSWER) : Optional.empty();
    }

    public List<Refusal> of(CompanyId company) {
        write();
        return stage.inTransaction(unit -> RefusalTable.of(unit, company));
    }
}
