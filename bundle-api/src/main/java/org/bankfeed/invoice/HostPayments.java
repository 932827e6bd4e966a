package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.access.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Optional beside {@link InvoiceLedger}: payments that the host already has, and those it has announced. A bank line that
 * equals one it has is linked to it and never booked again; an invoice with an announced one is on its way.
 *
 * <p>Safe for use by many threads.
 */
@ConsumerType
public interface HostPayments {

    /** Payments that are in the books by another way than ours, dated in the days given, both included. */
    List<HostPayment> payments(Caller caller, LocalDate from, LocalDate to) throws LedgerUnavailableException;

    /** Payments under way: sent to the bank, not booked by it as far as the host knows. */
    List<AnnouncedPayment> announced(Caller caller) throws LedgerUnavailableException;
}
