package org.bankfeed.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a bank line, and why.
 *
 * @param transaction which line
 * @param state what was decided
 * @param booking how its booking stands
 * @param applications what it settles: of a decided line what was booked, else empty
 * @param confidence of what was decided or of the first proposal, 0 to 1
 * @param evidence the reasons for the decision, and what spoke against it; for a suggestion those of the first proposal; of
 *     a person's decision those of the proposal that he took, none if it was a choice of his own
 * @param proposals for an open line the explanations, most probable first, at most five
 * @param attempt number of the latest booking attempt, 0 when there was none
 * @param version grows with each change; a person's act names the one he saw
 * @param decidedBy the user who decided, or {@code null} if nobody did
 * @param decidedAt when it became what it is
 * @param problem why the ledger did not take the booking, in one sentence, or {@code null}
 * @param counterEntry of a line whose booking was taken back: the day of the counter-entry if that is in a later period
 *     because the booking's own is closed; else {@code null}
 * @param about of a line that settles nothing, the settled document that it speaks of: the one whose payment the books hold
 *     already (the first if that paid several), or the one that it seems to pay once more; else {@code null}
 * @param givesBack of a line that settles nothing, the earlier line whose money goes back with it (what came twice, or too
 *     much), also after a person set it aside; else {@code null}. A line that takes a booking back names that in its
 *     applications
 */
public record Decision(
        TransactionId transaction,
        State state,
        BookingStatus booking,
        List<Application> applications,
        double confidence,
        List<Evidence> evidence,
        List<Proposal> proposals,
        int attempt,
        long version,
        @Nullable String decidedBy,
        Instant decidedAt,
        @Nullable Sentence problem,
        @Nullable LocalDate counterEntry,
        @Nullable DocumentId about,
        @Nullable TransactionId givesBack) {

    /** Of a line without a counter-entry in another period, that speaks of no settled document and gives nothing back. */
    public Decision(
            TransactionId transaction,
            State state,
            BookingStatus booking,
            List<Application> applications,
            double confidence,
            List<Evidence> evidence,
            List<Proposal> proposals,
            int attempt,
            long version,
            @Nullable String decidedBy,
            Instant decidedAt,
            @Nullable Sentence problem) {
        this(
                transaction,
                state,
                booking,
                applications,
                confidence,
                evidence,
                proposals,
                attempt,
                version,
                decidedBy,
                decidedAt,
                problem,
                null,
                null,
                null);
    }

    public Decision {
        applications = List.copyOf(applications);
        evidence = List.copyOf(evidence);
        proposals = List.copyOf(proposals);
    }

    /** What can be decided of a line. */
    public enum State {
        /** One explanation without a rival: booked by itself. */
        AUTOMATIC,
        /** Booked as a person said. */
        CONFIRMED,
        /** Explanations for a person to choose from. */
        SUGGESTED,
        /** No explanation was found (yet). */
        NONE,
        /** It equals a payment that the host has already: linked, not booked. */
        LINKED,
        /** It pays no invoice: recognised as such, or said by a person. */
        NOT_AN_INVOICE
    }

    /** How far the booking in the ledger is. */
    public enum BookingStatus {
        /** None is wanted. */
        NONE,
        /** Decided and on its way to the ledger, which may be away: it will be sent until it answers. */
        PENDING,
        BOOKED,
        /** A reversal is on its way to the ledger. */
        REVERSING
    }
}
