package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.Position;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;

/** The ids that providers gave the accounts. */
public final class AliasTable {

    private static final String SELECT = "SELECT * FROM account_alias WHERE company = ? AND account = ?";

    private AliasTable() {}

    public static List<AliasRow> all(UnitOfWork unit, CompanyId company, String account) {
        return unit.query(SELECT + " ORDER BY alias", AliasTable::read, company.value(), account);
    }

    public static Optional<AliasRow> find(UnitOfWork unit, CompanyId company, String account, int alias) {
        return unit.one(SELECT + " AND alias = ?", AliasTable::read, company.value(), account, alias);
    }

    public static Optional<AliasRow> find(
            UnitOfWork unit, CompanyId company, String account, String feed, String feedAccount) {
        return unit.one(
                SELECT + " AND feed = ? AND feed_account = ?",
                AliasTable::read,
                company.value(),
                account,
                feed,
                feedAccount);
    }

    /** Which account a provider's id stands for. */
    public static Optional<AliasRow> ofFeedAccount(
            UnitOfWork unit, CompanyId company, String feed, String feedAccount) {
        return unit
                .query(
                        "SELECT * FROM account_alias WHERE company = ? AND feed = ? AND feed_account = ? ORDER BY account",
                        AliasTable::read,
                        company.value(),
                        feed,
                        feedAccount)
                .stream()
                .findFirst();
    }

    /** Nothing was read under this id yet: it begins at the beginning. */
    public static AliasRow add(
            UnitOfWork unit,
            CompanyId company,
            String account,
            int alias,
            String feed,
            String feedAccount,
            Instant now) {
        unit.update(
                "INSERT INTO account_alias (company, account, alias, feed, feed_account, shared, complete, same_ids,"
                        + " read_position, lowest_order, highest_order, since)"
                        + " VALUES (?, ?, ?, ?, ?, TRUE, FALSE, FALSE, ?, 1, 0, ?)",
                company.value(),
                account,
                alias,
                feed,
                feedAccount,
                Position.START.value(),
                now);
        return new AliasRow(account, alias, feed, feedAccount, true, false, false, Position.START, 1, 0);
    }

    public static void shared(UnitOfWork unit, CompanyId company, String account, int alias, boolean shared) {
        unit.update(
                "UPDATE account_alias SET shared = ? WHERE company = ? AND account = ? AND alias = ?",
                shared,
                company.value(),
                account,
                alias);
    }

    public static void keep(UnitOfWork unit, CompanyId company, AliasRow alias) {
        unit.update(
                "UPDATE account_alias SET read_position = ?, complete = ?, same_ids = ?, lowest_order = ?,"
                        + " highest_order = ? WHERE company = ? AND account = ? AND alias = ?",
                alias.position().value(),
                alias.complete(),
                alias.sameIds(),
                alias.lowestOrder(),
                alias.highestOrder(),
                company.value(),
                alias.account(),
                alias.number());
    }

    private static AliasRow read(Row row) {
        return new AliasRow(
                row.text("account"),
                row.integer("alias"),
                row.text("feed"),
                row.text("feed_account"),
                row.flag("shared"),
                row.flag("complete"),
                row.flag("same_ids"),
                new Position(row.text("read_position")),
                row.number("lowest_order"),
                row.number("highest_order"));
    }
}
