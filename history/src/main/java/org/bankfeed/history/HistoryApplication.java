package org.bankfeed.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction does to one document.
 *
 * @param amount how much of the document's outstanding amount it consumes; negative: an earlier application is taken
 *     back, as when a direct debit is returned
 * @param writeOff what is settled beside it without cash: a discount, a bank's fee, a rounding
 * @param takesBack of a negative amount, the transaction whose application is taken back; null if nobody said
 */
public record HistoryApplication(
        String invoiceId,
        BigDecimal amount,
        @Nullable BigDecimal writeOff,
        @Nullable String takesBack) {

    public HistoryApplication(String invoiceId, BigDecimal amount) {
        this(invoiceId, amount, null);
    }

    public HistoryApplication(String invoiceId, BigDecimal amount, @Nullable BigDecimal writeOff) {
        this(invoiceId, amount, writeOff, null);
    }

    /** Cash and write-off together: by how much the document's outstanding amount falls. */
    public BigDecimal settles() {
        return writeOff == null ? amount : amount.add(writeOff);
    }
}
