package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment under way that the host knows of: a line of a payment file that was sent, or of a collection.
 *
 * @param id the host's id
 * @param endToEndId as given to the bank, or {@code null}
 * @param amount signed as it will stand on the bank account
 * @param expected the day on which it should be booked
 * @param documents what it pays
 * @param batch what the bank calls the file or the part of it that it books as one line (ISO 20022: the payment
 *     information id, or the message id where the bank takes that), at most 35 characters; {@code null} if the payment
 *     has a line of its own. Its payments are those of the same file, batch, sign and currency
 * @param file what the file calls itself in which it was sent (ISO 20022: the message id), so that equal batch ids of two
 *     files are two batches, at most 35 characters; {@code null} if it stands in none, or the batch's id tells files apart
 */
public record AnnouncedPayment(
        String id,
        @Nullable String endToEndId,
        Money amount,
        LocalDate expected,
        List<DocumentId> documents,
        @Nullable String batch,
        @Nullable String file) {

    public AnnouncedPayment {
        documents = List.copyOf(documents);
        if (batch != null && (batch.isBlank() || batch.length() > 35)) {
            throw new IllegalArgumentException("a batch's id has 1 to 35 characters, or is absent");
        }
        if (file != null && (file.isBlank() || file.length() > 35)) {
            throw new IllegalArgumentException("a file's id has 1 to 35 characters, or is absent");
        }
    }

    /** A payment of a batch whose id tells it apart from those of other files. */
    public AnnouncedPayment(
            String id,
            @Nullable String endToEndId,
            Money amount,
            LocalDate expected,
            List<DocumentId> documents,
            @Nullable String batch) {
        this(id, endToEndId, amount, expected, documents, batch, null);
    }

    /** A payment that has a line of its own. */
    public AnnouncedPayment(
            String id, @Nullable String endToEndId, Money amount, LocalDate expected, List<DocumentId> documents) {
        this(id, endToEndId, amount, expected, documents, null, null);
    }
}
