package org.bankfeed.journal.internal.table;

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
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Every line that ever came, raw and read. */
public final class LineTable {

    private static final String INSERT = "INSERT INTO line (company, account, feed_id, alias, state, raw, problem,"
            + " arrived_at, arrival, bank_order, shown_date, content, search_text, logged, " + LineColumns.READ
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + LineColumns.READ_MARKS + ")";

    private static final String UPDATE =
            "UPDATE line SET state = ?, raw = ?, problem = NULL, shown_date = ?, content = ?,"
                    + " search_text = ?, logged = ?, " + LineColumns.READ_SET
                    + " WHERE company = ? AND account = ? AND feed_id = ?";

    /** What others see of a line, for {@link LineColumns#transaction}. */
    public static final String SEEN =
            "l.account, l.feed_id, l.state, l.problem, l.arrived_at, l.shown_date, l.arrival, l."
                    + LineColumns.READ.replace(", ", ", l.");

    private static final String KNOWN =
            "l.feed_id, l.alias, l.raw, l.logged, l.state, l." + LineColumns.READ.replace(", ", ", l.") + " FROM ";

    private static final String BY_OWN_ID = "SELECT " + KNOWN + Keys.join("line", "l", "feed_id");

    private static final String BY_ALIAS =
            "SELECT p.feed_id AS given, p.content AS given_content, " + KNOWN + Keys.join("line_alias", "p", "feed_id")
                    + " JOIN line l ON l.company = p.company AND l.account = p.account AND l.feed_id = p.line"
                    + " WHERE p.alias = ? OR p.said_of = p.feed_id";

    /**
     * A line that is new.
     *
     * @param read what it says, or {@code null} if it cannot be read
     * @param problem why not, or {@code null}
     * @param doubtful whether it may be one that is known
     * @param shownDate under which day it is listed: its execution date, else the day it came
     */
    public record Fresh(
            String feedId,
            int alias,
            @Nullable FeedTransaction read,
            String raw,
            @Nullable Sentence problem,
            Instant arrivedAt,
            long arrival,
            long bankOrder,
            LocalDate shownDate,
            boolean doubtful,
            boolean logged) {}

    private LineTable() {}

    public static void insert(UnitOfWork unit, CompanyId company, String account, Collection<Fresh> fresh) {
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
        values.add(Texts.keptOrNull(line.problem(), 4000));
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
    public static void update(UnitOfWork unit, CompanyId company, String account, LineRow line, FeedTransaction read) {
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
    public static void outOfDoubt(UnitOfWork unit, CompanyId company, String account, String feedId) {
        unit.update(
                "UPDATE line SET state = ? WHERE company = ? AND account = ? AND feed_id = ? AND state = ?",
                State.BOOKED,
                company.value(),
                account,
                feedId,
                State.DOUBTFUL);
    }

    /** Other raw words of a line that still cannot be read. */
    public static void stillUnreadable(
            UnitOfWork unit, CompanyId company, String account, String feedId, String raw, Sentence why) {
        unit.update(
                "UPDATE line SET raw = ?, problem = ? WHERE company = ? AND account = ? AND feed_id = ?",
                raw,
                Texts.kept(why, 4000),
                company.value(),
                account,
                feedId);
    }

    public static void remove(UnitOfWork unit, CompanyId company, String account, String feedId) {
        unit.update(
                "DELETE FROM line WHERE company = ? AND account = ? AND feed_id = ?", company.value(), account, feedId);
    }

    public static void keepFormerRaw(
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
    public static Map<String, LineRow> known(
            UnitOfWork unit, CompanyId company, String account, int alias, List<String> feedIds, boolean otherAliases) {
        Map<String, LineRow> known = new HashMap<>();
        List<@Nullable Object> keys = Keys.of(company, account, feedIds);
        unit.query(BY_OWN_ID, LineTable::line, keys.toArray()).forEach(line -> known.put(line.feedId(), line));
        if (otherAliases) {
            keys.add(alias);
            unit.query(
                            BY_ALIAS,
                            row -> Map.entry(row.text("given"), line(row).asGivenBy(row.text("given_content"))),
                            keys.toArray())
                    .forEach(line -> known.put(line.getKey(), line.getValue()));
        }
        return known;
    }

    public static Optional<BankTransaction> find(UnitOfWork unit, CompanyId company, String account, String feedId) {
        return unit.one(
                "SELECT " + SEEN + " FROM line l WHERE l.company = ? AND l.account = ? AND l.feed_id = ?",
                LineColumns::transaction,
                company.value(),
                account,
                feedId);
    }

    /** Those of the lines that the company has. */
    public static List<BankTransaction> find(UnitOfWork unit, CompanyId company, Collection<TransactionId> ids) {
        Map<String, Set<String>> byAccount = new LinkedHashMap<>();
        for (TransactionId id : ids) {
            byAccount
                    .computeIfAbsent(id.account().value(), account -> new LinkedHashSet<>())
                    .add(id.feedId());
        }
        List<BankTransaction> found = new ArrayList<>(ids.size());
        byAccount.forEach((account, feedIds) -> found.addAll(unit.query(
                "SELECT " + SEEN + " FROM " + Keys.join("line", "l", "feed_id"),
                LineColumns::transaction,
                Keys.of(company, account, feedIds).toArray())));
        return found;
    }

    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    public static LineRow line(Row row) {
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
