package org.bankfeed.journal.internal.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.jspecify.annotations.Nullable;

/**
 * Several keys of one account in one query: the keys are a table that the other one is joined to, so each is looked up in
 * the index on {@code (company, account, key)}, and the text is the same for any number of them. As a list of marks they
 * would cost more: H2 compares each row that it found with each key of the list again.
 *
 * <p>The keys stand there once more as a condition, for PostgreSQL: as long as it has not counted a table that grew, it
 * goes through all of the account, and then carries on only what it needs.
 */
public final class Keys {

    private Keys() {}

    /** What to select from: the rows of a table, under a name, that have one of the keys. */
    public static String join(String table, String name, String column) {
        return ("UNNEST(CAST(? AS VARCHAR ARRAY)) AS k(id) JOIN %1$s %2$s ON %2$s.company = ? AND %2$s.account = ?"
                        + " AND %2$s.%3$s = k.id AND %2$s.%3$s = ANY(CAST(? AS VARCHAR ARRAY))")
                .formatted(table, name, column);
    }

    /** The parameters for it, with room for more. */
    public static List<@Nullable Object> of(CompanyId company, String account, Collection<String> keys) {
        Set<String> each = new LinkedHashSet<>(keys); // a key twice would give its row twice
        List<@Nullable Object> parameters = new ArrayList<>();
        Collections.addAll(parameters, each, company.value(), account, each);
        return parameters;
    }
}
