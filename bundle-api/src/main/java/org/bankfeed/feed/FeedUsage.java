package org.bankfeed.feed;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a provider counts of an organization in a month, and bills by. Everything but the accounts may be {@code null}: not
 * told.
 *
 * @param month of which; the running one is counted so far
 * @param accounts that were shared, each by the part of the month in which it was, so it may have decimals
 * @param payments that were made one by one
 * @param paymentAccounts from which payments were made
 * @param bulkPayments that were made in bundles
 * @param bulkPaymentBundles in which they were made
 */
public record FeedUsage(
        YearMonth month,
        BigDecimal accounts,
        @Nullable BigDecimal payments,
        @Nullable BigDecimal paymentAccounts,
        @Nullable BigDecimal bulkPayments,
        @Nullable BigDecimal bulkPaymentBundles) {}
