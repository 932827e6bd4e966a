package org.bankfeed.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerPosition;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.Notice;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.store.Store;
import org.bankfeed.store.StoreHealth;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "bank", name = "doctor", description = "Say which part is missing or in trouble, and what to do")
public final class DoctorCommand extends BankCommand {

    @Reference(optional = true)
    @Nullable
    Store store;

    @Reference(optional = true)
    @Nullable
    StoreHealth storeHealth;

    @Reference(optional = true)
    @Nullable
    InvoiceLedger ledger;

    private static final String STORE_REMEDY =
            "Mend etc/org.bankfeed.store.cfg, or what it names; docs/operator-guide.md, The database";

    private final List<Finding> findings = new ArrayList<>();

    @Override
    void run(Caller caller) throws Exception {
        Locale spoken = json ? Locale.ENGLISH : settings().language();
        examine("Database", spoken, () -> database());
        examine("Journal", spoken, () -> present("Journal", journal, "bankfeed-journal"));
        examine("Matching", spoken, () -> present("Matching", matching, "bankfeed-matching"));
        examine("Ledger", spoken, () -> ledger(caller, spoken));
        BankJournal books = journal;
        if (books != null) {
            examine("Feeds", spoken, () -> feeds(books));
            examine("Connections", spoken, () -> connections(books, caller, spoken));
            examine("Accounts", spoken, () -> accounts(books, caller));
            examine("Notices", spoken, () -> notices(books, caller, spoken));
        }
        PaymentMatching engine = matching;
        if (engine != null) {
            examine("Bookings", spoken, () -> bookings(engine, caller));
        }
        print();
    }

    private void database() {
        if (storeHealth == null) {
            bad("Database", "The bundle that opens it is not there.", "feature:install bankfeed-store");
            return;
        }
        List<String> problems = storeHealth.problems();
        if (problems.isEmpty() && store != null) {
            good("Database", "It is open.");
        } else if (problems.isEmpty()) {
            bad("Database", "It is not open.", "Look again in some seconds; see log:display");
        }
        String state = store == null ? "It is not open: " : "It is open, but not all is well: ";
        problems.forEach(problem -> bad("Database", state + problem + ".", STORE_REMEDY));
    }

    private void present(String part, @Nullable Object service, String feature) {
        if (service != null) {
            good(part, "It is there.");
        } else if (store == null) {
            bad(part, "It waits for the database.", "Mend the database; feature:install " + feature);
        } else if (storeHealth != null && !storeHealth.problems().isEmpty()) {
            bad(part, "It is not there.", "Mend what is said of the database; feature:install " + feature);
        } else {
            bad(part, "It is not there.", "feature:install " + feature);
        }
    }

    private void ledger(Caller caller, Locale spoken) {
        if (ledger == null) {
            bad(
                    "Ledger",
                    "No invoice ledger is there, so nothing is matched.",
                    "Start the ERP's, or feature:install bankfeed-ledger");
            return;
        }
        try {
            ledger.changes(caller, LedgerPosition.START, 1);
            good("Ledger", "It answers: " + ledger.id() + ".");
        } catch (LedgerUnavailableException e) {
            bad(
                    "Ledger",
                    "It does not answer: " + Masking.of(message(e, spoken)),
                    "Look after the ERP; bookings wait meanwhile");
        }
    }

    private void feeds(BankJournal books) {
        List<String> feeds = books.feeds();
        if (feeds.isEmpty()) {
            bad("Feeds", "No bank feed is configured.", "feature:install bankfeed-ponto and fill its configuration");
        }
        feeds.forEach(feed -> feed(books, feed));
    }

    private void feed(BankJournal books, String feed) {
        books.feedFault(feed)
                .ifPresentOrElse(
                        fault -> bad("Feeds", fault, Remedies.CONFIGURE),
                        () -> good("Feeds", feed + " is configured."));
    }

    private void connections(BankJournal books, Caller caller, Locale spoken) {
        List<Connection> connections = books.connections(caller);
        Set<ConnectionId> misconfigured = books.notices(caller).stream()
                .filter(notice -> notice.kind() == Notice.Kind.FEED_FAULT)
                .map(Notice::connection)
                .collect(Collectors.toSet());
        if (connections.stream().noneMatch(c -> c.state() == Connection.State.CONNECTED)) {
            bad("Connections", "No link to a provider stands.", "bank:connect");
        }
        for (Connection connection : connections) {
            String name = connection.feed() + " (" + connection.id() + ")";
            if (connection.state() == Connection.State.CONNECTED && connection.problem() == null) {
                good("Connections", name + " stands, last read " + Texts.moment(connection.lastReadAt()) + ".");
            } else if (connection.state() == Connection.State.BROKEN) {
                bad(
                        "Connections",
                        name + " is refused: " + Texts.orDash(Shapes.said(connection.problem(), false, spoken)),
                        "bank:connect " + connection.feed());
            } else if (misconfigured.contains(connection.id())) {
                bad("Connections", name + " waits for its feed to be configured, see Notices.", Remedies.CONFIGURE);
            } else if (connection.problem() != null) {
                bad(
                        "Connections",
                        name + ": " + Masking.of(connection.problem().in(spoken)),
                        "bank:sync, then look again");
            }
        }
    }

