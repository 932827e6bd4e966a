package org.bankfeed.screens.internal.view;

import java.time.LocalDate;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.Decision;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * How a bank line stands, in a word or two.
 *
 * @param tone {@code good}, {@code warn}, {@code bad}, {@code calm}, or empty
 * @param said the words
 * @param why more of it, in one sentence, or {@code null}
 */
public record LineMark(String tone, Message said, @Nullable Message why) {

    /** While the matching is away. */
    public static final LineMark UNKNOWN = of("", "mark.unknown", Message.of("mark.unknown.why"));

    public static final LineMark PENDING = of("calm", "mark.pending", Message.of("mark.pending.why"));

    private static LineMark of(String tone, String said, @Nullable Message why) {
        return new LineMark(tone, Message.of(said), why);
    }

    /**
     * The mark of a line.
     *
     * @param decision of the matching, or null if it did not take the line up
     * @param account of the line, or null if it is gone
     */
    public static LineMark of(BankTransaction line, @Nullable Decision decision, @Nullable Account account) {
        if (line.state() == BankTransaction.State.UNREADABLE) {
            return of("bad", "mark.unreadable", line.problem() == null ? null : Message.all(line.problem()));
        }
        if (line.state() == BankTransaction.State.DOUBTFUL) {
            return of("warn", "bank.doubtful", Message.of("mark.doubtful.why"));
        }
        return decision == null ? of("", "mark.not-taken-up", whyNot(line, account)) : of(decision);
    }

    private static LineMark of(Decision decision) {
        return switch (decision.booking()) {
            case PENDING -> of("warn", "mark.booking", Message.of("mark.booking.why"));
            case REVERSING -> of("warn", "mark.reversing", Message.of("mark.reversing.why"));
            case NONE, BOOKED -> ofState(decision);
        };
    }

    private static LineMark ofState(Decision decision) {
        String by = decision.decidedBy();
        return switch (decision.state()) {
            case AUTOMATIC -> of("good", "mark.booked", Message.of("mark.booked.why"));
            case CONFIRMED ->
                of(
                        "good",
                        "mark.booked",
                        by == null ? Message.of("mark.confirmed") : Message.of("mark.confirmed.by", by));
            case LINKED -> of("calm", "mark.linked", Message.of("mark.linked.why"));
            case NOT_AN_INVOICE ->
                of(
                        "calm",
                        "mark.none",
                        by == null ? Message.of("mark.set-aside") : Message.of("mark.set-aside.by", by));
            case SUGGESTED ->
                of(
                        "warn",
                        "mark.suggested",
                        LineConfidence.of(decision.confidence()).said());
            case NONE -> of("", "mark.open", null);
        };
    }

    private static Message whyNot(BankTransaction line, @Nullable Account account) {
        if (account == null || !account.active()) {
            return Message.of("mark.account-off");
        }
        if (!account.loaded()) {
            return Message.of("mark.account-loading");
        }
        LocalDate from = account.countFrom();
        if (from != null && line.line() != null && line.line().executionDate().isBefore(from)) {
            return Message.of("mark.before-count", from);
        }
        return Message.of("mark.next-run");
    }
}
