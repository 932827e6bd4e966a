package org.bankfeed.journal.internal.doubt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.internal.table.LineAliasTable;
import org.bankfeed.journal.internal.table.LineTable;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are like one that was known before their account returned under another id: of the same day, currency and
 * amount, while their texts differ. Asked only of lines that no known one equals, and only where the account had other
 * ids: one look into an index for such a line, and nothing for any other.
 */
public final class Likeness {

    /** Nothing to be like. */
    public static final Likeness NONE = new Likeness(Set.of());

    private record Movement(LocalDate day, String currency, BigDecimal amount) {

        static Movement of(FeedTransaction line) {
            return of(
                    line.executionDate(),
                    line.amount().currency().getCurrencyCode(),
                    line.amount().amount());
        }

        static Movement of(Row row) {
            return of(row.date("execution_date"), row.text("currency"), row.decimal("amount"));
        }

        private static Movement of(LocalDate day, String currency, BigDecimal amount) {
            return new Movement(day, currency, amount.stripTrailingZeros());
        }
    }

    private final Set<Movement> known;

    private Likeness(Set<Movement> known) {
        this.known = known;
    }

    /**
     * Prepares for these lines, which came under the alias and equal none that is known.
     *
     * @param others the aliases to compare with
     */
    public static Likeness with(
            UnitOfWork unit,
            CompanyId company,
            String account,
            int alias,
            Collection<Integer> others,
            Collection<FeedTransaction> lines) {
        if (others.isEmpty() || lines.isEmpty()) {
            return NONE;
        }
        Set<Movement> asked = new LinkedHashSet<>();
        lines.forEach(line -> asked.add(Movement.of(line)));
        List<@Nullable Object> parameters = new ArrayList<>();
        for (Movement movement : asked) {
            Collections.addAll(
                    parameters, company.value(), account, movement.day(), movement.currency(), movement.amount());
        }
        parameters.addAll(others);
        parameters.add(alias);
        String sql = "SELECT execution_date, currency, amount FROM line l WHERE"
                + " (company, account, execution_date, currency, amount) IN ("
                + String.join(", ", Collections.nCopies(asked.size(), "(?, ?, ?, ?, ?)")) + ") AND state = 'BOOKED'"
                + " AND alias IN (" + LineTable.marks(others.size()) + ") AND NOT " + LineAliasTable.GIVEN_BY;
        return new Likeness(new HashSet<>(unit.query(sql, Movement::of, parameters.toArray())));
    }

    public boolean isAlike(FeedTransaction line) {
        return !known.isEmpty() && known.contains(Movement.of(line));
    }
}
