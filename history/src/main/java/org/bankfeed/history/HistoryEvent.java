package org.bankfeed.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** A payment of the company's own was sent to the bank. Said again under the same id, it replaces what was said before. */
    record PaymentAnnounced(HistoryAnnouncement payment) implements HistoryEvent {}

    /** An announced payment is under way no more: the bank carried it out, or never will. */
    record AnnouncementEnded(String paymentId) implements HistoryEvent {}

    /**
     * A person said who pays for whom, or that it is to be forgotten.
     *
     * @param sign by what on a line it is known
     * @param key the account number, name or mandate, folded as the matching folds it
     * @param partyId for whom it pays
     * @param shown as the person reads it; null if it is to be forgotten
     */
    record FactSaid(
            Sign sign, String key, String partyId, @Nullable String shown) implements HistoryEvent {}

    /** What on a line tells who pays. */
    enum Sign {
        ACCOUNT("account"),
        NAME("name"),
        MANDATE("mandate");

        private final String word;

        Sign(String word) {
            this.word = word;
        }

        /** The word that stands in the record. */
        public String word() {
            return word;
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
