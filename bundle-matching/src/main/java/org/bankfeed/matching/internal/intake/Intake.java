package org.bankfeed.matching.internal.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerPage;
import org.bankfeed.invoice.LedgerPosition;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.decision.Day;
import org.bankfeed.matching.internal.decision.Judging;
import org.bankfeed.matching.internal.decision.OpenLines;
import org.bankfeed.matching.internal.decision.Touched;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.neighbour.Announcements;
import org.bankfeed.matching.internal.neighbour.HostPaymentMatch;
import org.bankfeed.matching.internal.neighbour.Lines;
import org.bankfeed.matching.internal.table.AnnouncedTable;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.FactTable;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Takes up what is new in the ledger and the journal, a page at a time; a page and its position are committed together. */
public final class Intake {

    private static final int PAGE = 200;

    /** Each line of a day is weighed against the others: what is more of one is not worth the time. */
    private static final int MOST_OF_A_DAY = 1_000;

    private static final int DAYS_APART = 5;

    private final Desk desk;
    private final Caller caller;

    /** What was taken up so far. */
    public int lines;

    public int items;
    public int automatic;
    public int suggested;

    private Touched touched = new Touched();

    /** Documents on which something was settled, and not by us. */
    private final Set<String> settledByOthers = new HashSet<>();

