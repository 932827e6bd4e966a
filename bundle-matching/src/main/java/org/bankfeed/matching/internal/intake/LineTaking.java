package org.bankfeed.matching.internal.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.decision.Day;
import org.bankfeed.matching.internal.decision.Judging;
import org.bankfeed.matching.internal.decision.Touched;
import org.bankfeed.matching.internal.neighbour.KnownPayments;
import org.bankfeed.matching.internal.neighbour.Lines;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.UnitOfWork;

/** Takes lines up in one transaction, a day of an account at a time, and decides them. */
final class LineTaking {

    private final Clock clock;
    private final Caller caller;
    private final UnitOfWork unit;
    private final CompanyRow row;
    private final Book book;
    private final Judging judging;
    private final KnownPayments known;
    private final Tally tally;
    private final Touched touched;

    LineTaking(
            Clock clock,
            Caller caller,
            UnitOfWork unit,
            CompanyRow row,
            Book book,
            KnownPayments known,
            Tally tally,
            Touched touched) {
        this.clock = clock;
        this.caller = caller;
        this.unit = unit;
        this.row = row;
        this.book = book;
        this.judging = new Judging(unit, row, book);
        this.known = known;
        this.tally = tally;
        this.touched = touched;
    }

    void take(List<JournalEntry> entries, Map<AccountId, Account> accounts) {
        List<Day.Arrived> day = new ArrayList<>();
        for (JournalEntry entry : entries) {
            Day.Arrived next = arrived(entry, accounts);
            if (!isOneMoreOf(day, next)) {
                take(day);
            }
            Optional<Taken> before =
                    LineTable.one(unit, row.company, next.line().id());
            if (before.isPresent()) {
                changed(before.get(), next.line());
            } else {
                day.add(next);
            }
        }
        take(day);
    }

    /** A line whose texts the bank changed stands in the log once more, and ends the day for which it came first. */
    private static boolean isOneMoreOf(List<Day.Arrived> day, Day.Arrived next) {
        return !day.isEmpty()
                && day.get(0).sameDayAs(next)
                && day.stream()
                        .noneMatch(one -> one.line().id().equals(next.line().id()));
    }

    private static Day.Arrived arrived(JournalEntry entry, Map<AccountId, Account> accounts) {
        AccountId id = entry.transaction().id().account();
        Account account = accounts.get(id);
        String own = account == null ? id.value() : account.reference().value();
        return new Day.Arrived(
                Lines.of(entry.transaction(), own), id.value(), account == null ? null : account.hostAccount());
    }

    private void take(List<Day.Arrived> day) {
        new Day(book, day).decide((arrived, others) -> {
            Taken taken = new Taken(arrived.line(), row.next(), arrived.hostAccount());
            HostPayment equal = known.equal(unit, row.company, taken.line());
            if (equal == null) {
                judging.judge(taken, others);
            } else {
                judging.linked(taken, equal);
            }
            decided(taken, taken.sequence());
            LineTable.insert(unit, row.company, taken);
            touched.came(taken);
            tally.lines++;
        });
        day.clear();
    }

    /** The bank changed a line's texts: one that is not decided is looked at again. */
    private void changed(Taken before, Line line) {
        boolean open = (before.state() == State.SUGGESTED || before.state() == State.NONE)
                && before.booking() == BookingStatus.NONE;
        if (!open || line.equals(before.line())) {
            return;
        }
        Taken taken = before.reading(line);
        judging.judge(taken);
        decided(taken, row.next());
        LineTable.update(unit, row.company, taken);
    }

    private void decided(Taken taken, long place) {
        taken.decided(place, clock.instant());
        judging.noteIfBooked(taken, caller);
        tally.automatic += taken.state() == State.AUTOMATIC ? 1 : 0;
        tally.suggested += taken.state() == State.SUGGESTED ? 1 : 0;
    }
}
