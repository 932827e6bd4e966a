package org.bankfeed.matching.internal.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.DocumentId;
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
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/** Turns what the core says of a line into its decision, in one transaction. */
public final class Judging {

    private final UnitOfWork unit;
    private final CompanyRow row;
    private final Book book;

    public Judging(UnitOfWork unit, CompanyRow row, Book book) {
        this.unit = unit;
        this.row = row;
        this.book = book;
    }

    /** Decides a line; books it only if nobody left it open on purpose. */
    public void judge(Taken taken) {
        decide(taken, Decider.decide(book, taken.line()));
    }

    /** Decides a new line beside the others of its day. */
    public void judge(Taken taken, Day day) {
        decide(taken, beside(day, Decider.decide(book, taken.line())));
        day.open(taken);
    }

    private void decide(Taken taken, Verdict verdict) {
        apply(taken, verdict, verdict.kind() == Verdict.Kind.BOOK && !taken.leftOpen());
    }

    /** A verdict as it stands beside the other lines of the day. */
    Verdict beside(Day day, Verdict verdict) {
        String kept = verdict.kind() == Verdict.Kind.BOOK ? day.keptFrom(verdict) : null;
        return kept == null
                ? verdict
                : proposed(verdict, ItemTable.one(unit, row.company, kept).map(ItemTable.Kept::item));
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
    Verdict proposed(Taken taken, Verdict verdict) {
        if (verdict.kind() != Verdict.Kind.BOOK) {
            return verdict;
        }
        List<Evidence> evidence = new ArrayList<>(verdict.evidence());
        evidence.add(whyNotBooked(taken, verdict));
        return suggested(verdict, evidence);
    }

    private Evidence whyNotBooked(Taken taken, Verdict verdict) {
        if (taken.leftOpen()) {
            return Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.BOOKING_WAS_TAKEN_BACK);
        }
        return book.documents()
                .issuedAfter(verdict.shares(), taken.line().day())
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
                verdict.rule(),
                null);
    }

    /** Makes a verdict the line's decision; what would be booked and must not be is proposed. */
    void apply(Taken taken, Verdict said, boolean books) {
        if (books) {
            taken.books(said, parts(said.shares()));
        } else {
            Verdict verdict = proposed(taken, said);
            taken.judged(verdict, state(taken, verdict));
        }
        taken.tell(book);
        if (books) {
            Announcements.executed(unit, row.company, book, taken);
        }
    }

    /** The books hold the line's payment already: it is linked, not booked. */
    public void linked(Taken taken, HostPayment payment) {
        taken.linked(
                payment,
                Evidence.of(
                        Evidence.Speaks.FOR,
                        ReasonCode.BOOKS_HOLD_PAYMENT,
                        new Argument.Text(payment.id()),
                        new Argument.Day(payment.date())));
        taken.tell(book);
    }

    /** The books show a document as settled by the line's payment: it is linked, not booked, for the reasons that it has. */
    public void linked(Taken taken, DocumentId document) {
        List<Evidence> known = taken.words().evidence();
        boolean speaksOfIt = document.value().equals(taken.settledItem())
                && known.stream().anyMatch(one -> one.code() == ReasonCode.CLOSED_BY_HAND);
        taken.linked(document.value(), speaksOfIt ? known : List.of(closedByHand(document)));
        taken.tell(book);
    }

    private Evidence closedByHand(DocumentId document) {
        OpenItem item = ItemTable.one(unit, row.company, document.value())
                .map(ItemTable.Kept::item)
                .orElseThrow();
        return Evidence.of(
                Evidence.Speaks.FOR,
                ReasonCode.CLOSED_BY_HAND,
                new Argument.Document(item.number(), item.type() == OpenItem.Type.CREDIT_NOTE));
    }

    /** What was booked by itself ties the company to its ledger, and stands in the audit log with its reason. */
    public void noteIfBooked(Taken taken, Caller caller) {
        if (taken.booking() == BookingStatus.PENDING) {
            row.tie();
            unit.audit(caller, "decide", taken.line().id(), "Booked automatically: " + reason(taken));
        }
    }

    private static String reason(Taken taken) {
        List<Evidence> evidence = taken.words().evidence();
        return evidence.isEmpty()
                ? "one explanation"
                : evidence.get(evidence.size() - 1).sentence(Locale.ENGLISH);
    }

    private State state(Taken taken, Verdict verdict) {
        return switch (verdict.kind()) {
            case BOOK -> State.AUTOMATIC;
            case SUGGEST -> State.SUGGESTED;
            case OPEN -> State.NONE;
            case NO_PAYMENT -> taken.leftOpen() ? State.NONE : noPayment(verdict.settled());
        };
    }

    private State noPayment(@Nullable String settled) {
        if (settled == null) {
            return State.NOT_AN_INVOICE;
        }
        // paid twice is a person's business: the money is to go back
        return book.documents().closedByUser(settled) ? State.LINKED : State.NONE;
    }

    /** Shares with the booking that a negative one takes back. */
    private List<Taken.Part> parts(List<Share> shares) {
        List<Taken.Part> parts = new ArrayList<>(shares.size());
        for (Share share : shares) {
            String earlier = share.takesBack();
            int attempt = earlier == null
                    ? 0
                    : LineTable.one(unit, row.company, earlier)
                            .map(Taken::attempt)
                            .orElse(1);
            parts.add(new Taken.Part(share, Math.max(earlier == null ? 0 : 1, attempt)));
        }
        return List.copyOf(parts);
    }
}
