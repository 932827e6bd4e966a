package org.bankfeed.invoice;

import java.time.LocalDate;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a {@link PaymentFile}, and how it stands.
 *
 * @param announced what is announced; its {@code documents} are those that the file names, as far as the books have them
 * @param counterparty whom it pays, or from whom it collects
 * @param account the other side's account number, or {@code null} if the file gives none
 * @param text what it says to the other side, or {@code null}
 * @param state how it stands
 * @param since the bank day on which it was executed, or the day on which it was withdrawn; {@code null} in other states
 * @param by who withdrew it; {@code null} in other states
 * @param transaction the bank line that carried it out, or {@code null}
 */
public record FilePayment(
        AnnouncedPayment announced,
        String counterparty,
        @Nullable AccountReference account,
        @Nullable String text,
        State state,
        @Nullable LocalDate since,
        @Nullable String by,
        @Nullable String transaction) {

    /** How a payment of a file stands. */
    public enum State {
        /** Under way: the bank has not booked it as far as the books know. */
        ANNOUNCED,
        /** A bank line carried it out. */
        EXECUTED,
        /** Nothing is open any more of what it pays: that was settled by another way. */
        SETTLED,
        /** No bank line was seen for so long that it counts as under way no more; it may be withdrawn. */
        LAPSED,
        /** A person said that the bank will not carry it out. */
        WITHDRAWN
    }

    /** Without the account number whole, and without texts, so that none reaches a log by accident. */
    @Override
    public String toString() {
        return "FilePayment[%s %s %s]".formatted(announced.id(), announced.amount(), state);
    }
}
