package org.bankfeed.matching.internal.table;

import java.util.Collection;
import java.util.Collections;
import java.util.stream.Stream;
import org.bankfeed.access.CompanyId;

/** Whole keys of some rows in one statement: H2 looks a list up in an index only so. */
final class Keys {

    private Keys() {}

    /** Marks for the keys {@code (company, id)}. */
    static String marks(Collection<String> ids) {
        return "(" + String.join(", ", Collections.nCopies(ids.size(), "(?, ?)")) + ")";
    }

    /** The parameters for them. */
    static Object[] of(CompanyId company, Collection<String> ids) {
        return ids.stream().flatMap(id -> Stream.of(company.value(), id)).toArray();
    }
}
