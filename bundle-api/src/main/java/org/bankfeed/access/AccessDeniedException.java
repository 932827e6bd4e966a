package org.bankfeed.access;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;

/** The caller does not hold the role that an act needs. Nothing was done. */
public final class AccessDeniedException extends RuntimeException implements Explained {

    private final transient Set<Role> needed;
    private final transient Sentence sentence;

    public AccessDeniedException(Caller caller, String act, Set<Role> oneOf) {
        super(caller.name() + " may not " + act + " for company " + caller.company() + ": that needs the role "
                + oneOf.stream()
                        .map(r -> r.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(" or ")));
        this.needed = Set.copyOf(oneOf);
        this.sentence = Sentence.of(RefusalCode.of(needed), new Name(caller.name()));
    }

    /** Each of these roles would do; never empty. */
    public Set<Role> needed() {
        return needed;
    }

    /** Which role is needed, for the caller. The message says more, in English for logs: which act, of which company. */
    @Override
    public Sentence sentence() {
        return sentence;
    }
}
