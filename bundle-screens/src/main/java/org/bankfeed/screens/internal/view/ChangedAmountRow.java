package org.bankfeed.screens.internal.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.ChangedAmount;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line whose amount the bank changed afterwards.
 *
 * @param id the line
 * @param account its label, or {@code null} if it is not known
 * @param counterparty the other side, or {@code null}
 * @param kept the amount that was kept
 * @param told the amount that the bank tells now
 * @param settledBy who settled it, or {@code null} while it waits
 */
public record ChangedAmountRow(
        String id,
        @Nullable String account,
        LocalDate day,
        @Nullable String counterparty,
        Money kept,
        Money told,
        Instant since,
        @Nullable String settledBy,
        @Nullable Instant settledAt) {

    public static ChangedAmountRow of(ChangedAmount changed, @Nullable Account account) {
        FeedTransaction line = Objects.requireNonNull(changed.line().line());
        return new ChangedAmountRow(
                changed.line().id().toString(),
                account == null ? null : Masking.of(account.label()),
                line.executionDate(),
                line.counterpartyName(),
                line.amount(),
                changed.told(),
                changed.since(),
                changed.settledBy(),
                changed.settledAt());
    }

    public boolean settled() {
        return settledAt != null;
    }

    public String currency() {
        return told.currency().getCurrencyCode();
    }
}