    public Intake(Desk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    // ---- documents

    /** Reads the ledger's changes to their end, then judges lines again that came before their documents or announcements. */
    public void takeItems(InvoiceLedger ledger, @Nullable HostPayments payments) throws LedgerUnavailableException {
        readItems(ledger);
        lookAgainAtTheirLines(payments);
        Announcements announced = asked(() -> Announcements.of(payments, caller));
        keep(announced);
        // at the end only: what a later page brings may be a rival of what an earlier one brought
        Optional<List<Taken>> bookable = desk.look((unit, row, book) -> {
            announced.tell(unit, row.company, book);
            return new OpenLines(desk, caller, unit, row, book).bookable();
        });
        if (bookable.isEmpty()) {
            return;
        }
        List<HostPayment> known = knownAround(
                payments, bookable.get().stream().map(taken -> taken.line.day()).toList());
        desk.change((unit, row, book) -> {
            announced.tell(unit, row.company, book);
            OpenLines open = new OpenLines(desk, caller, unit, row, book);
            open.explanationsCame(taken -> equal(unit, row.company, taken.line, known));
            automatic += open.automatic;
            suggested += open.suggested;
        });
    }

    /** Most runs are told nothing new, and write nothing. */
    private void keep(Announcements announced) {
        if (desk.look((unit, row, book) -> announced.isNews(unit, row.company))) {
            desk.change((unit, row, book) -> touched.documents(announced.keep(unit, row)));
        }
    }

    /** A bookkeeper enters a payment by hand though its line is here: then the line is that payment. */
    private void lookAgainAtTheirLines(@Nullable HostPayments payments) throws LedgerUnavailableException {
        if (settledByOthers.isEmpty()) {
            return;
        }
        Set<String> settled = Set.copyOf(settledByOthers);
        List<LocalDate> days = desk.look((unit, row, book) -> new OpenLines(desk, caller, unit, row, book)
                .proposing(settled).stream().map(taken -> taken.line.day()).toList());
        if (!days.isEmpty()) {
            List<HostPayment> known = knownAround(payments, days);
            desk.change((unit, row, book) -> new OpenLines(desk, caller, unit, row, book)
                    .documentsSettled(settled, taken -> equal(unit, row.company, taken.line, known)));
        }
        settledByOthers.clear();
    }

    private void readItems(InvoiceLedger ledger) throws LedgerUnavailableException {
        String id = ledger.id();
        boolean more = true;
        while (more) {
            String position = desk.act((unit, row, book) -> positionIn(unit, row, id));
            LedgerPage page = asked(() -> ledger.changes(caller, new LedgerPosition(position), 1000));
            if (page.items().isEmpty() && page.next().value().equals(position)) {
                return;
            }
            Map<String, LocalDate> closed = closings(ledger, page.items());
            desk.change((unit, row, book) -> {
                Set<String> reopened = new HashSet<>();
                page.items().forEach(item -> take(unit, row, book, item, closed, reopened));
                OpenLines open = new OpenLines(desk, caller, unit, row, book);
                open.documentsReopened(reopened);
                suggested += open.suggested;
                row.ledgerPosition = page.next().value();
            });
            items += page.items().size();
            more = page.more();
        }
    }

    /** A question to the ledger. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws LedgerUnavailableException;
    }

    /** A ledger that leaves in the middle of a call, or fails in it, is one that did not answer. */
    private static <T> T asked(Question<T> question) throws LedgerUnavailableException {
        try {
            return question.ask();
        } catch (RuntimeException e) {
            throw new LedgerUnavailableException("it failed (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** Where to read on. Before the first booking another ledger may take the place of one: then all begins anew. */
    private static String positionIn(UnitOfWork unit, CompanyRow row, String ledger) {
        if (!ledger.equals(row.ledger)) {
            if (row.ledger != null) {
                LineTable.forget(unit, row.company);
                ItemTable.forget(unit, row.company);
                FactTable.forget(unit, row.company);
                AnnouncedTable.forget(unit, row.company);
                row.journalPosition = 0;
                row.ledgerPosition = "";
                row.revision++; // what this node holds in memory is of the other books
            }
            row.ledger = ledger;
        }
        return row.ledgerPosition;
    }

    /** When documents that the books call settled were settled by what is not ours. */
    private Map<String, LocalDate> closings(InvoiceLedger ledger, List<OpenItem> items)
            throws LedgerUnavailableException {
        Map<String, LocalDate> days = new HashMap<>();
        for (OpenItem item : items) {
            if (item.state() == OpenItem.State.CLOSED) {
                for (Settlement settlement : asked(() -> ledger.settlements(caller, item.id()))) {
                    if (settlement.key() == null) {
                        days.merge(item.id().value(), settlement.date(), (a, b) -> a.isAfter(b) ? a : b);
                    }
                }
            }
        }
        return days;
    }

    private void take(
            UnitOfWork unit,
            CompanyRow row,
            Book book,
            OpenItem item,
            Map<String, LocalDate> closed,
            Set<String> reopened) {
        Optional<ItemTable.Kept> before =
                ItemTable.one(unit, row.company, item.id().value());
        if (before.isPresent()) {
            if (takeAgain(unit, row, book, before.get(), item, closed)) {
                reopened.add(item.id().value());
            }
            return;
        }
        boolean settled = item.state() == OpenItem.State.CLOSED || item.state() == OpenItem.State.PAID;
        long base = settled ? Minor.of(item.total()) : item.isOpen() ? Minor.of(item.outstanding()) : 0;
        long sequence = row.next();
        LocalDate day = settled ? dayOf(item, closed) : null;
        ItemTable.Kept kept = new ItemTable.Kept(item, base, sequence, day, day == null ? 0 : row.next());
        ItemTable.insert(unit, row.company, kept);
        book.put(kept.document());
        if (day != null) {
            book.close(item.id().value(), (int) day.toEpochDay());
        }
    }

    /** Takes what changed of a document in; whether there is more to pay of it than before, or it reads otherwise. */
    private boolean takeAgain(
            UnitOfWork unit,
            CompanyRow row,
            Book book,
            ItemTable.Kept before,
            OpenItem item,
            Map<String, LocalDate> closed) {
        String id = item.id().value();
        long now = item.isOpen() ? Minor.of(item.outstanding()) : 0;
        long expected = book.documents().open(id);
        boolean settled = item.state() == OpenItem.State.CLOSED || item.state() == OpenItem.State.PAID;
        if (now == 0 && expected > 0 && settled) {
            LocalDate day = dayOf(item, closed);
            ItemTable.update(
                    unit, row.company, new ItemTable.Kept(item, before.base(), before.sequence(), day, row.next()));
            book.close(id, (int) day.toEpochDay());
            settledByOthers.add(id);
            return false;
        }
        boolean same = now == expected;
        if (now < expected) {
            settledByOthers.add(id);
        }
        long base = same ? before.base() : now + LineTable.settled(unit, row.company, id);
        boolean stillClosed = before.closedDay() != null && now == 0;
        ItemTable.Kept kept = new ItemTable.Kept(
                item,
                base,
                before.sequence(),
                stillClosed ? before.closedDay() : null,
                stillClosed ? before.closedSequence() : 0);
        ItemTable.update(unit, row.company, kept);
        boolean readsAsBefore = sameDocument(before.item(), item);
        if (!same || !readsAsBefore) {
            book.put(kept.document(now));
        }
        return now > expected || now > 0 && !readsAsBefore;
    }

    private LocalDate dayOf(OpenItem item, Map<String, LocalDate> closed) {
        LocalDate day = closed.get(item.id().value());
        return day == null ? LocalDate.now(desk.clock) : day;
    }

    private static boolean sameDocument(OpenItem a, OpenItem b) {
        return a.number().equals(b.number())
                && a.party().equals(b.party())
                && a.dueDate().equals(b.dueDate())
                && a.issueDate().equals(b.issueDate())
                && Objects.equals(a.paymentReference(), b.paymentReference())
                && Objects.equals(a.discount(), b.discount())
                && a.retentions().equals(b.retentions());
    }

    // ---- lines

    /** Takes the next page of the journal's log up; false if there was none. */
    public boolean takeLines(BankJournal journal, @Nullable HostPayments payments) throws LedgerUnavailableException {
        long position = desk.look((unit, row, book) -> row.journalPosition);
        List<JournalEntry> entries = wholeDays(journal, position);
        if (entries.isEmpty()) {
            return false;
        }
        Map<AccountId, Account> accounts = new HashMap<>();
        journal.accounts(caller).forEach(account -> accounts.put(account.id(), account));
        List<HostPayment> known =
                knownAround(payments, entries.stream().map(Intake::day).toList());
        Announcements announced = asked(() -> Announcements.of(payments, caller));
        desk.change((unit, row, book) -> {
            announced.tell(unit, row.company, book);
            List<Day.Arrived> day = new ArrayList<>();
            for (JournalEntry entry : entries) {
                Day.Arrived next = arrived(entry, accounts);
                boolean goesOn = !day.isEmpty()
                        && day.get(0).sameDayAs(next)
                        && day.stream()
                                .noneMatch(one ->
                                        one.line().id().equals(next.line().id()));
                if (!goesOn) {
                    take(unit, row, book, day, known);
                }
                Optional<Taken> before =
                        LineTable.one(unit, row.company, next.line().id());
                if (before.isPresent()) {
                    changed(unit, row, book, next.line(), before.get());
                } else {
                    day.add(next);
                }
            }
            take(unit, row, book, day, known);
            row.journalPosition = entries.get(entries.size() - 1).sequence();
        });
        return true;
    }

    /**
     * A page of the log, and what else there is of the bank day of an account in which it ends, so that the day is weighed
     * whole. A day of more than {@link #MOST_OF_A_DAY} lines is weighed in parts.
     */
    private List<JournalEntry> wholeDays(BankJournal journal, long position) {
        List<JournalEntry> entries = new ArrayList<>(journal.log(caller, position, PAGE));
        boolean more = entries.size() == PAGE;
        while (more && entries.size() < MOST_OF_A_DAY) {
            JournalEntry last = entries.get(entries.size() - 1);
            List<JournalEntry> next = journal.log(caller, last.sequence(), PAGE);
            int same = 0;
            while (same < next.size() && isSameDay(last, next.get(same))) {
                same++;
            }
            entries.addAll(next.subList(0, same));
            more = same == PAGE;
        }
        return entries;
    }

    private static boolean isSameDay(JournalEntry one, JournalEntry other) {
        return one.transaction().id().account().equals(other.transaction().id().account())
                && day(one).equals(day(other));
    }

    private static LocalDate day(JournalEntry entry) {
        return Objects.requireNonNull(entry.transaction().line()).executionDate();
    }

    /** The payments that the host has around some days. */
    private List<HostPayment> knownAround(@Nullable HostPayments payments, List<LocalDate> days)
            throws LedgerUnavailableException {
        if (payments == null || days.isEmpty()) {
            return List.of();
        }
        LocalDate from = Collections.min(days);
        LocalDate to = Collections.max(days);
        LocalDate first = from.minusDays(DAYS_APART);
        LocalDate last = to.plusDays(DAYS_APART);
        return asked(() -> payments.payments(caller, first, last));
    }

    private void take(UnitOfWork unit, CompanyRow row, Book book, List<Day.Arrived> day, List<HostPayment> known) {
        new Day(book, day).decide((arrived, others) -> {
            Taken taken = new Taken(arrived.line(), row.next(), arrived.hostAccount());
            taken.changedSequence = taken.sequence;
            decide(unit, row, book, taken, known, others);
            LineTable.insert(unit, row.company, taken);
            touched.came(taken);
            lines++;
        });
        day.clear();
    }

    private static Day.Arrived arrived(JournalEntry entry, Map<AccountId, Account> accounts) {
        AccountId id = entry.transaction().id().account();
        Account account = accounts.get(id);
        String own = account == null ? id.value() : account.reference().value();
        return new Day.Arrived(
                Lines.of(entry.transaction(), own), id.value(), account == null ? null : account.hostAccount());
    }

    /** Proposes anew what the lines of this run explain more of. */
    public void reviseOpenLines() {
        if (!touched.isNothing()) {
            Touched all = touched;
            touched = new Touched();
            desk.change((unit, row, book) -> {
                OpenLines open = new OpenLines(desk, caller, unit, row, book);
                open.touched(all);
                suggested += open.suggested;
            });
        }
    }

    private void decide(UnitOfWork unit, CompanyRow row, Book book, Taken taken, List<HostPayment> known, Day others) {
        HostPayment equal = equal(unit, row.company, taken.line, known);
        if (equal == null) {
            Judging.judge(unit, row.company, book, taken, others);
        } else {
            Judging.linked(book, taken, equal);
        }
        taken.decidedAt = desk.clock.instant();
        taken.version++;
        automatic += taken.state == State.AUTOMATIC ? 1 : 0;
        suggested += taken.state == State.SUGGESTED ? 1 : 0;
        if (taken.booking == BookingStatus.PENDING) {
            row.tied = true;
            unit.audit(caller, "decide", taken.line.id(), "Booked automatically: " + Judging.reason(taken));
        }
    }

    /** The bank changed a line's texts: one that is not decided is looked at again. */
    private void changed(UnitOfWork unit, CompanyRow row, Book book, Line line, Taken before) {
        boolean open =
                (before.state == State.SUGGESTED || before.state == State.NONE) && before.booking == BookingStatus.NONE;
        if (!open || line.equals(before.line)) {
            return;
        }
        Taken taken = new Taken(line, before.sequence, before.hostAccount);
        taken.attempt = before.attempt;
        taken.version = before.version;
        taken.leftOpen = before.leftOpen;
        taken.changedSequence = row.next();
        decide(unit, row, book, taken, List.of(), new Day(book, List.of()));
        LineTable.update(unit, row.company, taken);
    }

    // ---- payments that the host has already

    private static @Nullable HostPayment equal(UnitOfWork unit, CompanyId company, Line line, List<HostPayment> known) {
        for (HostPayment payment : known) {
            if (HostPaymentMatch.equal(payment, line) && !LineTable.linked(unit, company, payment.id())) {
                return payment;
            }
        }
        return null;
    }
}
