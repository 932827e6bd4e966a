package org.bankfeed.matching.internal.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.BookingResult;
import org.bankfeed.invoice.BookingState;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.invoice.ReversalResult;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.decision.Judging;
import org.bankfeed.matching.internal.decision.OpenLines;
import org.bankfeed.matching.internal.decision.Touched;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.ExecutedTable;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Shown;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was decided to the ledger, and writes its answers. What was sent and not answered is sent again with the
 * same key, and the ledger makes nothing twice of it.
 */
public final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Desk desk;
    private final Caller caller;
    private final InvoiceLedger ledger;

    public Dispatch(Desk desk, Caller caller, InvoiceLedger ledger) {
        this.desk = desk;
        this.caller = caller;
        this.ledger = ledger;
    }

    /** An answer of the ledger to one line. */
    private record Answer(
            Taken taken,
            List<OpenItem> items,
            @Nullable LocalDate movedTo,
            @Nullable Sentence refusal) {

        static Answer refused(Taken taken, Sentence reason) {
            return new Answer(taken, List.of(), null, reason);
        }
    }

    /** Sends everything that is under way, oldest first; what was answered before a failure is kept. */
    public void sendAll() throws LedgerUnavailableException {
        List<Taken> waiting = desk.look((unit, row, book) -> LineTable.underWay(unit, desk.company));
        Map<String, List<String>> executed = waiting.isEmpty() ? Map.of() : executed();
        List<Answer> answers = new ArrayList<>();
        try {
            for (Taken taken : waiting) {
                answers.add(send(taken, executed));
            }
        } finally {
            write(answers, false);
        }
    }

    /** Sends one line; the sentence with which the ledger refused it, or {@code null}. */
    @Nullable
    public Sentence sendOne(Taken taken) throws LedgerUnavailableException {
        Answer answer = send(taken, executed());
        write(List.of(answer), true);
        return answer.refusal();
    }

    /** For each booking that is to be sent the announced payments that it carries out. */
    private Map<String, List<String>> executed() {
        return desk.look((unit, row, book) -> ExecutedTable.toBeSent(unit, desk.company));
    }

    private Answer send(Taken taken, Map<String, List<String>> executed) throws LedgerUnavailableException {
        try {
            return taken.booking() == BookingStatus.REVERSING
                    ? reverse(taken)
                    : book(taken, executed.getOrDefault(taken.line().id(), List.of()));
        } catch (RuntimeException e) {
            // a ledger that leaves in the middle of a call, or fails in it: whether it wrote anything is asked later
            LOG.warn(
                    "Company {}: the invoice ledger failed on {}",
                    desk.company,
                    taken.line().id(),
                    e);
            Name kind = new Name(e.getClass().getSimpleName());
            throw new LedgerUnavailableException(Sentence.of(RefusalCode.LEDGER_FAILED, kind), e);
        }
    }

    private Answer book(Taken taken, List<String> executed) throws LedgerUnavailableException {
        BookingResult result = ledger.book(caller, Shown.booking(taken, executed));
        if (result instanceof BookingResult.Booked booked) {
            return new Answer(taken, booked.items(), null, null);
        }
        return Answer.refused(taken, ((BookingResult.Refused) result).sentence());
    }

    private Answer reverse(Taken taken) throws LedgerUnavailableException {
        if (ledger.booking(caller, taken.key()) == BookingState.UNKNOWN) {
            return new Answer(taken, List.of(), null, null);
        }
        ReversalResult result = ledger.reverse(caller, taken.key(), "taken back by " + caller.name());
        if (result instanceof ReversalResult.Reversed reversed) {
            return new Answer(taken, reversed.items(), reversed.movedTo(), null);
        }
        return Answer.refused(taken, ((ReversalResult.Refused) result).sentence());
    }

    /** @param told whether whoever wanted it is told at once what the ledger answered */
    private void write(List<Answer> answers, boolean told) {
        if (answers.isEmpty()) {
            return;
        }
        desk.change((unit, row, book) -> {
            for (Answer answer : answers) {
                if (answer.refusal() == null && answer.taken().booking() == BookingStatus.PENDING) {
                    booked(unit, answer);
                    continue;
                }
                Taken now = LineTable.one(
                                unit, desk.company, answer.taken().line().id())
                        .orElse(answer.taken());
                if (now.booking() == answer.taken().booking()
                        && now.attempt() == answer.taken().attempt()) {
                    take(unit, row, book, now, answer, told);
                }
            }
        });
    }

    /** By far the most answers: the books took it, and nothing of the decision changes but that. */
    private void booked(UnitOfWork unit, Answer answer) {
        if (LineTable.booked(unit, desk.company, answer.taken())) {
            answer.items().forEach(item -> refresh(unit, item));
        }
    }

    private void take(UnitOfWork unit, CompanyRow row, Book book, Taken taken, Answer answer, boolean told) {
        boolean reversing = taken.booking() == BookingStatus.REVERSING;
        Sentence refusal = answer.refusal();
        if (refusal == null) {
            answer.items().forEach(item -> refresh(unit, item));
            opened(unit, row, book, taken, answer.movedTo());
        } else if (reversing) {
            taken.refusedToBeTakenBack(told ? null : refusal);
            taken.changed(row.next());
            taken.tell(book);
        } else {
            refused(unit, row, book, taken, refusal);
        }
        LineTable.update(unit, desk.company, taken);
    }

    private void opened(UnitOfWork unit, CompanyRow row, Book book, Taken taken, @Nullable LocalDate movedTo) {
        Set<String> documents = taken.shares().stream().map(Share::document).collect(Collectors.toSet());
        taken.takenBack(movedTo);
        if (movedTo != null) {
            unit.audit(
                    caller,
                    "undo",
                    taken.line().id(),
                    "The counter-entry stands on " + movedTo + ", because the period of the booking is closed");
        }
        new Judging(unit, row, book).judge(taken);
        taken.decided(row.next(), desk.clock.instant());
        OpenLines open = new OpenLines(desk.clock, caller, unit, row, book);
        open.documentsReopened(documents);
        Touched touched = new Touched();
        touched.payer(taken);
        open.touched(touched);
    }

    /** The books did not take it: a person sees what was meant, and why it did not go. */
    private void refused(UnitOfWork unit, CompanyRow row, Book book, Taken taken, Sentence reason) {
        taken.refused(reason);
        taken.decided(row.next(), desk.clock.instant());
        book.record(taken.line(), List.of(), false);
        unit.audit(caller, "refused", taken.line().id(), "The invoice ledger did not take the booking: " + reason);
    }

    private void refresh(UnitOfWork unit, OpenItem item) {
        ItemTable.one(unit, desk.company, item.id().value())
                .ifPresent(before -> ItemTable.update(
                        unit,
                        desk.company,
                        new ItemTable.Kept(
                                item, before.base(), before.sequence(), before.closedDay(), before.closedSequence())));
    }
}
