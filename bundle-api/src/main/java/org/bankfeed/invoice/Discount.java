package org.bankfeed.invoice;

import java.time.LocalDate;
import org.bankfeed.value.Money;

/**
 * What a payer may keep back for paying early.
 *
 * @param amount the exact amount, positive; the host reckons it (in Belgium on the net)
 * @param lastDay the last day on which it may be kept back
 */
public record Discount(Money amount, LocalDate lastDay) {}
