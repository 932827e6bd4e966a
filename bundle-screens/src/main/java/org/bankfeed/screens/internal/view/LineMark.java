package org.bankfeed.screens.internal.view;

import java.time.LocalDate;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.Decision;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/**
 * How a bank line stands, in a word or two.
 *
 * @param tone {@code good}, {@code warn}, {@code bad}, {@code calm}, or empty
 * @param said the words
 * @param why more of it, in one sentence, or {@code null}
 */
public record LineMark(String tone, String said, @Nullable String why) {

    /** While the matching is away. */
    public static final LineMark UNKNOWN =
            new LineMark("", "Unknown", "The matching is not there now, so nobody can say how this line stands.");

    /** What the bank itself did not book. */
    public static final LineMark PENDING =
            new LineMark("calm", "Not booked yet", "The bank may still change or withdraw it; it pays nothing.");

    /**
     * The mark of a line.
     *
     * @param decision of the matching, or null if it did not take the line up
     * @param account of the line, or null if it is gone
     */
    public static LineMark of(BankTransaction line, @Nullable Decision decision, @Nullable Account account) {
        if (line.state() == BankTransaction.State.UNREADABLE) {
            return new LineMark("bad", "Unreadable", Masking.of(line.problem()));
        }
        if (line.state() == BankTransaction.State.DOUBTFUL) {
            return new LineMark(
                    "warn", "Doubtful", "It may be a line that is known already: say so under Bank › Doubtful.");
        }
        return decision == null ? notTakenUp(line, account) : of(decision);
    }

    private static LineMark of(Decision decision) {
        return switch (decision.booking()) {
            case PENDING -> new LineMark("warn", "Booking on its way", "It is sent to the invoices until they answer.");
            case REVERSING ->
                new LineMark("warn", "Being undone", "The counter-entry is sent to the invoices until they answer.");
            case NONE, BOOKED -> ofState(decision);
        };
    }

    private static LineMark ofState(Decision decision) {
        return switch (decision.state()) {
            case AUTOMATIC -> new LineMark("good", "Booked", "By itself: there was one explanation and no rival.");
            case CONFIRMED -> new LineMark("good", "Booked", by("Confirmed", decision));
            case LINKED ->
                new LineMark("calm", "Already in the books", "It equals a payment that the books had before.");
            case NOT_AN_INVOICE -> new LineMark("calm", "Not an invoice", by("Set aside", decision));
            case SUGGESTED ->
                new LineMark(
                        "warn",
                        "Suggested",
                        LineConfidence.of(decision.confidence()).said());
            case NONE -> new LineMark("", "Open", null);
        };
    }

    private static String by(String what, Decision decision) {
        return decision.decidedBy() == null ? what + " by itself." : what + " by " + decision.decidedBy() + ".";
    }

    private static LineMark notTakenUp(BankTransaction line, @Nullable Account account) {
        return new LineMark("", "Not taken up yet", whyNot(line, account));
    }

    private static String whyNot(BankTransaction line, @Nullable Account account) {
        if (account == null || !account.active()) {
            return "Its account is switched off.";
        }
        if (!account.loaded()) {
            return "The first load of its account is not complete.";
        }
        LocalDate from = account.countFrom();
        if (from != null && line.line() != null && line.line().executionDate().isBefore(from)) {
            return "It lies before the day from which this account counts, " + from + ".";
        }
        return "The matching takes it up with its next run.";
    }
}
