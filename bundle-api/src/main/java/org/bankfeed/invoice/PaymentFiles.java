package org.bankfeed.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Optional beside {@link HostPayments}: announces the payments of payment files that were sent to the bank (ISO 20022:
 * pain.001 credit transfers, pain.008 direct debits), where the host lets us. A host that makes such files itself needs no
 * such service: it tells what it sent by {@link HostPayments#announced}.
 *
 * <p>Safe for use by many threads. Reading is for viewers and bookkeepers, the rest for bookkeepers only ({@link
 * org.bankfeed.access.AccessDeniedException}).
 */
@ConsumerType
public interface PaymentFiles {

    /** So many bytes a file has at most: 8 MiB. */
    int MOST_BYTES = 8 * 1024 * 1024;

    /**
     * Announces all payments of a file, or none. A file that is known by its message id changes nothing.
     *
     * @param file XML; read to its end or until it is too long, and left open
     * @param ours the company's bank accounts: a file for another account is refused; if there are none, none is
     * @throws InvoiceEntry.Refused if the text is no such file, is broken or not as the standard asks, or contradicts what is known of its
     *     message id; the sentence says what, where and what to do
     * @throws IOException if the stream failed
     */
    Receipt announce(Caller caller, InputStream file, Collection<AccountReference> ours)
            throws InvoiceEntry.Refused, LedgerUnavailableException, IOException;

    /**
     * What became of a file.
     *
     * @param file as it stands now
     * @param known whether it had been announced before, so that nothing changed
     * @param twice payments of the file that pay once more what another payment covers, in the file's order, at most
     *     {@value #MOST_TWICE}: the file is announced all the same, since it was sent, and somebody should stop them at
     *     the bank
     */
    record Receipt(PaymentFile file, boolean known, List<PaidTwice> twice) {
        public Receipt {
            twice = List.copyOf(twice);
        }

        /** Where no payment is double, or the host does not look for it. */
        public Receipt(PaymentFile file, boolean known) {
            this(file, known, List.of());
        }
    }

    /** So many double payments are named one by one. */
    int MOST_TWICE = 100;

    /**
     * A payment that pays what another one covers: both name the same document, neither was withdrawn, and together they
     * are more than was open of it.
     *
     * @param payment the payment of this file
     * @param other the other one, of this file or another
     * @param executed whether the bank has carried the other one out; else it is under way too
     * @param document the document that both pay
     * @param number as printed on it
     */
    record PaidTwice(
            AnnouncedPayment payment, AnnouncedPayment other, boolean executed, DocumentId document, String number) {}

    /**
     * The files, newest first.
     *
     * @param after {@link Page#next} of the part before, or {@code null} to begin
     * @param limit 1 to 200
     */
    Page<PaymentFile> files(Caller caller, @Nullable String after, int limit) throws LedgerUnavailableException;

    /** One file; empty if the company has none of that message id. */
    Optional<PaymentFile> file(Caller caller, String messageId) throws LedgerUnavailableException;

    /**
     * The payments of a file in its order; none of a file that is not known.
     *
     * @param after {@link Page#next} of the part before, or {@code null} to begin
     * @param limit 1 to 500
     */
    Page<FilePayment> payments(Caller caller, String messageId, @Nullable String after, int limit)
            throws LedgerUnavailableException;

    /**
     * Says that the bank will not carry out payments that are under way; others stay as they are.
     *
     * @param payments ids of the file's payments; none for all of them
     * @return how many were withdrawn
     * @throws InvoiceEntry.Refused if there is no such file, or it has no such payment
     */
    int withdraw(Caller caller, String messageId, Collection<String> payments)
            throws InvoiceEntry.Refused, LedgerUnavailableException;

    /**
     * Takes a withdrawal back: the payments are under way again; others stay as they are.
     *
     * @param payments ids of the file's payments; none for all of them
     * @return how many are under way again
     * @throws InvoiceEntry.Refused if there is no such file, or it has no such payment
     */
    int announceAgain(Caller caller, String messageId, Collection<String> payments)
            throws InvoiceEntry.Refused, LedgerUnavailableException;
}
