package org.bankfeed.shell.internal.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.JournalException;
import org.bankfeed.shell.internal.completer.FeedCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "connect",
        description = "Connect bank accounts: says where to go, and takes the way back")
public final class ConnectCommand extends OneThingCommand {

    @Argument(name = "feed", description = "Through which feed; may be left out where there is one only")
    @Completion(FeedCompleter.class)
    @Nullable
    String feed;

    @Option(
            name = "--redirect-uri",
            description = "Where the provider sends the browser back to, as registered there; by default redirect.uri"
                    + " of etc/org.bankfeed.shell.cfg")
    @Nullable
    String redirectUri;

    @Option(name = "--language", description = "Of the provider's page: en, fr, nl …")
    String language = "en";

    @Option(
            name = "--email",
            description = "Your address of mail, which fills the provider's forms; with it you begin there with the"
                    + " organization that is connected already")
    @Nullable
    String email;

    @Option(name = "--organization", description = "Besides --email: the organization's name, for somebody new there")
    @Nullable
    String organization;

    @Option(name = "--vat-number", description = "Besides --email: its VAT number, with the country's letters")
    @Nullable
    String vatNumber;

    @Option(name = "--returned", description = "The address that the browser ended on, in single quotes")
    @Nullable
    String returned;

    @Override
    void run(Caller caller) throws Exception {
        if (returned != null) {
            connected(caller, journal().returned(caller, Returned.read(returned)));
            return;
        }
        ConnectStep step = journal().connect(caller, feed(), redirect(), Locale.forLanguageTag(language), newcomer());
        if (step instanceof ConnectStep.Visit visit) {
            visit(visit);
        } else if (step instanceof ConnectStep.Connected done) {
            connected(caller, done.connection());
        }
    }

    private @Nullable OnboardingDetails newcomer() {
        if (email == null) {
            if (organization != null || vatNumber != null) {
                throw new IllegalArgumentException("--organization and --vat-number go with --email: say it too");
            }
            return null;
        }
        return new OnboardingDetails(
                email, null, null, organization, null, vatNumber, null, null, null, null, null, null);
    }

    private String feed() throws CommandException, JournalException {
        if (feed != null) {
            return feed;
        }
        List<String> feeds = journal().feeds();
        if (feeds.size() == 1) {
            return feeds.get(0);
        }
        throw new CommandException(
                feeds.isEmpty()
                        ? "There is no bank feed yet: run feature:install bankfeed-ponto and fill etc/org.bankfeed.ponto*.cfg"
                        : "Say through which feed: " + String.join(", ", feeds));
    }

    private URI redirect() throws CommandException {
        String text =
                redirectUri != null ? redirectUri : settings().redirectUri().orElse("");
        if (text.isEmpty()) {
            throw new CommandException(
                    "Say with --redirect-uri where the provider shall send the browser back to, as it"
                            + " is registered there, or set redirect.uri in etc/org.bankfeed.shell.cfg");
        }
        return absolute("--redirect-uri", text);
    }

    static URI absolute(String option, String text) {
        try {
            URI uri = new URI(text.strip());
            if (uri.isAbsolute() && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new IllegalArgumentException(
                option + " is '" + text + "', which is no web address: write it in full, with" + " https://");
    }

    private void visit(ConnectStep.Visit visit) {
        if (json) {
            printJson(new Json.Fields()
                    .put("state", "VISIT")
                    .put("connection", visit.connection())
                    .put("page", visit.page())
                    .map());
            return;
        }
        say("Open this page in a browser, choose the accounts and agree:");
        say("");
        say("  " + visit.page());
        say("");
        say("Then paste the address that the browser ends on, even if that page shows nothing:");
        say("");
        say("  bank:connect --returned 'ADDRESS'");
    }

    private void connected(Caller caller, Connection connection) throws CommandException {
        List<Account> accounts = journal().accounts(caller).stream()
                .filter(a -> connection.id().equals(a.connection()))
                .toList();
        if (json) {
            printJson(new Json.Fields()
                    .put("state", connection.state())
                    .put("connection", Shapes.connection(connection))
                    .put(
                            "accounts",
                            accounts.stream().map(a -> Shapes.account(a, false)).toList())
                    .map());
            return;
        }
        if (connection.state() == Connection.State.UNCONFIRMED) {
            say("You came back with another organization than before: " + Texts.orDash(Shapes.organization(connection))
                    + ". Nothing of it is read yet. bank:accept " + connection.id()
                    + " if it was meant, else bank:disconnect "
                    + connection.id() + "; what was connected before stays as it is.");
            return;
        }
        say("Connected through " + connection.feed() + " (" + connection.id() + "), " + accounts.size() + " account"
                + (accounts.size() == 1 ? "" : "s") + " shared:");
        accounts.forEach(a ->
                say("  " + Shapes.label(a, false) + ", " + Shapes.number(a.reference(), false) + ", " + a.currency()));
        say("bank:sync reads their transactions now; otherwise the schedule does.");
    }
}
