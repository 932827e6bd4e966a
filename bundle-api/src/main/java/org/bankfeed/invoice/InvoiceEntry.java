package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Optional beside {@link InvoiceLedger}: entering, cancelling and closing documents, where the host lets us.
 *
 * <p>Safe for use by many threads. Bookkeepers only ({@link org.bankfeed.access.AccessDeniedException}).
 */
@ConsumerType
public interface InvoiceEntry {

    /**
     * Enters a document.
     *
     * @throws Refused if the id stands already, an amount or date is not possible, or a reference's check digits fail
     */
    OpenItem add(Caller caller, NewDocument document) throws Refused, LedgerUnavailableException;

    /**
     * Withdraws a document on which nothing was booked.
     *
     * @throws Refused if there is no such document, or something was paid on it
     */
    OpenItem cancel(Caller caller, DocumentId id, String reason) throws Refused, LedgerUnavailableException;

    /**
     * Settles what is outstanding by a payment of unknown origin, as a bookkeeper does for cash.
     *
     * @throws Refused if there is no such document, it was withdrawn, or the day is in a closed period; one that is settled
     *     already stays as it is
     */
    OpenItem close(Caller caller, DocumentId id, LocalDate on) throws Refused, LedgerUnavailableException;

    /** Up to which day the periods of the books are closed; empty if none is, or the host does not say. */
    default Optional<LocalDate> closedUntil(Caller caller) throws LedgerUnavailableException {
        return Optional.empty();
    }

    /**
     * Closes the periods up to a day, or opens later ones again: from now on nothing is written on a day that is closed.
     *
     * @param day the last closed one, or {@code null} to open all
     * @throws Refused if the host closes its periods elsewhere, which it does unless it says otherwise
     */
    default void closeUntil(Caller caller, @Nullable LocalDate day) throws Refused, LedgerUnavailableException {
        throw new Refused(Sentence.of(RefusalCode.PERIODS_CLOSED_ELSEWHERE));
    }

    /** What was asked cannot be done; the message says why. Nothing changed. */
    final class Refused extends Exception implements Explained {

        private final transient Sentence sentence;

        /** In the host's own words, the same in every language. */
        public Refused(String message) {
            this(Sentence.quoted(message));
        }

        /** With a code, for what is to be said in the reader's language; {@link RefusalCode} has those of our own ledger. */
        public Refused(Sentence sentence) {
            super(sentence.in(Locale.ENGLISH));
            this.sentence = sentence;
        }

        @Override
        public Sentence sentence() {
            return sentence;
        }
    }
}
