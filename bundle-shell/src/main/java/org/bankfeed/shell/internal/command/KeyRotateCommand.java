package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.store.KeyRotation;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "key-rotate",
        description = "Encrypt all secrets anew: data keys with the present master key, values with new data keys")
public final class KeyRotateCommand extends BankCommand {

    @Reference(optional = true)
    @Nullable
    KeyRotation rotation;

    @Override
    void run(Caller caller) throws Exception {
        KeyRotation.Report report =
                present(rotation, "The database is", "bankfeed-store").rotate(caller);
        if (json) {
            printJson(new Json.Fields()
                    .put("masterKey", report.masterKey())
                    .put("continued", report.continued())
                    .put("rewrapped", report.rewrapped())
                    .put("dataKeys", report.dataKeys())
                    .put("values", report.values())
                    .put("unreadable", report.unreadable())
                    .map());
            return;
        }
        print(report);
    }

    private void print(KeyRotation.Report report) {
        if (report.continued()) {
            say("Went on with a change of keys that had been interrupted; the figures are those of this part.");
        }
        say("Master key:                        " + report.masterKey());
        say("Data keys moved to the master key: " + report.rewrapped());
        say("New data keys:                     " + report.dataKeys());
        say("Secrets encrypted anew:            " + report.values());
        if (report.unreadable() == 0) {
            say("A former master key is needed only for older backups now: take it out of the configuration.");
        } else {
            say("Secrets that did not open:         " + report.unreadable());
            say("They were left as they are: keep the former master key, and connect the links concerned again.");
        }
    }
}
