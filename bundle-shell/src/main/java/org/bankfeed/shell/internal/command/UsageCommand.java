package org.bankfeed.shell.internal.command;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.ProviderRecord;
import org.bankfeed.journal.ProviderRecord.SharedAccount;
import org.bankfeed.shell.internal.completer.ConnectionCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "usage",
        description = "Ask the provider what it counts and bills in a month, and which accounts it has on its list")
public final class UsageCommand extends OneThingCommand {

    @Argument(
            name = "connection",
            description = "Its id, as bank:connections shows it; may be left out for a single one")
    @Completion(ConnectionCompleter.class)
    @Nullable
    String connection;

    @Option(name = "--month", description = "Such as 2026-11; by default the running one")
    @Nullable
    String month;

    @Reference(optional = true)
    @Nullable
    Clock clock;

    @Override
    void run(Caller caller) throws Exception {
        ProviderRecord kept = journal().providerRecord(caller, link(caller), month());
        Map<AccountId, Account> known =
                journal().accounts(caller).stream().collect(Collectors.toMap(Account::id, account -> account));
        if (json) {
            printJson(json(kept));
            return;
        }
        say("In " + kept.usage().month() + " the provider counts " + counted(kept.usage()) + ".");
        ShellTable table = new ShellTable();
        for (String column : List.of("Account", "Who knows it", Texts.in("Shared since"), "Last read, as told there")) {
            table.column(column);
        }
        table.column(Columns.sentence("What it means"));
        table.emptyTableText("No account is shared, as we and the provider see it.");
        for (SharedAccount account : kept.accounts()) {
            table.addRow()
                    .addContent(
                            called(account, known),
                            account.agreement(),
                            Texts.minute(account.since()),
                            Texts.minute(account.lastAccessedAt()),
                            account.sentence().in(language()));
        }
        table.print(out);
        if (kept.elsewhere() > 0) {
            say(kept.elsewhere()
                    + " more accounts are shared with the same application by organizations to which no link"
                    + " here goes: of another installation, or of a link that was forgotten.");
        }
    }

    private ConnectionId link(Caller caller) throws CommandException {
        if (connection != null) {
            return new ConnectionId(connection);
        }
        List<Connection> links = journal().connections(caller).stream()
                .filter(link -> link.organization() != null && link.state() != Connection.State.DISCONNECTED)
                .toList();
        if (links.size() == 1) {
            return links.get(0).id();
        }
        throw new CommandException(
                links.isEmpty()
                        ? "Nothing is connected: bank:connect begins."
                        : "Say which connection: "
                                + links.stream().map(link -> link.id().value()).collect(Collectors.joining(", ")));
    }

    private YearMonth month() {
        if (month == null) {
            return YearMonth.from(
                    (clock == null ? Clock.systemUTC() : clock).instant().atZone(Texts.ZONE));
        }
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--month is '" + month + "', which is no month: write it as 2026-11", e);
        }
    }

    private static String called(SharedAccount account, Map<AccountId, Account> known) {
        Account ours = account.account() == null ? null : known.get(account.account());
        return ours == null
                ? account.feedAccount().value()
                : Shapes.label(ours, false) + ", " + Shapes.number(ours.reference(), false);
    }

    private static String counted(FeedUsage usage) {
        List<String> parts = new ArrayList<>();
        parts.add(number(usage.accounts()) + " accounts, each by the part of the month in which it was shared");
        add(parts, usage.payments(), "payments");
        add(parts, usage.paymentAccounts(), "accounts that paid");
        add(parts, usage.bulkPayments(), "payments in bundles");
        add(parts, usage.bulkPaymentBundles(), "bundles");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, @Nullable BigDecimal number, String what) {
        if (number != null) {
            parts.add(number(number) + " " + what);
        }
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Map<String, @Nullable Object> json(ProviderRecord kept) {
        FeedUsage usage = kept.usage();
        return new Json.Fields()
                .put("connection", kept.connection())
                .put("month", usage.month())
                .put("accountCount", usage.accounts())
                .put("paymentCount", usage.payments())
                .put("paymentAccountCount", usage.paymentAccounts())
                .put("bulkPaymentCount", usage.bulkPayments())
                .put("bulkPaymentBundleCount", usage.bulkPaymentBundles())
                .put(
                        "accounts",
                        kept.accounts().stream().map(UsageCommand::json).toList())
                .put("elsewhere", kept.elsewhere())
                .map();
    }

    private static Map<String, @Nullable Object> json(SharedAccount account) {
        return new Json.Fields()
                .put("feedAccount", account.feedAccount().value())
                .put("account", account.account())
                .put("agreement", account.agreement())
                .put("since", account.since())
                .put("lastAccessedAt", account.lastAccessedAt())
                .put("sentence", account.sentence().in(Locale.ENGLISH))
                .map();
    }
}
