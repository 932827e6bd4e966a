package org.bankfeed.journal.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.BankTransaction.State;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Every line that ever came, raw and read. */
final class LineTable {

    /** As many ids as one query asks for. */
    private static final int IDS_AT_ONCE = 200;

    private static final String INSERT = "INSERT INTO line (company, account, feed_id, alias, state, raw, problem,"
            + " arrived_at, arrival, bank_order, shown_date, content, search_text, logged, " + LineColumns.READ
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + LineColumns.READ_MARKS + ")";

    private static final String UPDATE =
            "UPDATE line SET state = ?, raw = ?, problem = NULL, shown_date = ?, content = ?,"
                    + " search_text = ?, logged = ?, " + LineColumns.READ_SET
                    + " WHERE company = ? AND account = ? AND feed_id = ?";

    /** What others see of a line, for {@link LineColumns#transaction}. */
    static final String SEEN = "l.account, l.feed_id, l.state, l.problem, l.arrived_at, l.shown_date, l.arrival, l."
            + LineColumns.READ.replace(", ", ", l.");

    private static final String KNOWN =
            "SELECT feed_id, alias, raw, logged, state, " + LineColumns.READ + " FROM line WHERE ";

    /**
     * A line that is new.
     *
     * @param read what it says, or {@code null} if it cannot be read
     * @param problem why not, or {@code null}
     * @param doubtful whether it may be one that is known
     * @param shownDate under which day it is listed: its execution date, else the day it came
     */
    record Fresh(
            String feedId,
            int alias,
            @Nullable FeedTransaction read,
            String raw,
            @Nullable String problem,
            Instant arrivedAt,
            long arrival,
            long bankOrder,
            LocalDate shownDate,
            boolean doubtful,
            boolean logged) {}

    private LineTable() {}

    static void insert(UnitOfWork unit, CompanyId company, String account, Collection<Fresh> fresh) {
        List<@Nullable Object[]> rows = new ArrayList<>(fresh.size());
        for (Fresh line : fresh) {
            rows.add(parameters(company, account, line));
        }
        if (!rows.isEmpty()) {
            unit.updateAll(INSERT, rows);
        }
    }

    private static @Nullable Object[] parameters(CompanyId company, String account, Fresh line) {
        FeedTransaction read = line.read();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(company.value());
        values.add(account);
        values.add(line.feedId());
        values.add(line.alias());
        values.add(read == null ? State.UNREADABLE : state(line.doubtful()));
        values.add(line.raw());
        values.add(line.problem());
        values.add(line.arrivedAt());
        values.add(line.arrival());
        values.add(line.bankOrder());
        values.add(line.shownDate());
        values.add(read == null ? null : Reading.movement(read));
        values.add(read == null ? "" : Reading.searchText(read));
        values.add(line.logged());
        values.addAll(LineColumns.values(read));
        return values.toArray();
    }

