package org.bankfeed.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction does to one document.
 *
 * @param amount how much of the document's outstanding amount it consumes; negative: an earlier application is taken
 *     back, as when a direct debit is returned
 * @param writeOff what is settled beside it without cash: a discount, a bank's fee, a rounding
 */
public record HistoryApplication(
        String invoiceId, BigDecimal amount, @Nullable BigDecimal writeOff) {

    public HistoryApplication(String invoiceId, BigDecimal amount) {
        this(invoiceId, amount, null);
    }

    /** Cash and write-off together: by how much the document's outstanding amount falls. */
    public BigDecimal settles() {
        return writeOff == null ? amount : amount.add(writeOff);
    }
}
