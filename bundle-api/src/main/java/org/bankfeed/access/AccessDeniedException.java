package org.bankfeed.access;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The caller does not hold the role that an act needs. Nothing was done. */
public final class AccessDeniedException extends RuntimeException {

    private final transient Set<Role> needed;

    public AccessDeniedException(Caller caller, String act, Set<Role> oneOf) {
        super(caller.name() + " may not " + act + " for company " + caller.company() + ": that needs the role "
                + oneOf.stream()
                        .map(r -> r.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(" or ")));
        this.needed = Set.copyOf(oneOf);
    }

    /** Each of these roles would do; never empty. */
    public Set<Role> needed() {
        return needed;
    }
}