    /** Another content of a line, or the first that could be read. */
    static void update(UnitOfWork unit, CompanyId company, String account, LineRow line, FeedTransaction read) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(state(line.doubtful()));
        values.add(line.raw());
        values.add(read.executionDate());
        values.add(Reading.movement(read));
        values.add(Reading.searchText(read));
        values.add(line.logged());
        values.addAll(LineColumns.values(read));
        values.add(company.value());
        values.add(account);
        values.add(line.feedId());
        unit.update(UPDATE, values.toArray());
    }

    private static State state(boolean doubtful) {
        return doubtful ? State.DOUBTFUL : State.BOOKED;
    }

    /** A line that was in doubt is one of its own. */
    static void outOfDoubt(UnitOfWork unit, CompanyId company, String account, String feedId) {
        unit.update(
                "UPDATE line SET state = ? WHERE company = ? AND account = ? AND feed_id = ? AND state = ?",
                State.BOOKED,
                company.value(),
                account,
                feedId,
                State.DOUBTFUL);
    }

    /** Other raw words of a line that still cannot be read. */
    static void stillUnreadable(
            UnitOfWork unit, CompanyId company, String account, String feedId, String raw, String why) {
        unit.update(
                "UPDATE line SET raw = ?, problem = ? WHERE company = ? AND account = ? AND feed_id = ?",
                raw,
                why,
                company.value(),
                account,
                feedId);
    }

    static void remove(UnitOfWork unit, CompanyId company, String account, String feedId) {
        unit.update(
                "DELETE FROM line WHERE company = ? AND account = ? AND feed_id = ?", company.value(), account, feedId);
    }

    static void keepFormerRaw(
            UnitOfWork unit, CompanyId company, String account, LineRow line, long arrival, Instant now) {
        unit.update(
                "INSERT INTO former_raw (company, account, feed_id, replaced_at, arrival, raw) VALUES (?, ?, ?, ?, ?, ?)",
                company.value(),
                account,
                line.feedId(),
                now,
                arrival,
                line.raw());
    }

    /** The known ones among the ids under which lines came, whether by their own id or by another link's. */
    static Map<String, LineRow> known(
            UnitOfWork unit, CompanyId company, String account, int alias, List<String> feedIds, boolean otherAliases) {
        Map<String, LineRow> known = new HashMap<>();
        for (int from = 0; from < feedIds.size(); from += IDS_AT_ONCE) {
            List<String> part = feedIds.subList(from, Math.min(feedIds.size(), from + IDS_AT_ONCE));
            byOwnId(unit, company, account, part).forEach(line -> known.put(line.feedId(), line));
            if (otherAliases) {
                known.putAll(byAlias(unit, company, account, alias, part));
            }
        }
        return known;
    }

    private static List<LineRow> byOwnId(UnitOfWork unit, CompanyId company, String account, List<String> ids) {
        return unit.query(
                KNOWN + Keys.in("feed_id", ids.size()),
                LineTable::line,
                Keys.of(company, account, ids).toArray());
    }

    private static Map<String, LineRow> byAlias(
            UnitOfWork unit, CompanyId company, String account, int alias, List<String> ids) {
        List<@Nullable Object> parameters = Keys.of(company, account, ids);
        parameters.add(alias);
        record Pointer(String feedId, String line, String content) {}
        List<Pointer> pointers = unit.query(
                "SELECT feed_id, line, content FROM line_alias WHERE " + Keys.in("feed_id", ids.size())
                        + " AND (alias = ? OR said_of = feed_id)",
                row -> new Pointer(row.text("feed_id"), row.text("line"), row.text("content")),
                parameters.toArray());
        Map<String, LineRow> found = new HashMap<>();
        for (Pointer pointer : pointers) {
            byOwnId(unit, company, account, List.of(pointer.line()))
                    .forEach(l -> found.put(pointer.feedId(), l.asGivenBy(pointer.content())));
        }
        return found;
    }

    static Optional<BankTransaction> find(UnitOfWork unit, CompanyId company, String account, String feedId) {
        return unit.one(
                "SELECT " + SEEN + " FROM line l WHERE l.company = ? AND l.account = ? AND l.feed_id = ?",
                LineColumns::transaction,
                company.value(),
                account,
                feedId);
    }

    /** Those of the lines that the company has. */
    static List<BankTransaction> find(UnitOfWork unit, CompanyId company, Collection<TransactionId> ids) {
        Map<String, Set<String>> byAccount = new LinkedHashMap<>();
        for (TransactionId id : ids) {
            byAccount
                    .computeIfAbsent(id.account().value(), account -> new LinkedHashSet<>())
                    .add(id.feedId());
        }
        List<BankTransaction> found = new ArrayList<>(ids.size());
        byAccount.forEach((account, feedIds) -> found.addAll(find(unit, company, account, List.copyOf(feedIds))));
        return found;
    }

    private static List<BankTransaction> find(
            UnitOfWork unit, CompanyId company, String account, List<String> feedIds) {
        List<BankTransaction> found = new ArrayList<>(feedIds.size());
        for (int from = 0; from < feedIds.size(); from += IDS_AT_ONCE) {
            List<String> part = feedIds.subList(from, Math.min(feedIds.size(), from + IDS_AT_ONCE));
            found.addAll(unit.query(
                    "SELECT " + SEEN + " FROM line l WHERE " + Keys.in("feed_id", part.size()),
                    LineColumns::transaction,
                    Keys.of(company, account, part).toArray()));
        }
        return found;
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static LineRow line(Row row) {
        return new LineRow(
                row.text("feed_id"),
                row.integer("alias"),
                LineColumns.read(row),
                row.text("raw"),
                row.flag("logged"),
                State.DOUBTFUL.name().equals(row.text("state")),
                null);
    }
}
