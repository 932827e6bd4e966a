package org.bankfeed.matching.internal.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Proposal;
import org.bankfeed.matching.RefusalCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.value.AccountReference;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** A line that was taken up, and what was decided of it. Changed only under its company's row, then written. */
public final class Taken {

    /** As a person reads it who sits where the banks are. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    public final Line line;
    public final long sequence;
    public final @Nullable String hostAccount;
    public State state = State.NONE;
    public BookingStatus booking = BookingStatus.NONE;
    public List<Part> parts = List.of();
    public double confidence;
    public Words words = Words.NONE;
    public int attempt;
    public long version;

    @Nullable
    public String decidedBy;

    public Instant decidedAt = Instant.EPOCH;

    @Nullable
    public Sentence problem;

    public boolean byPerson;

    /** Undone by a person: not to be booked by itself again. */
    public boolean leftOpen;

    /** The settled document that it speaks of; with a payment that the books hold, what that paid. */
    @Nullable
    public String settledItem;

    @Nullable
    public String hostPayment;

    /** The company's rule that settled it as no invoice. */
    @Nullable
    public String rule;

    /** The day of the latest counter-entry, if its booking's own period was closed. */
    @Nullable
    public LocalDate counterEntry;

    public long changedSequence;

    /** A share, with the attempt of the booking that a negative one takes back. */
    public record Part(Share share, int takesBackAttempt) {}

    public Taken(Line line, long sequence, @Nullable String hostAccount) {
        this.line = line;
        this.sequence = sequence;
        this.hostAccount = hostAccount;
    }

    public List<Share> shares() {
        return parts.stream().map(Part::share).toList();
    }

    public BookingKey key() {
        return new BookingKey(line.id(), attempt);
    }

    public boolean stands() {
        return booking == BookingStatus.BOOKED || booking == BookingStatus.PENDING;
    }

    List<Application> applications() {
        return parts.stream().map(this::application).toList();
    }

    private Application application(Part part) {
        Share share = part.share();
        return new Application(
                new DocumentId(share.document()),
                Minor.money(share.amount(), line.currency()),
                Minor.money(share.writeOff(), line.currency()),
                share.takesBack() == null ? null : new BookingKey(share.takesBack(), part.takesBackAttempt()));
    }

    /** Tells a book what stands of the line now. */
    public void tell(Book book) {
        boolean open = booking == BookingStatus.REVERSING;
        book.record(line, stands() ? shares() : List.of(), byPerson && !open, byPerson ? words.proposed() : Set.of());
        if (hostPayment != null) {
            book.held(line.id());
        } else if (settledItem != null) {
            book.link(line.id(), settledItem);
        }
    }

    /**
     * What goes to the ledger: made of what is written only, so that sending it again sends the same.
     *
     * @param executed ids of the announced payments that the line carried out
     */
    public Booking toBook(List<String> executed) {
        return new Booking(
                key(),
                AccountReference.of(line.account()),
                hostAccount,
                line.day(),
                Minor.money(line.amount(), line.currency()),
                line.name().isEmpty() ? null : line.name(),
                line.text().isEmpty() ? null : line.text(),
                applications(),
                executed);
    }

    /** What was last decided, by whom and when, for one who saw something else before. */
    public Sentence whatHappened() {
        return booking == BookingStatus.REVERSING ? Sentence.of(RefusalCode.JUST_TAKEN_BACK) : decided();
    }

    private Sentence decided() {
        Moment when = new Moment(decidedAt, ZONE);
        return switch (state) {
            case AUTOMATIC -> Sentence.of(RefusalCode.MEANWHILE_BOOKED, when);
            case CONFIRMED -> Sentence.of(RefusalCode.MEANWHILE_CONFIRMED, when, new Name(String.valueOf(decidedBy)));
            case NOT_AN_INVOICE ->
                decidedBy == null
                        ? Sentence.of(RefusalCode.MEANWHILE_SET_ASIDE, when)
                        : Sentence.of(RefusalCode.MEANWHILE_SET_ASIDE_BY, when, new Name(decidedBy));
            case LINKED -> Sentence.of(RefusalCode.MEANWHILE_LINKED, when);
            case SUGGESTED, NONE ->
                Sentence.of(
                        problem != null
                                ? RefusalCode.MEANWHILE_NOT_TAKEN
                                : leftOpen ? RefusalCode.MEANWHILE_OPENED : RefusalCode.MEANWHILE_JUDGED,
                        when);
        };
    }

    public Decision decision() {
        return new Decision(
                TransactionId.parse(line.id()),
                state,
                booking,
                applications(),
                confidence,
                words.evidence(),
                words.proposals().stream().map(this::proposal).toList(),
                attempt,
                version,
                decidedBy,
                decidedAt,
                problem,
                counterEntry,
                about());
    }

    private @Nullable DocumentId about() {
        return settledItem == null ? null : new DocumentId(settledItem);
    }

    private Proposal proposal(Verdict.Explained explained) {
        List<Application> applications = explained.shares().stream()
                .map(share -> application(new Part(share, 1)))
                .toList();
        return new Proposal(applications, explained.confidence(), explained.evidence());
    }
}
