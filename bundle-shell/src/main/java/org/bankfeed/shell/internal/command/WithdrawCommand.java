package org.bankfeed.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.shell.internal.completer.PaymentFileCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "withdraw",
        description = "Say that the bank will not carry out payments of a payment file, or take that back")
public final class WithdrawCommand extends PaymentFileCommand {

    @Argument(
            index = 0,
            name = "MESSAGE",
            description = "The message id of the file, as bank:payment-files lists it",
            required = true)
    @Completion(PaymentFileCompleter.class)
    String message = "";

    @Argument(
            index = 1,
            name = "PAYMENT",
            description = "The payments, as bank:payment-files MESSAGE lists them; by default all of the file",
            multiValued = true)
    @Nullable
    List<String> payments;

    @Option(name = "--again", description = "They are under way after all: takes a withdrawal back")
    boolean again;

    private final List<String> chosen = new ArrayList<>();

    @Override
    @Nullable
    List<String> more() {
        return payments;
    }

    @Override
    void accept(List<String> words) {
        chosen.addAll(words);
    }

    @Override
    void run(Caller caller, PaymentFiles files) throws Exception {
        int count = again ? files.announceAgain(caller, message, chosen) : files.withdraw(caller, message, chosen);
        if (matching != null && count > 0) {
            matching.work(caller);
        }
        PaymentFile file = files.file(caller, message)
                .orElseThrow(() -> new CommandException("There is no payment file " + message));
        if (json) {
            printJson(fields(file).put("changed", count).map());
        } else {
            say(count + " payments " + (again ? "are under way again" : "withdrawn") + ". Now: " + states(file) + ".");
        }
    }
}
