package org.bankfeed.matching.internal.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** A line that was taken up, and what was decided of it. Changed only under its company's row, then written. */
public final class Taken {

    final Line line;
    public final long sequence;
    final @Nullable String hostAccount;
    State state = State.NONE;
    BookingStatus booking = BookingStatus.NONE;
    List<Part> parts = List.of();
    double confidence;
    Words words = Words.NONE;
    int attempt;
    long version;

    @Nullable
    String decidedBy;

    Instant decidedAt = Instant.EPOCH;

    @Nullable
    Sentence problem;

    boolean byPerson;

    /** Undone by a person: not to be booked by itself again. */
    boolean leftOpen;

    /** The settled document that it speaks of; with a payment that the books hold, what that paid. */
    @Nullable
    String settledItem;

    @Nullable
    String hostPayment;

    /** The earlier line whose money goes back with it; it settles nothing itself. */
    @Nullable
    String givesBack;

    /** The company's rule that settled it as no invoice. */
    @Nullable
    String rule;

    /** The day of the latest counter-entry, if its booking's own period was closed. */
    @Nullable
    LocalDate counterEntry;

    long changedSequence;

    /** A share, with the attempt of the booking that a negative one takes back. */
    public record Part(Share share, int takesBackAttempt) {}

    /** A line that came, at its place in the order of arrival; {@code hostAccount}: the host's id of our account. */
    public Taken(Line line, long sequence, @Nullable String hostAccount) {
        this.line = line;
        this.sequence = sequence;
        this.hostAccount = hostAccount;
    }

    /** The same line, undecided, as the bank writes it now. */
    public Taken reading(Line now) {
        Taken again = new Taken(now, sequence, hostAccount);
        again.attempt = attempt;
        again.version = version;
        again.leftOpen = leftOpen;
        return again;
    }

    // ---- what becomes of it

    /** The matching books it by itself: to be sent under a new attempt. */
    public void books(Verdict verdict, List<Part> shares) {
        judged(verdict, State.AUTOMATIC);
        parts = shares;
        booking = BookingStatus.PENDING;
        attempt++;
    }

    /** The matching says what it thinks of it, and books nothing. */
    public void judged(Verdict verdict, State now) {
        judged(now, Words.of(verdict), verdict.confidence());
        settledItem = verdict.settled();
        rule = leftOpen ? null : verdict.rule();
        givesBack = verdict.givesBack();
    }

    /** The books hold its payment already. */
    public void linked(HostPayment payment, Evidence said) {
        judged(State.LINKED, new Words(List.of(said), List.of()), 0.99);
        hostPayment = payment.id();
        settledItem = payment.documents().isEmpty()
                ? null
                : payment.documents().get(0).value();
    }

    /** The books hold its payment already, as a settled document shows. */
    public void linked(String document, List<Evidence> said) {
        judged(State.LINKED, new Words(said, List.of()), 0.99);
        hostPayment = null;
        settledItem = document;
    }

    /** It is linked because a person said so. */
    public void linkedBy(String person) {
        decidedBy = person;
        problem = null;
        rule = null;
    }

    /** A person undid its link, and nothing else explains it: it still speaks of the document, for whoever links it again. */
    public void speaksStillOf(Taken linked) {
        words = linked.words;
        settledItem = linked.settledItem;
    }

    private void judged(State now, Words said, double sure) {
        state = now;
        words = said;
        confidence = sure;
        parts = List.of();
        booking = BookingStatus.NONE;
        byPerson = false;
        decidedBy = null;
        givesBack = null;
    }

    /** A person says what it pays: to be sent under a new attempt. */
    public void confirmed(List<Part> said, String person) {
        said(State.CONFIRMED, said, person);
        givesBack = null;
        booking = BookingStatus.PENDING;
        attempt++;
    }

    /** A person says that it pays no invoice; whose money goes back with it is as true as before. */
    public void setAside(String person) {
        said(State.NOT_AN_INVOICE, List.of(), person);
        booking = BookingStatus.NONE;
        confidence = 1;
    }

    private void said(State now, List<Part> said, String person) {
        state = now;
        parts = said;
        words = words.decided(shares());
        byPerson = true;
        decidedBy = person;
        nothingElse();
    }

    /** A person wants its booking undone; it stands until the ledger has taken it back. */
    public void takesBack() {
        booking = BookingStatus.REVERSING;
    }

    /**
     * Its booking was taken back: it is open, and to be judged anew.
     *
     * @param movedTo the day of the counter-entry, if the period of the booking is closed
     */
    public void takenBack(@Nullable LocalDate movedTo) {
        parts = List.of();
        leftOpen = true;
        problem = null;
        counterEntry = movedTo;
    }

    /** A person opened it again, and nothing was booked: to be judged anew. */
    public void opened() {
        parts = List.of();
        leftOpen = true;
        counterEntry = null;
        nothingElse();
    }

    /** The settled document that it speaks of, or {@code null}. */
    public @Nullable String settledItem() {
        return settledItem;
    }

    /** What the books, the host or a rule had said of it holds no more. */
    private void nothingElse() {
        problem = null;
        settledItem = null;
        hostPayment = null;
        rule = null;
    }

    /** Forgets the day of a counter-entry that has nothing to do with what was decided now. */
    public void noCounterEntry() {
        counterEntry = null;
    }

    /** The books did not take it: a person sees what was meant, and why it did not go. */
    public void refused(Sentence reason) {
        List<Verdict.Explained> proposals = new ArrayList<>();
        proposals.add(new Verdict.Explained(shares(), Math.min(confidence, 0.5), words.evidence()));
        proposals.addAll(words.proposals());
        words = new Words(words.evidence(), proposals);
        confidence = Math.min(confidence, 0.5);
        state = State.SUGGESTED;
        booking = BookingStatus.NONE;
        parts = List.of();
        leftOpen = true;
        byPerson = false;
        problem = reason;
    }

    /**
     * The books did not take it back: it stands as before.
     *
     * @param untold why, if the person who wanted it is not told at once; else {@code null}
     */
    public void refusedToBeTakenBack(@Nullable Sentence untold) {
        booking = BookingStatus.BOOKED;
        problem = untold;
    }

    /** Numbers a change, at its place in the order of what was decided. */
    public void changed(long place) {
        changedSequence = place;
        version++;
    }

    /** Numbers a change that is a decision. */
    public void decided(long place, Instant at) {
        changed(place);
        decidedAt = at;
    }

    // ---- what it is

    public Line line() {
        return line;
    }

    /** Its place in the order of arrival. */
    public long sequence() {
        return sequence;
    }

    /** The place of what was last decided, in the same order. */
    public long changedSequence() {
        return changedSequence;
    }

    public State state() {
        return state;
    }

    public BookingStatus booking() {
        return booking;
    }

    public Words words() {
        return words;
    }

    public List<Part> parts() {
        return parts;
    }

    /** Which booking of the line is the latest; 0: none yet. */
    public int attempt() {
        return attempt;
    }

    public long version() {
        return version;
    }

    /** The person who decided it, or {@code null}. */
    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public boolean byPerson() {
        return byPerson;
    }

    /** Whether a person undid it, or the books refused it: it is not booked by itself again. */
    public boolean leftOpen() {
        return leftOpen;
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
}
