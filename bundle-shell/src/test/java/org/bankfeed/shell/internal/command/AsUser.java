package org.bankfeed.shell.internal.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.bankfeed.shell.internal.SettingsForTests;

/** Runs a command as Karaf does: as a signed-in user, its output caught. */
final class AsUser {

    private AsUser() {}

    static String run(BankCommand command, String... roles) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        if (command.settings == null) {
            command.settings = SettingsForTests.plain();
        }
        as(command, roles.length == 0 ? new String[] {"admin"} : roles);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("removal") // as Karaf 4.4 does
    private static void as(BankCommand command, String... roles) throws Exception {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("ann"));
        for (String role : roles) {
            subject.getPrincipals().add(new RolePrincipal(role));
        }
        try {
            Subject.doAs(subject, (PrivilegedExceptionAction<Object>) () -> {
                command.execute();
                return "";
            });
        } catch (PrivilegedActionException e) {
            throw e.getException();
        }
    }
}
