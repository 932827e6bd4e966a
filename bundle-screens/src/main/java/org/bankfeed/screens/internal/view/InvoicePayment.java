package org.bankfeed.screens.internal.view;

import java.time.LocalDate;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line that pays a document.
 *
 * @param id which line
 * @param transaction the line, or {@code null} if the journal does not have it
 * @param item the document
 * @param part what of it the document got, or {@code null} if its decision was changed this moment
 * @param why why it came back, with what to do, if it takes a payment back and the bank said so; else {@code null}
 */
public record InvoicePayment(
        TransactionId id,
        @Nullable BankTransaction transaction,
        OpenItem item,
        @Nullable Application part,
        @Nullable String why) {

    /** The bank day, or {@code null} if the line cannot be read. */
    public @Nullable LocalDate day() {
        return transaction == null || transaction.line() == null
                ? null
                : transaction.line().executionDate();
    }

    /** The whole line's amount, or {@code null}. */
    public @Nullable Money amount() {
        return transaction == null || transaction.line() == null
                ? null
                : transaction.line().amount();
    }

    public @Nullable String counterparty() {
        String name = transaction == null || transaction.line() == null
                ? null
                : transaction.line().counterpartyName();
        return name == null || name.isBlank() ? null : Masking.of(name);
    }

    /** What was settled beside it without cash, or {@code null} for nothing. */
    public @Nullable Money writtenOff() {
        return part == null || part.writeOff().isZero() ? null : part.writeOff();
    }

    /** What of it the document got, negative where it takes something back; or {@code null}. */
    public @Nullable Money got() {
        return part == null ? null : part.amount();
    }

    /** Whether it went against the money of the line: the payer kept it back from what he paid. */
    public boolean setOff() {
        Money line = amount();
        return line != null && !takesBack() && !item.isSettledBy(line);
    }

    /** Whether the document got more than the line holds, by what was set off. */
    public boolean withSetOff() {
        Money line = amount();
        Money got = got();
        return line != null && got != null && got.compareTo(line.abs()) > 0;
    }

    public boolean takesBack() {
        return part != null && part.takesBack() != null;
    }

    /** Whether it takes back what an earlier line paid. */
    boolean takesBack(TransactionId earlier) {
        return part != null
                && part.takesBack() != null
                && part.takesBack().transaction().equals(earlier.toString());
    }
}
