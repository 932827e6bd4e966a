package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note as the host sees it now; what matching and reminders need of it.
 *
 * @param id the host's id
 * @param direction whether we are owed or owe
 * @param type invoice or credit note
 * @param state open, or why not
 * @param number as printed on the document
 * @param party the other side
 * @param total of the document, positive for both types
 * @param outstanding what is still to be settled, 0 to {@code total}, in the document's currency
 * @param issueDate printed on it
 * @param dueDate when it is to be paid
 * @param paymentReference as printed (Belgian {@code +++…+++}, {@code RF…}, a Norwegian KID …), or
 *     {@code null}
 * @param discount for early payment, or {@code null}
 * @param retentions what its payer holds back by contract or law, often nothing; together at most {@code total}
 */
public record OpenItem(
        DocumentId id,
        Direction direction,
        Type type,
        State state,
        String number,
        Party party,
        Money total,
        Money outstanding,
        LocalDate issueDate,
        LocalDate dueDate,
        @Nullable String paymentReference,
        @Nullable Discount discount,
        List<Retention> retentions) {

    public OpenItem {
        retentions = List.copyOf(retentions);
        if (total.signum() < 0 || outstanding.signum() < 0 || outstanding.compareTo(total) > 0) {
            throw new IllegalArgumentException("document " + id + ": the outstanding amount " + outstanding
                    + " does not lie between zero and the total " + total);
        }
        Money held = sum(retentions, total.currency());
        if (held.compareTo(total) > 0) {
            throw new IllegalArgumentException(
                    "document " + id + ": " + held + " is held back, more than the total " + total);
        }
    }

    /** Nothing is held back. */
    public OpenItem(
            DocumentId id,
            Direction direction,
            Type type,
            State state,
            String number,
            Party party,
            Money total,
            Money outstanding,
            LocalDate issueDate,
            LocalDate dueDate,
            @Nullable String paymentReference,
            @Nullable Discount discount) {
        this(
                id,
                direction,
                type,
                state,
                number,
                party,
                total,
                outstanding,
                issueDate,
                dueDate,
                paymentReference,
                discount,
                List.of());
    }

    /** Whose debt it is. */
    public enum Direction {
        /** We are owed. */
        SALES,
        /** We owe. */
        PURCHASE
    }

    /** What it is. */
    public enum Type {
        INVOICE,
        CREDIT_NOTE
    }

    /** How it stands. */
    public enum State {
        /** Something is outstanding, perhaps all of it. */
        OPEN,
        /** Nothing is outstanding, by payments that are known one by one. */
        PAID,
        /** Settled by a payment of unknown origin: outside the bank accounts that we see, or by hand. */
        CLOSED,
        /** Withdrawn: nobody owes it. */
        CANCELLED
    }

    /** Whether something can be paid on it. */
    public boolean isOpen() {
        return state == State.OPEN && outstanding.signum() > 0;
    }

    /** Whether money that goes the way of a bank line settles it; a line that settles it otherwise sets it off. */
    public boolean isSettledBy(Money line) {
        boolean byMoneyIn = direction == Direction.SALES == (type == Type.INVOICE);
        return byMoneyIn == line.signum() > 0;
    }

    /** What may be held back of it on a day: of what is outstanding, at most the retentions that are not due yet. */
    public Money heldBack(LocalDate day) {
        if (retentions.isEmpty() || !isOpen()) {
            return Money.zero(total.currency());
        }
        Money held = sum(retentions.stream().filter(one -> one.holdsOn(day)).toList(), total.currency());
        return held.compareTo(outstanding) < 0 ? held : outstanding;
    }

    private static Money sum(List<Retention> retentions, Currency currency) {
        return retentions.stream().map(Retention::amount).reduce(Money.zero(currency), Money::plus);
    }
}
