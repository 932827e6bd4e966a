package org.bankfeed.history;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a customer may keep back for paying early.
 *
 * @param percent of the net amount, as agreed
 * @param until the last day on which it is granted
 * @param amount the exact amount; in Belgium it is reckoned on the net, and the tax on the net less the discount
 */
public record HistoryDiscount(BigDecimal percent, LocalDate until, BigDecimal amount) {}
