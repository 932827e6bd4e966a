package org.bankfeed.shell.internal.command;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.journal.Account;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "announce",
        description = "Announce the payments of a payment file that was sent to the bank (pain.001 transfers, pain.008"
                + " direct debits), and match bank lines that wait for them")
public final class AnnounceCommand extends PaymentFileCommand {

    @Argument(name = "FILE", description = "The XML file on this machine", required = true)
    @Completion(FileCompleter.class)
    String file = "";

    @Argument(index = 1, name = "options", description = "Options may also stand here", multiValued = true)
    @Nullable
    List<String> more;

    @Override
    @Nullable
    List<String> more() {
        return more;
    }

    @Override
    void run(Caller caller, PaymentFiles files) throws Exception {
        PaymentFiles.Receipt receipt = announce(caller, files, Path.of(file).toAbsolutePath());
        if (!receipt.known() && matching != null) {
            matching.work(caller);
        }
        PaymentFile now = files.file(caller, receipt.file().messageId()).orElse(receipt.file());
        if (json) {
            printJson(fields(now)
                    .put("known", receipt.known())
                    .put(
                            "twice",
                            receipt.twice().stream()
                                    .map(AnnounceCommand::fields)
                                    .toList())
                    .map());
            return;
        }
        say(
                receipt.known()
                        ? "File " + now.messageId() + " was announced at " + Texts.minute(now.announcedAt()) + " by "
                                + now.announcedBy() + " already; nothing was changed."
                        : "File " + now.messageId() + ": " + now.payments()
                                + (now.payments() == 1 ? " payment" : " payments") + " announced, " + totals(now)
                                + ".");
        receipt.twice().forEach(one -> say(sentence(one)));
        say("Now: " + states(now) + ". bank:payment-files " + now.messageId() + " shows them.");
    }

    private static String sentence(PaymentFiles.PaidTwice one) {
        return "Careful: payment " + one.payment().id() + " of "
                + one.payment().amount().abs() + " pays " + one.number() + ", which payment "
                + one.other().id()
                + (one.executed()
                        ? " has paid already: stop it at the bank"
                        : " pays too: stop one of them at the bank")
                + ", then bank:withdraw it.";
    }

    private static Map<String, @Nullable Object> fields(PaymentFiles.PaidTwice one) {
        return new Json.Fields()
                .put("payment", one.payment().id())
                .put("other", one.other().id())
                .put("executed", one.executed())
                .put("document", one.document().value())
                .put("number", one.number())
                .map();
    }

    private PaymentFiles.Receipt announce(Caller caller, PaymentFiles files, Path path) throws Exception {
        List<AccountReference> ours = journal == null
                ? List.of()
                : journal.accounts(caller).stream().map(Account::reference).toList();
        if (Files.isDirectory(path)) {
            throw new CommandException(path + " is a folder: name the file in it");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            return files.announce(caller, in, ours);
        } catch (NoSuchFileException e) {
            throw new CommandException("There is no file " + path + " on this machine", e);
        }
    }
}
