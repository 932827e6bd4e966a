package org.bankfeed.matching.internal.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.decision.OpenLines;
import org.bankfeed.matching.internal.decision.Touched;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.neighbour.Announcements;
import org.bankfeed.matching.internal.neighbour.KnownPayments;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What one run takes up of what is new in the ledger and in the journal, and the open lines that are judged again for it.
 * The caller has the turn.
 */
public final class Intake {

    private final Desk desk;
    private final Caller caller;
    private final Tally tally = new Tally();
    private Touched touched = new Touched();

    public Intake(Desk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** What was taken up so far. */
    public Tally tally() {
        return tally;
    }

    /** Reads the ledger's changes to their end, then judges lines again that came before their documents or announcements. */
    public void takeItems(InvoiceLedger ledger, @Nullable HostPayments payments) throws LedgerUnavailableException {
        Set<String> settledByOthers = new DocumentIntake(desk, caller, ledger).read(tally);
        lookAgainAtTheirLines(settledByOthers, payments);
        Announcements announced = Announcements.of(payments, caller);
        keep(announced);
        // at the end only: what a later page brings may be a rival of what an earlier one brought
        Optional<List<Taken>> bookable = desk.look((unit, row, book) -> {
            announced.tell(unit, row.company, book);
            return openLines(unit, row, book).bookable();
        });
        if (bookable.isEmpty()) {
            return;
        }
        KnownPayments known = KnownPayments.around(payments, caller, days(bookable.get()));
        desk.change((unit, row, book) -> {
            announced.tell(unit, row.company, book);
            OpenLines open = openLines(unit, row, book);
            open.explanationsCame(taken -> known.equal(unit, row.company, taken.line()));
            tally.automatic += open.automatic();
            tally.suggested += open.suggested();
        });
    }

    /** Most runs are told nothing new, and write nothing. */
    private void keep(Announcements announced) {
        if (desk.look((unit, row, book) -> announced.isNews(unit, row.company))) {
            desk.change((unit, row, book) -> touched.documents(announced.keep(unit, row)));
        }
    }

    /** A bookkeeper enters a payment by hand though its line is here: then the line is that payment. */
    private void lookAgainAtTheirLines(Set<String> settled, @Nullable HostPayments payments)
            throws LedgerUnavailableException {
        if (settled.isEmpty()) {
            return;
        }
        List<LocalDate> days =
                desk.look((unit, row, book) -> days(openLines(unit, row, book).proposing(settled)));
        if (!days.isEmpty()) {
            KnownPayments known = KnownPayments.around(payments, caller, days);
            desk.change((unit, row, book) -> openLines(unit, row, book)
                    .documentsSettled(settled, taken -> known.equal(unit, row.company, taken.line())));
        }
    }

    private OpenLines openLines(UnitOfWork unit, CompanyRow row, Book book) {
        return new OpenLines(desk.clock, caller, unit, row, book);
    }

    private static List<LocalDate> days(List<Taken> lines) {
        return lines.stream().map(taken -> taken.line().day()).toList();
    }

    /** Takes the next page of the journal's log up; false if there was none. */
    public boolean takeLines(BankJournal journal, @Nullable HostPayments payments) throws LedgerUnavailableException {
        long position = desk.look((unit, row, book) -> row.journalPosition());
        List<JournalEntry> entries = WholeDays.after(journal, caller, position);
        if (entries.isEmpty()) {
            return false;
        }
        Map<AccountId, Account> accounts = new HashMap<>();
        journal.accounts(caller).forEach(account -> accounts.put(account.id(), account));
        KnownPayments known = KnownPayments.around(
                payments, caller, entries.stream().map(WholeDays::day).toList());
        Announcements announced = Announcements.of(payments, caller);
        desk.change((unit, row, book) -> {
            announced.tell(unit, row.company, book);
            new LineTaking(desk.clock, caller, unit, row, book, known, tally, touched).take(entries, accounts);
            row.journalReadTo(entries.get(entries.size() - 1).sequence());
        });
        return true;
    }

    /** Proposes anew what the lines of this run explain more of. */
    public void reviseOpenLines() {
        if (!touched.isNothing()) {
            Touched all = touched;
            touched = new Touched();
            desk.change((unit, row, book) -> {
                OpenLines open = openLines(unit, row, book);
                open.touched(all);
                tally.suggested += open.suggested();
            });
        }
    }
}
