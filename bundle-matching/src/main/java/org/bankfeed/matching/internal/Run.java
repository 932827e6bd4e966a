package org.bankfeed.matching.internal;

import org.bankfeed.access.Caller;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.RefusalCode;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.matching.internal.booking.Dispatch;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.intake.Intake;
import org.bankfeed.matching.internal.neighbour.Neighbours;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: what was decided is sent and what is new is taken up, in turns, until there is no more of either. */
final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

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
        Sentence waiting = ledger == null ? choice.why() : workWith(ledger);
        int pending = desk.look((unit, row, book) -> LineTable.underWayCount(unit, desk.company));
        return intake.tally().receipt(pending, waiting);
    }

    /** To the end, or until something is not there; for what it waits, or {@code null}. */
    private @Nullable Sentence workWith(InvoiceLedger ledger) {
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
            LOG.debug("Company {}: the invoice ledger did not answer", desk.company, e);
            return Sentence.of(RefusalCode.WAITS_FOR_LEDGERS_ANSWER, e.sentence());
        }
        return journal == null ? Sentence.of(RefusalCode.WAITS_FOR_JOURNAL) : null;
    }
}
