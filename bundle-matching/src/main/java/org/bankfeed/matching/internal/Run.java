package org.bankfeed.matching.internal;

import org.bankfeed.access.Caller;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.matching.internal.booking.Dispatch;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.intake.Intake;
import org.bankfeed.matching.internal.neighbour.Neighbours;
import org.bankfeed.matching.internal.table.LineTable;
import org.jspecify.annotations.Nullable;

/** One run: what was decided is sent and what is new is taken up, in turns, until there is no more of either. */
final class Run {

    private final Desk desk;
    private final Caller caller;
    private final Neighbours there;
    private final Intake intake;

    Run(Desk desk, Caller caller, Neighbours there) {
        this.desk = desk;
        this.caller = caller;
        this.there = there;
        this.intake = new Intake(desk, caller);
    }

    WorkReceipt work() {
        Neighbours.Choice choice = desk.look((unit, row, book) -> there.ledgerOf(row));
        InvoiceLedger ledger = choice.ledger();
        String waiting = ledger == null ? choice.sentence() : workWith(ledger);
        int pending = desk.look((unit, row, book) -> LineTable.underWayCount(unit, desk.company));
        return intake.tally().receipt(pending, waiting);
    }

    /** To the end, or until something is not there; for what it waits, or {@code null}. */
    private @Nullable String workWith(InvoiceLedger ledger) {
        BankJournal journal = there.journal();
        Dispatch dispatch = new Dispatch(desk, caller, ledger);
        try {
            boolean more = true;
            while (more) {
                dispatch.sendAll();
                int before = intake.tally().automatic();
                intake.takeItems(ledger, there.payments());
                boolean lines = journal != null && intake.takeLines(journal, there.payments());
                if (!lines) {
                    intake.reviseOpenLines();
                }
                more = lines || intake.tally().automatic() > before; // what was booked by itself is sent
            }
        } catch (LedgerUnavailableException e) {
            return "the invoice ledger did not answer: " + e.getMessage();
        }
        return journal == null ? "the bank journal is not there" : null;
    }
}
