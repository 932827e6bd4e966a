package org.bankfeed.screens.internal.view;

import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.InvoiceView.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A document in a list.
 *
 * @param standing how it stands
 * @param last the last line whose booking touches it, or {@code null}
 */
public record InvoiceRow(InvoiceStanding standing, @Nullable BankTransaction last) {

    public OpenItem item() {
        return standing.view().item();
    }

    public boolean creditNote() {
        return item().type() == OpenItem.Type.CREDIT_NOTE;
    }

    /** Whether anything is still to be settled. */
    public boolean due() {
        return item().outstanding().signum() > 0;
    }

    /** The line that paid it, or {@code null} if it is not paid, or not by a line that can be read. */
    public @Nullable BankTransaction paidBy() {
        boolean paid = standing.view().standing() == Standing.PAID;
        return paid && last != null && last.line() != null ? last : null;
    }
}
