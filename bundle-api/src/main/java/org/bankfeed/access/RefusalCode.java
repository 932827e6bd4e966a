package org.bankfeed.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Code;

/**
 * Which role an act needs that the caller does not hold. Each speaks of the caller, and has a text in every {@code
 * sentences*.properties} beside this class.
 */
public enum RefusalCode implements Code {
    NEEDS_VIEWER,
    NEEDS_BOOKKEEPER,
    NEEDS_ADMINISTRATOR,
    NEEDS_VIEWER_OR_BOOKKEEPER,
    NEEDS_VIEWER_OR_ADMINISTRATOR,
    NEEDS_BOOKKEEPER_OR_ADMINISTRATOR,
    NEEDS_VIEWER_OR_BOOKKEEPER_OR_ADMINISTRATOR,
    /** No person has it. */
    NEEDS_JOB;

    /** That one of these is needed; of a job is told only where no person could do it. */
    static RefusalCode of(Set<Role> oneOf) {
        String roles = oneOf.stream()
                .filter(role -> role != Role.JOB)
                .sorted()
                .map(Role::name)
                .collect(Collectors.joining("_OR_"));
        return roles.isEmpty() ? NEEDS_JOB : valueOf("NEEDS_" + roles);
    }

    @Override
    public List<Class<? extends Argument>> parameters() {
        return List.of(Name.class);
    }
}
