package org.bankfeed.journal.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.jspecify.annotations.Nullable;

/**
 * Several keys of one account in one query: {@code (company, account, x) IN ((?, ?, ?), …)}. Written with whole keys,
 * because H2 looks a list up in an index only so; with the last column alone it would go through all of the account.
 * The last column stands there alone as well, because PostgreSQL, as long as it has not counted a table that grew, goes
 * through all of the account and compares each line with each whole key; with the short list that costs a twentieth.
 *
 * <p>The list is filled up with its last key to a power of two: there are then few different texts, and the database
 * finds the plan that it made before. H2 takes longer to read a text of a hundred keys than to look them up.
 */
final class Keys {

    private Keys() {}

    /** The condition that a row has one of so many keys, at least one. */
    static String in(String column, int keys) {
        int count = filledUp(keys);
        return "(company, account, " + column + ") IN (" + String.join(", ", Collections.nCopies(count, "(?, ?, ?)"))
                + ") AND " + column + " IN (" + LineTable.marks(count) + ")";
    }

    /** The parameters for it, with room for more. */
    static List<@Nullable Object> of(CompanyId company, String account, Collection<String> keys) {
        List<String> all = new ArrayList<>(keys);
        String last = all.get(all.size() - 1);
        all.addAll(Collections.nCopies(filledUp(keys.size()) - keys.size(), last));
        List<@Nullable Object> parameters = new ArrayList<>(4 * all.size() + 1);
        for (String key : all) {
            parameters.add(company.value());
            parameters.add(account);
            parameters.add(key);
        }
        parameters.addAll(all);
        return parameters;
    }

    private static int filledUp(int keys) {
        return keys == 1 ? 1 : Integer.highestOneBit(keys - 1) << 1;
    }
}
