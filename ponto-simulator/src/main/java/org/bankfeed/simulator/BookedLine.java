package org.bankfeed.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line that a bank has told Ponto of.
 *
 * @param id as Ponto gives it now
 * @param account the account's number
 * @param counterparty the other account as given, or null
 * @param remittance what the payer wrote, or null
 * @param description what the bank wrote, or null
 */
public record BookedLine(
        String id,
        String account,
        LocalDate day,
        BigDecimal amount,
        String currency,
        @Nullable String counterparty,
        @Nullable String remittance,
        @Nullable String description) {}
