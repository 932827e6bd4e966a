package org.bankfeed.shell.internal;

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
