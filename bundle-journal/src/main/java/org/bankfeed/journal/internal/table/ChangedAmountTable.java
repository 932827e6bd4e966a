package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Lines whose amount the bank changed afterwards; the journal keeps the first one. */
public final class ChangedAmountTable {

    /** A line, the amount that was kept, what the bank tells now, and who settled it when; both null until then. */
    public record Changed(
            String account,
            String feedId,
            Money kept,
            Money told,
            Instant since,
            @Nullable String settledBy,
            @Nullable Instant settledAt) {}

    private ChangedAmountTable() {}

    /** Which of these lines are here. */
    public static Set<String> among(UnitOfWork unit, CompanyId company, String account, List<String> feedIds) {
        if (feedIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(unit.query(
                "SELECT l.feed_id FROM " + Keys.join("changed_amount", "l", "feed_id"),
                row -> row.text("feed_id"),
                Keys.of(company, account, feedIds).toArray()));
    }

    /** Keeps what the bank tells; yet another amount is news, whoever settled the one before. */
    public static void keep(
            UnitOfWork unit, CompanyId company, String account, String feedId, Money amount, Instant now) {
        boolean told = unit.one(
                        "SELECT amount, currency FROM changed_amount WHERE company = ? AND account = ? AND feed_id = ?",
                        row -> money(row, "amount", "currency"),
                        company.value(),
                        account,
                        feedId)
                .filter(amount::equals)
                .isPresent();
        if (!told) {
            remove(unit, company, account, feedId);
            unit.update(
                    "INSERT INTO changed_amount (company, account, feed_id, amount, currency, since)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    company.value(),
                    account,
                    feedId,
                    amount.amount(),
                    amount.currency().getCurrencyCode(),
                    now);
        }
    }

    /** Says who settled it, or takes that back. */
    public static void settle(
            UnitOfWork unit, CompanyId company, Changed changed, @Nullable String by, @Nullable Instant at) {
        unit.update(
                "UPDATE changed_amount SET settled_by = ?, settled_at = ? WHERE company = ? AND account = ?"
                        + " AND feed_id = ?",
                by,
                at,
                company.value(),
                changed.account(),
                changed.feedId());
    }

    public static void remove(UnitOfWork unit, CompanyId company, String account, String feedId) {
        unit.update(
                "DELETE FROM changed_amount WHERE company = ? AND account = ? AND feed_id = ?",
                company.value(),
                account,
                feedId);
    }

    public static List<Changed> all(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT c.account, c.feed_id, c.amount, c.currency, c.since, c.settled_by, c.settled_at, l.amount AS kept_amount,"
                        + " l.currency AS kept_currency FROM changed_amount c JOIN line l ON l.company = c.company"
                        + " AND l.account = c.account AND l.feed_id = c.feed_id WHERE c.company = ? ORDER BY c.since",
                row -> new Changed(
                        row.text("account"),
                        row.text("feed_id"),
                        money(row, "kept_amount", "kept_currency"),
                        money(row, "amount", "currency"),
                        row.instant("since"),
                        row.textOrNull("settled_by"),
                        row.instantOrNull("settled_at")),
                company.value());
    }

    private static Money money(Row row, String amount, String currency) {
        return new Money(row.decimal(amount), Currency.getInstance(row.text(currency)));
    }
}
