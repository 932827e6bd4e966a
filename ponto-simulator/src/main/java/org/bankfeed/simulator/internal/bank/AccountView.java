package org.bankfeed.simulator.internal.bank;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is at one moment.
 *
 * @param organization the id of whose it is
 */
public record AccountView(
        String id,
        String organization,
        String bankId,
        Institution institution,
        String reference,
        ReferenceType referenceType,
        String subtype,
        String description,
        String holder,
        String currency,
        BigDecimal currentBalance,
        BigDecimal availableBalance,
        @Nullable Instant balanceChangedAt,
        @Nullable Instant authorizedAt,
        @Nullable Instant expiresAt,
        @Nullable Synchronization lastDetails,
        @Nullable Synchronization lastTransactions,
        @Nullable Instant detailsAt,
        @Nullable Instant linesAt,
        boolean deprecated,
        @Nullable Maintenance maintenance) {

    /** Whether Ponto cannot ask the bank now. */
    public boolean isReadOnly() {
        return maintenance != null;
    }
}
