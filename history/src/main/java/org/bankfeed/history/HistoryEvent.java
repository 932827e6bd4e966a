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
     * What was booked for an earlier transaction; it overrides whatever was decided before.
     *
     * @param applications empty if the transaction pays no invoice
     * @param by who decided that
     */
    record Confirmed(String transactionId, List<HistoryApplication> applications, By by) implements HistoryEvent {
        public Confirmed {
            applications = List.copyOf(applications);
        }

        /** What the bookkeeper said. */
        public Confirmed(String transactionId, List<HistoryApplication> applications) {
            this(transactionId, applications, By.PERSON);
        }
    }

    /** Who decided what a transaction pays. */
    enum By {
        /** The bookkeeper. */
        PERSON("person"),
        /** The matching, and nobody took it back. */
        MATCHING("matching");

        private final String word;

        By(String word) {
            this.word = word;
        }

        /** The word that stands in the record. */
        public String word() {
            return word;
        }
    }
}
