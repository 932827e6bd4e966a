package org.bankfeed.invoice;

import java.util.List;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The invoice module of a host ERP: its open items and their changes come out, bookings and their reversal go in.
 *
 * <p>The host implements it and may come late, go away and come back. Calls may block on a database or a network. Safe
 * for use by many threads; two bookings on one document at once are the ledger's to put in order. {@code
 * InvoiceLedgerContract} in this bundle's test-jar tries an implementation.
 */
@ConsumerType
public interface InvoiceLedger {

    /**
     * Which books these are: the same for ever, over restarts and updates, and different from any other ledger's. A
     * company is tied to it by its first booking.
     */
    String id();

    /**
     * Documents of the company that changed after a position, each as it is now. Starting from {@link
     * LedgerPosition#START} gives every document, paid ones too.
     *
     * @param limit 1 to 1000
     */
    LedgerPage changes(Caller caller, LedgerPosition after, int limit) throws LedgerUnavailableException;

    /** One document as it is now; empty if the company has none of that id. */
    Optional<OpenItem> item(Caller caller, DocumentId id) throws LedgerUnavailableException;

    /** What settled a document and still stands, oldest first; empty for none or an unknown document. */
    List<Settlement> settlements(Caller caller, DocumentId id) throws LedgerUnavailableException;

    /**
     * Writes a booking, as a whole or not at all. The same key again gives the first answer and changes nothing.
     *
     * <p>An application may not exceed what is outstanding; a negative one may not exceed what its booking applied and
     * has not been taken back.
     */
    BookingResult book(Caller caller, Booking booking) throws LedgerUnavailableException;

    /**
     * Takes a booking back by a counter-entry. Reversing twice is the same as once. Refused if a later booking took
     * back (part of) it: that one has to be undone first.
     *
     * <p>Nothing is written into a closed period: if that of the booking is closed, the counter-entry stands on the first day
     * of the first open one after it, and the answer says so.
     *
     * @param reason for the books, in the person's words or ours
     */
    ReversalResult reverse(Caller caller, BookingKey key, String reason) throws LedgerUnavailableException;

    /** What is known of a key, to ask after a time-out. */
    BookingState booking(Caller caller, BookingKey key) throws LedgerUnavailableException;
}
