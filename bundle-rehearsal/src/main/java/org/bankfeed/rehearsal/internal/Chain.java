package org.bankfeed.rehearsal.internal;

import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.WorkReceipt;

/**
 * The services that a company works with, and those who use them.
 *
 * @param person does what people do: connects, enters invoices, confirms
 * @param job does what runs by itself: reads and matches
 */
record Chain(
        BankJournal journal,
        PaymentMatching matching,
        InvoiceLedger ledger,
        InvoiceEntry entry,
        Caller person,
        Caller job) {

    private static final int PATIENCE = 20;

    static Chain of(
            CompanyId company,
            BankJournal journal,
            PaymentMatching matching,
            InvoiceLedger ledger,
            InvoiceEntry entry) {
        Set<Role> roles = Set.of(Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR);
        return new Chain(
                journal,
                matching,
                ledger,
                entry,
                new Caller(company, "rehearsal", roles, Channel.HOST),
                Caller.job(company, "rehearsal"));
    }

    /** Matches everything that was read, and sends every booking. */
    void match() throws RehearsalException {
        WorkReceipt receipt = matching.work(job);
        for (int n = 0; receipt.pending() > 0 && n < PATIENCE; n++) {
            receipt = matching.work(job);
        }
        if (receipt.waiting() != null || receipt.pending() > 0) {
            throw new RehearsalException("The matching cannot go on: "
                    + (receipt.waiting() == null ? "the ledger does not take its bookings" : receipt.waiting()) + ".");
        }
    }
}
