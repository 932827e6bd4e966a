package org.bankfeed.journal.internal.listing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionQuery;
import org.bankfeed.journal.internal.table.LineColumns;
import org.bankfeed.journal.internal.table.LineTable;
import org.bankfeed.journal.internal.table.Texts;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** Lists lines, newest first, each page found through an index however far back it lies. */
public final class TransactionListing {

    private final StringBuilder where = new StringBuilder(" FROM line l WHERE l.company = ?");
    private final List<@Nullable Object> parameters = new ArrayList<>();

    private TransactionListing(CompanyId company) {
        parameters.add(company.value());
    }

    /** Where a line stands in the list. */
    private record Place(LocalDate day, long arrival) {

        static Place of(Row row) {
            return new Place(row.date("shown_date"), row.number("arrival"));
        }

        static Place parse(String text) {
            try {
                int separator = text.indexOf('~');
                return new Place(
                        LocalDate.parse(text.substring(0, separator)), Long.parseLong(text.substring(separator + 1)));
            } catch (IndexOutOfBoundsException | DateTimeParseException | NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' is not where a page of transactions ended", e);
            }
        }

        @Override
        public String toString() {
            return day + "~" + arrival;
        }
    }

    private record Placed(BankTransaction transaction, Place place) {}

    public static Page<BankTransaction> page(UnitOfWork unit, CompanyId company, TransactionQuery query) {
        return new TransactionListing(company).page(unit, query);
    }

    private Page<BankTransaction> page(UnitOfWork unit, TransactionQuery query) {
        restrict(query);
        // The columns that are fixed stand in front, as in the index: else H2 would sort all lines for every page.
        String fixed = query.account() == null ? "l.company" : "l.company, l.account";
        String sql = "SELECT " + LineTable.SEEN + where + " ORDER BY " + fixed
                + ", l.shown_date DESC, l.arrival DESC LIMIT " + (query.limit() + 1);
        List<Placed> found =
                unit.query(sql, row -> new Placed(LineColumns.transaction(row), Place.of(row)), parameters.toArray());
        boolean more = found.size() > query.limit();
        List<Placed> shown = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                shown.stream().map(Placed::transaction).toList(),
                more ? shown.get(shown.size() - 1).place().toString() : null);
    }

    private void restrict(TransactionQuery query) {
        if (query.account() != null) {
            and("l.account = ?", query.account().value());
        }
        if (query.from() != null) {
            and("l.shown_date >= ?", query.from());
        }
        if (query.to() != null) {
            and("l.shown_date <= ?", query.to());
        }
        if (query.text() != null && !query.text().isBlank()) {
            and("l.search_text LIKE ? ESCAPE '!'", "%" + literal(query.text().strip()) + "%");
        }
        if (query.after() != null) {
            Place after = Place.parse(query.after());
            and("l.shown_date <= ? AND (l.shown_date < ? OR l.arrival < ?)", after.day(), after.day(), after.arrival());
        }
    }

    private void and(String condition, Object... values) {
        where.append(" AND (").append(condition).append(')');
        parameters.addAll(List.of(values));
    }

    private static String literal(String text) {
        return Texts.clean(text)
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
