package org.bankfeed.history;

import java.util.List;

/** One thing that happened to the company, in order of arrival. */
public sealed interface HistoryEvent {

    /** An invoice or credit note was opened; it may arrive days after its issue date. */
    record InvoiceOpened(HistoryInvoice invoice) implements HistoryEvent {}

    /** A document was settled or cancelled outside the bank accounts of this history. */
    record InvoiceClosed(String invoiceId) implements HistoryEvent {}

    /** The bank booked a line. */
    record TransactionBooked(HistoryTransaction transaction) implements HistoryEvent {}

    /**
     * What the bookkeeper booked for an earlier transaction; it overrides whatever was decided before.
     *
     * @param applications empty if the transaction pays no invoice
     */
    record Confirmed(String transactionId, List<HistoryApplication> applications) implements HistoryEvent {
        public Confirmed {
            applications = List.copyOf(applications);
        }
    }
}
