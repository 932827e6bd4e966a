package org.bankfeed.shell.internal;

import java.security.AccessController;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/**
 * A user of Karaf.
 *
 * @param name his user name
 * @param roles his roles in Karaf, those of his groups included
 */
public record KarafPerson(String name, Set<String> roles) {

    /** Who sits at the shell. Java 17 has no other way to the subject; Karaf runs commands and completion as it. */
    @SuppressWarnings("removal")
    public static Optional<KarafPerson> current() {
        Subject subject = Subject.getSubject(AccessController.getContext());
        return subject == null ? Optional.empty() : of(subject);
    }

    /** Who a subject is; empty if it names no user. */
    public static Optional<KarafPerson> of(Subject subject) {
        Set<String> roles = subject.getPrincipals(RolePrincipal.class).stream()
                .map(Principal::getName)
                .collect(Collectors.toSet());
        return subject.getPrincipals(UserPrincipal.class).stream()
                .findFirst()
                .map(user -> new KarafPerson(user.getName(), roles));
    }
}
