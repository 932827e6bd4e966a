package org.bankfeed.shell.internal.command;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.InvoiceEntry;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "periods",
        description = "Say up to which day the books are closed; close periods, or open them again")
public final class PeriodsCommand extends BankCommand {

    @Reference(optional = true)
    @Nullable
    InvoiceEntry entry;

    @Reference(optional = true)
    @Nullable
    Clock clock;

    @Option(name = "--close-until", description = "The last day that is closed")
    @Nullable
    String closeUntil;

    @Option(name = "--open", description = "Opens all periods again")
    boolean open;

    @Override
    void run(Caller caller) throws Exception {
        if (open && closeUntil != null) {
            throw new CommandException("Give either --close-until or --open");
        }
        InvoiceEntry books = present(entry, "The entry of documents is", "bankfeed-ledger");
        try {
            if (open || closeUntil != null) {
                books.closeUntil(caller, closeUntil == null ? null : past(day(closeUntil)));
            }
        } catch (InvoiceEntry.Refused e) {
            throw new CommandException(sentence(e), e);
        }
        LocalDate closed = books.closedUntil(caller).orElse(null);
        if (json) {
            printJson(new Json.Fields().put("closedUntil", closed).map());
        } else {
            say(closed == null ? "No period is closed." : "The books are closed until " + closed + ".");
        }
    }

    /** Whatever comes until then would stand on the day after it: nobody means that, and a wrong year is soon written. */
    private LocalDate past(LocalDate day) throws CommandException {
        LocalDate today = LocalDate.ofInstant((clock == null ? Clock.systemUTC() : clock).instant(), Texts.ZONE);
        if (day.isAfter(today)) {
            throw new CommandException(day + " is not over yet: periods are closed up to " + today + " at the latest");
        }
        return day;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no day such as 2026-03-31", e);
        }
    }
}
