package org.bankfeed.matching.internal.decision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.judge.Decider;
import org.bankfeed.matching.internal.table.AnnouncedTable;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.matching.internal.table.Words;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Judges lines again that came before their documents, or before the payment that they carry out was announced. Only lines
 * that nobody decided are looked at, and of those only the newest {@link #MOST}, so that a document that is entered costs
 * the same however many lines stayed open over the years. A line is touched only if what came is among its explanations now.
 */
public final class OpenLines {

    private static final int MOST = 500;

    /** What says that a line is a payment of ours, or a batch of them. */
    private static final Set<ReasonCode> CARRIES_OUT = EnumSet.of(
            ReasonCode.OWN_PAYMENT_END_TO_END,
            ReasonCode.BATCH_NAMED,
            ReasonCode.BATCH_SUM,
            ReasonCode.BATCH_SUM_OF_SOME);

    private final UnitOfWork unit;
    private final CompanyRow row;
    private final Book book;
    private final Judging judging;
    private final Clock clock;
    private final Caller caller;
    private int automatic;
    private int suggested;

    public OpenLines(Clock clock, Caller caller, UnitOfWork unit, CompanyRow row, Book book) {
        this.clock = clock;
        this.caller = caller;
        this.unit = unit;
        this.row = row;
        this.book = book;
        this.judging = new Judging(unit, row, book);
    }

    /** How many lines it booked. */
    public int automatic() {
        return automatic;
    }

    /** For how many lines it has a proposal now that had none. */
    public int suggested() {
        return suggested;
    }

    /** What came since the lines were last judged: documents, and those of payments of ours that were announced. */
    private record Came(Set<String> documents, Set<String> announced) {

        boolean isNothing() {
            return documents.isEmpty() && announced.isEmpty();
        }

        /** Whether it is among a line's explanations; an announced payment counts only where the line carries it out. */
        boolean concerns(Verdict verdict) {
            return OpenLines.concerns(verdict, documents)
                    || carriesOut(verdict.evidence()) && OpenLines.concerns(verdict, announced);
        }

        /** Whether it is what a line would be booked on; what only stands beside that makes nothing clear that was not. */
        boolean explains(Verdict verdict) {
            return names(verdict.shares(), documents)
                    || carriesOut(verdict.evidence()) && names(verdict.shares(), announced);
        }

        private static boolean carriesOut(List<Evidence> evidence) {
            return evidence.stream().anyMatch(one -> CARRIES_OUT.contains(one.code()));
        }
    }

    private Came came() {
        Set<String> announced = AnnouncedTable.cameSince(unit, row.company, row.judgedSequence()).stream()
                .flatMap(one -> one.documents().stream())
                .collect(Collectors.toSet());
        return new Came(ItemTable.openSince(unit, row.company, row.judgedSequence()), announced);
    }

    /** The lines that would be booked by what came since the last time; empty if nothing came. */
    public Optional<List<Taken>> bookable() {
        Came came = came();
        if (came.isNothing()) {
            return Optional.empty();
        }
        List<Taken> lines = new ArrayList<>();
        for (Taken taken : LineTable.open(unit, row.company, MOST)) {
            Verdict verdict = Decider.decide(book, taken.line());
            if (came.explains(verdict) && mayBook(taken, verdict)) {
                lines.add(taken);
            }
        }
        return Optional.of(lines);
    }

    /** Judges by what came since the last time, documents and announced payments, as if the lines came now. */
    public void explanationsCame(Function<Taken, @Nullable HostPayment> equal) {
        Came came = came();
        again(came::concerns, came::explains, equal);
        row.judgedAll();
    }

    /**
     * Proposes documents that can be paid again or read otherwise now. It is never booked by itself: a person is just at
     * it, and knows what comes next.
     */
    public void documentsReopened(Set<String> documents) {
        if (!documents.isEmpty()) {
            again(verdict -> concerns(verdict, documents), verdict -> false, taken -> null);
        }
    }

    /**
     * Proposes anew what lines that came, or a person's word, explain more of: of the open lines that share a document, a
     * payer or an amount with them. It is never booked by itself, and what would say the same stays untouched, for whoever
     * is just looking at it.
     */
    public void touched(Touched touched) {
        List<Taken> open = LineTable.open(unit, row.company, MOST);
        Map<String, Day> days = new HashMap<>();
        open.forEach(taken -> days.computeIfAbsent(day(taken), key -> new Day(book, List.of()))
                .open(taken));
        for (Taken taken : open) {
            if (touched.concerns(taken)) {
                Day day = days.getOrDefault(day(taken), new Day(book, List.of()));
                Verdict verdict = judging.proposed(taken, judging.beside(day, Decider.decide(book, taken.line())));
                // a rule holds from the next line on: what came before it stays a person's
                boolean ruled = verdict.rule() != null;
                if (!ruled && !Words.of(verdict).equals(taken.words())) {
                    again(taken, verdict, false, null);
                }
            }
        }
    }

    private static String day(Taken taken) {
        return taken.line().account() + ' ' + taken.line().day();
    }

    /**
     * Looks again at lines for which documents are proposed that somebody settled by another way: a line of that very
     * payment is linked, another one is never booked by itself.
     */
    public void documentsSettled(Set<String> documents, Function<Taken, @Nullable HostPayment> equal) {
        for (Taken taken : proposing(documents)) {
            again(taken, Decider.decide(book, taken.line()), false, equal.apply(taken));
        }
    }

    /** The open lines for which some documents are proposed. */
    public List<Taken> proposing(Set<String> documents) {
        return LineTable.open(unit, row.company, MOST).stream()
                .filter(taken -> taken.words().proposals().stream().anyMatch(one -> names(one.shares(), documents)))
                .toList();
    }

    private void again(
            Predicate<Verdict> concerned, Predicate<Verdict> books, Function<Taken, @Nullable HostPayment> equal) {
        for (Taken taken : LineTable.open(unit, row.company, MOST)) {
            Verdict verdict = Decider.decide(book, taken.line());
            if (concerned.test(verdict)) {
                boolean may = books.test(verdict) && mayBook(taken, verdict);
                again(taken, verdict, may, may ? equal.apply(taken) : null);
            }
        }
    }

    private void again(Taken taken, Verdict verdict, boolean books, @Nullable HostPayment payment) {
        State before = taken.state();
        if (payment == null) {
            judging.apply(taken, verdict, books);
        } else {
            judging.linked(taken, payment);
        }
        taken.decided(row.next(), clock.instant());
        LineTable.update(unit, row.company, taken);
        judging.noteIfBooked(taken, caller);
        suggested += taken.state() == State.SUGGESTED && before != State.SUGGESTED ? 1 : 0;
        automatic += taken.state() == State.AUTOMATIC ? 1 : 0;
    }

    private static boolean concerns(Verdict verdict, Set<String> documents) {
        return verdict.kind() != Verdict.Kind.NO_PAYMENT
                && (names(verdict.shares(), documents)
                        || verdict.alternatives().stream().anyMatch(other -> names(other.shares(), documents)));
    }

    private static boolean names(List<Share> shares, Set<String> documents) {
        return shares.stream().anyMatch(share -> documents.contains(share.document()));
    }

    /**
     * Whether a line may be booked by itself: by the rules for a new one, and only on documents that were there to be paid
     * on its day. Money that came before a document was issued is seldom meant for it: the same customer's next invoice
     * is of the same amount, and the text says last month's number.
     */
    private boolean mayBook(Taken taken, Verdict verdict) {
        return verdict.kind() == Verdict.Kind.BOOK
                && book.documents()
                        .issuedAfter(verdict.shares(), taken.line().day())
                        .isEmpty();
    }
}
