package org.bankfeed.matching.internal.person;

import java.util.List;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.bankfeed.matching.RefusalCode;
import org.bankfeed.matching.internal.booking.Dispatch;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.decision.Judging;
import org.bankfeed.matching.internal.decision.OpenLines;
import org.bankfeed.matching.internal.decision.Touched;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.neighbour.Announcements;
import org.bankfeed.matching.internal.neighbour.KnownPayments;
import org.bankfeed.matching.internal.neighbour.Neighbours;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.ShareTable;
import org.bankfeed.matching.internal.table.Shown;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What a person says of a line: it pays this, it pays nothing, it is open again. The caller has the turn. */
public final class PersonsActs {

    private final Desk desk;
    private final Caller caller;
    private final Neighbours neighbours;
    private final String line;

    public PersonsActs(Desk desk, Caller caller, Neighbours neighbours, TransactionId transaction) {
        this.desk = desk;
        this.caller = caller;
        this.neighbours = neighbours;
        this.line = transaction.toString();
    }

    public Decision confirm(long version, List<Application> applications) throws MatchingException {
        Taken seen = seen(version);
        Optional<InTheBooks> held = desk.look((unit, row, book) -> InTheBooks.said(applications, seen.line(), book));
        if (held.isPresent()) {
            return link(seen, held.get());
        }
        // what cannot be is refused before anything is taken back
        List<Taken.Part> said =
                desk.look((unit, row, book) -> new Applied(unit, desk.company, book, seen).parts(applications));
        if (seen.state() == State.CONFIRMED && seen.stands() && seen.parts().equals(said)) {
            return Shown.decision(seen); // a second click: a counter-entry and the same once more would say nothing
        }
        long expected = takeBackFirst(seen);
        Announcements announced = announced();
        Taken pending = desk.act((unit, row, book) -> {
            Taken taken = still(unit, expected);
            taken.confirmed(new Applied(unit, desk.company, book, taken).parts(applications), caller.name());
            said(row, taken, seen.stands());
            row.tie();
            taken.tell(book);
            announced.tell(unit, desk.company, book);
            Announcements.executed(unit, desk.company, book, taken);
            LineTable.update(unit, desk.company, taken);
            unit.audit(caller, "confirm", line, "Booked as a person said on " + applications.size() + " document(s)");
            Touched touched = new Touched();
            touched.documents(taken);
            touched.payer(taken);
            new OpenLines(desk.clock, caller, unit, row, book).touched(touched);
            return taken;
        });
        InvoiceLedger ledger = ledger();
        if (ledger != null) {
            try {
                Sentence refusal = new Dispatch(desk, caller, ledger).sendOne(pending);
                if (refusal != null) {
                    throw new MatchingException(Reason.NOT_POSSIBLE, refusal);
                }
            } catch (LedgerUnavailableException e) {
                // decided and written: it is sent again until the ledger answers
                return current();
            }
        }
        return current();
    }

    private Decision link(Taken seen, InTheBooks held) throws MatchingException {
        if (seen.state() == State.LINKED && held.is(seen.settledItem())) {
            return Shown.decision(seen); // a second click
        }
        KnownPayments known = known(seen.line());
        long expected = takeBackFirst(seen);
        return desk.act((unit, row, book) -> {
            Taken taken = still(unit, expected);
            HostPayment payment = held.payment(known, unit, desk.company, taken.line());
            Judging judging = new Judging(unit, row, book);
            if (payment == null) {
                judging.linked(taken, held.document());
            } else {
                judging.linked(taken, payment);
            }
            taken.linkedBy(caller.name());
            said(row, taken, seen.stands());
            LineTable.update(unit, desk.company, taken);
            unit.audit(caller, "link", line, "Linked as a person said: the books hold its payment already");
            payerTouched(unit, row, book, taken);
            return Shown.decision(taken);
        });
    }

    /** The host's payments about the line's day: without them it is not known whether another line is that payment. */
    private KnownPayments known(Line of) throws MatchingException {
        try {
            return KnownPayments.around(neighbours.payments(), caller, List.of(of.day()));
        } catch (LedgerUnavailableException e) {
            throw new MatchingException(Reason.LEDGER_AWAY, Sentence.of(RefusalCode.LEDGER_DOES_NOT_ANSWER));
        }
    }

    public Decision setAside(long version) throws MatchingException {
        Taken seen = seen(version);
        long expected = takeBackFirst(seen);
        return desk.act((unit, row, book) -> {
            Taken taken = still(unit, expected);
            taken.setAside(caller.name());
            said(row, taken, seen.stands());
            book.record(taken.line(), List.of(), true);
            LineTable.update(unit, desk.company, taken);
            unit.audit(caller, "set aside", line, "Said to pay no invoice");
            payerTouched(unit, row, book, taken);
            return Shown.decision(taken);
        });
    }

