package org.bankfeed.screens.internal.view;

import java.util.Optional;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Role;
import org.bankfeed.access.SignIn;
import org.bankfeed.screens.internal.words.Message;

/** How roles are called. */
public final class RoleWords {

    private RoleWords() {}

    /** Why somebody may not do what he asked for. */
    public static Message refused(AccessDeniedException e, Optional<SignIn.Person> person) {
        Message needed = e.needed().stream()
                .filter(role -> role != Role.JOB)
                .sorted()
                .map(RoleWords::of)
                .reduce((one, other) -> Message.of("fault.role.or", one, other))
                .orElse(of(Role.JOB));
        return Message.of("fault.role", needed, person.map(SignIn.Person::name).orElse("–"));
    }

    private static Message of(Role role) {
        return switch (role) {
            case VIEWER -> Message.of("fault.role.viewer");
            case BOOKKEEPER -> Message.of("fault.role.bookkeeper");
            case ADMINISTRATOR -> Message.of("fault.role.administrator");
            // no person has it
            case JOB -> Message.told("job");
        };
    }
}
