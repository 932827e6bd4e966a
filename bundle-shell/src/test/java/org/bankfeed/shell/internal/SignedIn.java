package org.bankfeed.shell.internal;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/** Does something as Karaf's shell does it: as a signed-in user. */
public final class SignedIn {

    private SignedIn() {}

    /** What is done. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    @SuppressWarnings("removal") // as Karaf 4.4 does
    public static void as(Work work, String... roles) throws Exception {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("ann"));
        for (String role : roles) {
            subject.getPrincipals().add(new RolePrincipal(role));
        }
        try {
            Subject.doAs(subject, (PrivilegedExceptionAction<Object>) () -> {
                work.run();
                return "";
            });
        } catch (PrivilegedActionException e) {
            throw e.getException();
        }
    }
}