    public Decision undo(long version) throws MatchingException {
        Taken seen = seen(version);
        if (seen.state() == State.SUGGESTED || seen.state() == State.NONE) {
            throw new MatchingException(Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.UNDECIDED));
        }
        if (seen.stands()) {
            takeBackFirst(seen);
            return current();
        }
        return desk.act((unit, row, book) -> {
            Taken taken = still(unit, version);
            taken.opened();
            book.undo(line);
            new Judging(unit, row, book).judge(taken);
            boolean unexplained = taken.state() == State.NONE && taken.settledItem() == null;
            if (seen.state() == State.LINKED && unexplained) {
                taken.speaksStillOf(seen);
            }
            taken.decided(row.next(), desk.clock.instant());
            LineTable.update(unit, desk.company, taken);
            unit.audit(caller, "undo", line, "Opened again");
            payerTouched(unit, row, book, taken);
            return Shown.decision(taken);
        });
    }

    // ---- the parts

    /** What was learned, or forgotten, shows in the payer's other open lines at once. */
    private void payerTouched(UnitOfWork unit, CompanyRow row, Book book, Taken taken) {
        Touched touched = new Touched();
        touched.payer(taken);
        new OpenLines(desk.clock, caller, unit, row, book).touched(touched);
    }

    /** The line as the person saw it. */
    private Taken seen(long version) throws MatchingException {
        Taken taken = desk.look((unit, row, book) -> still(unit, version));
        if (taken.booking() == BookingStatus.REVERSING) {
            throw new MatchingException(Reason.LEDGER_AWAY, Sentence.of(RefusalCode.STILL_TAKEN_BACK));
        }
        return taken;
    }

    /** The line, if nobody changed what was decided of it: asked again where it is written, as other nodes write too. */
    private Taken still(UnitOfWork unit, long version) throws MatchingException {
        Taken taken = LineTable.one(unit, desk.company, line)
                .orElseThrow(() ->
                        new MatchingException(Reason.NOT_FOUND, Sentence.of(RefusalCode.NO_LINE, new Name(line))));
        if (taken.version() != version) {
            throw new MatchingException(Reason.CHANGED_MEANWHILE, Shown.whatHappened(taken));
        }
        return taken;
    }

    private Taken now(UnitOfWork unit) {
        return LineTable.one(unit, desk.company, line)
                .orElseThrow(() -> new StoreException("line " + line + " vanished", null));
    }

    private Decision current() {
        return desk.look((unit, row, book) -> Shown.decision(now(unit)));
    }

    /** A host that does not answer announces nothing: what a person says is booked all the same. */
    private Announcements announced() {
        try {
            return Announcements.of(neighbours.payments(), caller);
        } catch (LedgerUnavailableException e) {
            return Announcements.NONE;
        }
    }

    private @Nullable InvoiceLedger ledger() {
        return desk.look((unit, row, book) -> neighbours.ledgerOf(row)).ledger();
    }

    private void said(CompanyRow row, Taken taken, boolean tookBack) {
        if (!tookBack) {
            taken.noCounterEntry();
        }
        taken.decided(row.next(), desk.clock.instant());
    }

    /** Reverses what stands of a line in the ledger, so that it is open; the version that it has then. */
    private long takeBackFirst(Taken seen) throws MatchingException {
        if (!seen.stands()) {
            return seen.version();
        }
        Optional<Line> later = desk.look((unit, row, book) -> ShareTable.takenBackBy(unit, desk.company, line)
                .flatMap(id -> LineTable.one(unit, desk.company, id))
                .map(Taken::line));
        if (later.isPresent()) {
            throw new MatchingException(Reason.NOT_POSSIBLE, tookBack(later.get()));
        }
        InvoiceLedger ledger = reachable(seen.key());
        Taken reversing = desk.act((unit, row, book) -> {
            Taken taken = still(unit, seen.version());
            taken.takesBack();
            taken.changed(row.next());
            book.undo(line);
            LineTable.update(unit, desk.company, taken);
            unit.audit(caller, "undo", line, "Taken back by a counter-entry");
            return taken;
        });
        try {
            Sentence refusal = new Dispatch(desk, caller, ledger).sendOne(reversing);
            if (refusal != null) {
                throw new MatchingException(Reason.NOT_POSSIBLE, refusal);
            }
            return reversing.version() + 1; // the ledger's answer is written once, whoever asked for it
        } catch (LedgerUnavailableException e) {
            throw new MatchingException(Reason.LEDGER_AWAY, Sentence.of(RefusalCode.LEDGER_SILENT));
        }
    }

    private static Sentence tookBack(Line later) {
        return Sentence.of(
                RefusalCode.TAKEN_BACK_BY_LATER_LINE,
                new Day(later.day()),
                new Amount(Minor.money(later.size(), later.currency())));
    }

    /** The ledger, if it answers: nothing is begun that it would have to finish while it is away. */
    private InvoiceLedger reachable(BookingKey key) throws MatchingException {
        InvoiceLedger ledger = ledger();
        try {
            if (ledger != null) {
                ledger.booking(caller, key);
                return ledger;
            }
        } catch (LedgerUnavailableException e) {
            throw new MatchingException(Reason.LEDGER_AWAY, Sentence.of(RefusalCode.LEDGER_DOES_NOT_ANSWER));
        }
        throw new MatchingException(Reason.LEDGER_AWAY, Sentence.of(RefusalCode.LEDGER_NOT_THERE));
    }
}
