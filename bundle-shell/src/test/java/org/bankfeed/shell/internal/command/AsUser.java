package org.bankfeed.shell.internal.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.bankfeed.shell.internal.SettingsForTests;
import org.bankfeed.shell.internal.SignedIn;

/** Runs a command as Karaf does: as a signed-in user, its output caught. */
final class AsUser {

    private AsUser() {}

    static String run(BankCommand command, String... roles) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        if (command.settings == null) {
            command.settings = SettingsForTests.plain();
        }
        SignedIn.as(command::execute, roles.length == 0 ? new String[] {"admin"} : roles);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