    private void accounts(BankJournal books, Caller caller) {
        List<Account> accounts = books.accounts(caller);
        long loading = accounts.stream()
                .filter(a -> a.active() && !a.loaded() && a.connection() != null)
                .count();
        long off = accounts.stream().filter(a -> !a.active()).count();
        if (loading > 0) {
            bad("Accounts", loading + " are in their first load, and not matched before it ends.", "bank:sync");
        }
        good("Accounts", accounts.size() + " known, " + off + " switched off.");
        accounts.stream().filter(a -> a.connection() == null).forEach(this::notLinked);
    }

    /** Entered beforehand, which is no fault; it only should not be forgotten. */
    private void notLinked(Account account) {
        findings.add(new Finding(
                "Accounts",
                true,
                "No link shares " + Shapes.number(account.reference(), false) + " (" + account.id() + ") yet.",
                "bank:connect and share it, or bank:account-remove " + account.id()));
    }

    private void notices(BankJournal books, Caller caller, Locale spoken) {
        List<Notice> notices = books.notices(caller);
        if (notices.isEmpty()) {
            good("Notices", "None.");
        }
        notices.forEach(notice -> notice(notice, spoken));
    }

    /** What only time can mend is no fault. */
    private void notice(Notice notice, Locale spoken) {
        String said = "[" + Remedies.layer(notice) + "] " + Masking.of(notice.sentence(spoken));
        String remedy = Remedies.mender(notice) + ": " + Remedies.of(notice);
        findings.add(new Finding("Notices", notice.gravity() == Notice.Gravity.CALM, said, remedy));
    }

    private void bookings(PaymentMatching engine, Caller caller) {
        Set<State> all = Set.of();
        int pending = 0;
        int refused = 0;
        int open = 0;
        for (Decision decision :
                Paging.all((after, size) -> engine.decisions(caller, new DecisionQuery(all, null, after, size)))) {
            boolean waits =
                    decision.booking() == BookingStatus.PENDING || decision.booking() == BookingStatus.REVERSING;
            pending += waits ? 1 : 0;
            refused += decision.problem() == null ? 0 : 1;
            open += decision.state() == State.SUGGESTED || decision.state() == State.NONE ? 1 : 0;
        }
        if (pending > 0) {
            bad(
                    "Bookings",
                    pending + " wait for the ledger's answer.",
                    "Look after the ledger; they are sent by themselves");
        }
        if (refused > 0) {
            bad("Bookings", refused + " were not taken by the ledger.", "bank:proposals says why");
        }
        good("Bookings", open + " bank lines wait for a person (bank:proposals).");
    }

    /** A part that fails to be examined is a finding, and no reason to leave out the others. */
    private void examine(String part, Locale spoken, Runnable examination) {
        try {
            examination.run();
        } catch (RuntimeException e) {
            bad(part, "It failed: " + Masking.of(message(e, spoken)), "See log:display");
        }
    }

    private void good(String part, String sentence) {
        findings.add(new Finding(part, true, sentence, null));
    }

    private void bad(String part, String sentence, String remedy) {
        findings.add(new Finding(part, false, sentence, remedy));
    }

    private void print() throws CommandException {
        long faults = findings.stream().filter(f -> !f.good()).count();
        if (json) {
            printJson(new Json.Fields()
                    .put("healthy", faults == 0)
                    .put("findings", findings.stream().map(Finding::json).toList())
                    .map());
            return;
        }
        ShellTable table = new ShellTable();
        table.column("Part");
        table.column("");
        table.column(Columns.sentence("What"));
        table.column(Columns.remedy("What to do"));
        for (Finding finding : findings) {
            table.addRow()
                    .addContent(
                            finding.part(),
                            finding.good() ? "ok" : "FAULT",
                            finding.sentence(),
                            Texts.orDash(finding.remedy()));
        }
        table.print(out);
        out.flush();
        if (faults > 0) {
            throw new CommandException(faults + (faults == 1 ? " fault" : " faults") + " found");
        }
        say("All is well.");
    }

    private record Finding(
            String part,
            boolean good,
            String sentence,
            @Nullable String remedy) {
        Map<String, @Nullable Object> json() {
            return new Json.Fields()
                    .put("part", part)
                    .put("state", good ? "OK" : "FAULT")
                    .put("sentence", sentence)
                    .put("remedy", remedy)
                    .map();
        }
    }
}
