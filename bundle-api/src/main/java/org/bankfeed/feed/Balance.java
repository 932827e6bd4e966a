package org.bankfeed.feed;

import java.time.Instant;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A balance and its age. Balance and transactions come from different jobs at the bank and need not agree.
 *
 * @param amount what the bank says
 * @param asOf the bank's date of it, or {@code null} if it gave none
 */
public record Balance(Money amount, @Nullable Instant asOf) {}
