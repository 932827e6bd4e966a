package org.bankfeed.shell.internal.command;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.NewAccount;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "account-enter",
        description =
                "Enter a bank account before it is connected, so that what you say of it holds from its first line")
public final class AccountEnterCommand extends OneThingCommand {

    private static final Pattern MEANT_AS_IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    @Argument(name = "number", description = "Its IBAN, with or without blanks, or another number", required = true)
    String number = "";

    @Option(name = "--currency", description = "Its currency: EUR, USD …")
    String currency = "EUR";

    @Option(name = "--label", description = "What you call it; by default what the bank calls it")
    String label = "";

    @Option(name = "--count-from", description = "Match only lines of this day or later (2026-01-31); by default all")
    @Nullable
    String countFrom;

    @Option(name = "--host-account", description = "The ERP's id of the account")
    @Nullable
    String hostAccount;

    @Option(name = "--full", description = "Show the account number in full")
    boolean full;

    @Override
    boolean full() {
        return full;
    }

    /** An IBAN as it stands on paper comes in groups of four. */
    @Override
    void accept(List<String> words) {
        words.forEach(word -> number += " " + word);
    }

    @Override
    void run(Caller caller) throws Exception {
        AccountSettings settings = new AccountSettings(true, Texts.day("--count-from", countFrom), hostAccount);
        Account account = journal().enter(caller, new NewAccount(reference(), currency(), label, settings));
        if (json) {
            printJson(Shapes.account(account, full));
            return;
        }
        say("Entered " + Shapes.label(account, full) + ", " + Shapes.number(account.reference(), full) + ", "
                + account.currency() + " as " + account.id() + ": counts from "
                + (account.countFrom() == null ? "its first line" : account.countFrom()) + ", in the ERP "
                + Texts.orDash(account.hostAccount()));
        say("bank:connect links it: share this account at the provider, and its lines come.");
    }

    /** What looks like an IBAN but fails its check is a typing error, and no number of another kind. */
    private AccountReference reference() {
        String compact = number.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        return MEANT_AS_IBAN.matcher(compact).matches() ? AccountReference.iban(compact) : AccountReference.of(number);
    }

    private Currency currency() {
        try {
            Currency known = Currency.getInstance(currency.strip().toUpperCase(Locale.ROOT));
            if (known.getDefaultFractionDigits() >= 0) {
                return known;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "--currency is '" + currency + "', which is none: write its three letters, as EUR");
    }
}
