package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Money;

/** Lines whose amount the bank changed afterwards; the journal keeps the first one. */
public final class ChangedAmountTable {

    /** A line, the amount that was kept, and what the bank says now. */
    public record Changed(String account, String feedId, Money kept, Money now, Instant since) {}

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

    public static void keep(
            UnitOfWork unit, CompanyId company, String account, String feedId, Money amount, Instant now) {
        int known = unit.update(
                "UPDATE changed_amount SET amount = ?, currency = ? WHERE company = ? AND account = ? AND feed_id = ?",
                amount.amount(),
                amount.currency().getCurrencyCode(),
                company.value(),
                account,
                feedId);
        if (known == 0) {
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

    public static void remove(UnitOfWork unit, CompanyId company, String account, String feedId) {
        unit.update(
                "DELETE FROM changed_amount WHERE company = ? AND account = ? AND feed_id = ?",
                company.value(),
                account,
                feedId);
    }

    public static List<Changed> all(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT c.account, c.feed_id, c.amount, c.currency, c.since, l.amount AS kept_amount,"
                        + " l.currency AS kept_currency FROM changed_amount c JOIN line l ON l.company = c.company"
                        + " AND l.account = c.account AND l.feed_id = c.feed_id WHERE c.company = ? ORDER BY c.since",
                row -> new Changed(
                        row.text("account"),
                        row.text("feed_id"),
                        new Money(row.decimal("kept_amount"), Currency.getInstance(row.text("kept_currency"))),
                        new Money(row.decimal("amount"), Currency.getInstance(row.text("currency"))),
                        row.instant("since")),
                company.value());
    }
}
