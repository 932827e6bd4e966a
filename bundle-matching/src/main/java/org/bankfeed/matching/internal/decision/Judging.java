package org.bankfeed.matching.internal.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.judge.Decider;
import org.bankfeed.matching.internal.neighbour.Announcements;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.matching.internal.table.Words;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument;

/** Turns what the core says of a line into its decision. */
public final class Judging {

    private Judging() {}

    /** Decides a line; books it only if nobody left it open on purpose. */
    public static void judge(UnitOfWork unit, CompanyId company, Book book, Taken taken) {
        Verdict verdict = Decider.decide(book, taken.line);
        apply(unit, company, book, taken, verdict, verdict.kind() == Verdict.Kind.BOOK && !taken.leftOpen);
    }

    /** Decides a new line beside the others of its day. */
    public static void judge(UnitOfWork unit, CompanyId company, Book book, Taken taken, Day day) {
        Verdict verdict = beside(unit, company, day, Decider.decide(book, taken.line));
        apply(unit, company, book, taken, verdict, verdict.kind() == Verdict.Kind.BOOK && !taken.leftOpen);
        day.open(taken);
    }

    /** A verdict as it stands beside the other lines of the day. */
    static Verdict beside(UnitOfWork unit, CompanyId company, Day day, Verdict verdict) {
        String kept = verdict.kind() == Verdict.Kind.BOOK ? day.keptFrom(verdict) : null;
        return kept == null
                ? verdict
                : proposed(verdict, ItemTable.one(unit, company, kept).map(ItemTable.Kept::item));
    }

    /** What would be booked as a proposal, because an open line of the day names the document. */
    private static Verdict proposed(Verdict verdict, Optional<OpenItem> named) {
        List<Evidence> evidence = new ArrayList<>(verdict.evidence());
        named.ifPresent(item -> evidence.add(Evidence.of(
                Evidence.Speaks.AGAINST,
                ReasonCode.OTHER_LINE_NAMES_IT,
                new Argument.Document(item.number(), item.type() == OpenItem.Type.CREDIT_NOTE))));
        return suggested(verdict, evidence);
    }

    /** What would be booked as a proposal that says why it is none; anything else as it is. */
    static Verdict proposed(Verdict verdict, Book book, Taken taken) {
        if (verdict.kind() != Verdict.Kind.BOOK) {
            return verdict;
        }
        List<Evidence> evidence = new ArrayList<>(verdict.evidence());
        evidence.add(whyNotBooked(verdict, book, taken));
        return suggested(verdict, evidence);
    }

    private static Evidence whyNotBooked(Verdict verdict, Book book, Taken taken) {
        if (taken.leftOpen) {
            return Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.BOOKING_WAS_TAKEN_BACK);
        }
        return book.documents()
                .issuedAfter(verdict.shares(), taken.line.day())
                .map(later -> Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.ISSUED_AFTER_THE_MONEY, later))
                .orElseGet(() -> Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.CLEAR_ONLY_LATER));
    }

    private static Verdict suggested(Verdict verdict, List<Evidence> evidence) {
        return new Verdict(
                Verdict.Kind.SUGGEST,
                verdict.shares(),
                verdict.confidence(),
                evidence,
                verdict.alternatives(),
                null,
                verdict.rule());
    }

    /** Makes a verdict the line's decision; what would be booked and must not be is proposed. */
    static void apply(UnitOfWork unit, CompanyId company, Book book, Taken taken, Verdict said, boolean books) {
        Verdict verdict = books ? said : proposed(said, book, taken);
        taken.words = Words.of(verdict);
        taken.confidence = verdict.confidence();
        taken.settledItem = verdict.settled();
        taken.rule = taken.leftOpen ? null : verdict.rule();
        taken.parts = books ? parts(unit, company, verdict.shares()) : List.of();
        taken.booking = books ? BookingStatus.PENDING : BookingStatus.NONE;
        taken.attempt += books ? 1 : 0;
        taken.state = taken.leftOpen && verdict.kind() == Verdict.Kind.NO_PAYMENT ? State.NONE : state(book, verdict);
        taken.byPerson = false;
        taken.decidedBy = null;
        taken.tell(book);
        if (books) {
            Announcements.executed(unit, company, book, taken);
        }
    }

    /** The books hold the line's payment already: it is linked, not booked. */
    public static void linked(Book book, Taken taken, HostPayment payment) {
        Evidence held = Evidence.of(
                Evidence.Speaks.FOR,
                ReasonCode.BOOKS_HOLD_PAYMENT,
                new Argument.Text(payment.id()),
                new Argument.Day(payment.date()));
        taken.words = new Words(List.of(held), List.of());
        taken.state = State.LINKED;
        taken.confidence = 0.99;
        taken.hostPayment = payment.id();
        taken.settledItem = payment.documents().isEmpty()
                ? null
                : payment.documents().get(0).value();
        taken.tell(book);
    }

    /** Why a line was booked by itself, for the audit log. */
    public static String reason(Taken taken) {
        List<Evidence> evidence = taken.words.evidence();
        return evidence.isEmpty()
                ? "one explanation"
                : evidence.get(evidence.size() - 1).sentence(Locale.ENGLISH);
    }

    private static State state(Book book, Verdict verdict) {
        String settled = verdict.settled();
        return switch (verdict.kind()) {
            case BOOK -> State.AUTOMATIC;
            case SUGGEST -> State.SUGGESTED;
            case OPEN -> State.NONE;
            case NO_PAYMENT ->
                settled == null
                        ? State.NOT_AN_INVOICE
                        // paid twice is a person's business: the money is to go back
                        : book.documents().closedByUser(settled) ? State.LINKED : State.NONE;
        };
    }

    /** Shares with the booking that a negative one takes back. */
    static List<Taken.Part> parts(UnitOfWork unit, CompanyId company, List<Share> shares) {
        List<Taken.Part> parts = new ArrayList<>(shares.size());
        for (Share share : shares) {
            String earlier = share.takesBack();
            int attempt = earlier == null
                    ? 0
                    : LineTable.one(unit, company, earlier)
                            .map(taken -> taken.attempt)
                            .orElse(1);
            parts.add(new Taken.Part(share, Math.max(earlier == null ? 0 : 1, attempt)));
        }
        return parts;
    }
}
