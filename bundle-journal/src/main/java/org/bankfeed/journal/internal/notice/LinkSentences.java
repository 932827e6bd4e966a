package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.util.List;
import org.bankfeed.journal.Connection.Cause;
import org.bankfeed.journal.internal.table.LinkRow;
import org.jspecify.annotations.Nullable;

/** What is said of the first two layers: our link to the provider, and whether it shares anything. */
public final class LinkSentences {

    private LinkSentences() {}

    public static String broken(LinkRow link, List<String> labels, @Nullable LinkRow other) {
        String provider = Provider.of(link.feed());
        String problem = link.connection().problem();
        return "There is a problem with the connection to " + provider + " (" + organization(link) + ") since "
                + at(link.connection().since()) + ". " + (problem == null ? "" : stop(problem) + " ") + affected(labels)
                + " An administrator mends it with " + reconnect(link) + ". If that does not help, " + provider
                + "'s support does" + requestId(problem)
                + (other == null
                        ? ""
                        : " " + organization(other)
                                + " was connected since; it is another organization, and does not replace this one.");
    }

    /** The provider's user did it, so nothing is wrong. */
    public static String revoked(LinkRow link, List<String> labels) {
        String provider = Provider.of(link.feed());
        return "The connection to " + provider + " (" + organization(link) + ") was ended at " + provider
                + " by its user, and is refused since " + at(link.connection().since()) + ". " + affected(labels)
                + " What was read stays. If it was not meant, an administrator mends it with " + reconnect(link)
                + "; if it was, he disconnects it here too.";
    }

    public static String blocked(LinkRow link, List<String> labels) {
        String provider = Provider.of(link.feed());
        String problem = link.connection().problem();
        return provider + " has blocked the organization " + organization(link) + " since "
                + at(link.connection().since()) + ". " + (problem == null ? "" : stop(problem) + " ") + affected(labels)
                + " The " + provider + " user finds out why with Open " + provider + ", or " + provider
                + "'s support tells" + requestId(problem)
                + " Nothing needs to be done here: it is tried again by itself, and goes on where it was.";
    }

    private static String reconnect(LinkRow link) {
        return "Reconnect (bank:connect " + link.feed() + "), on Bank › Automate › " + Provider.of(link.feed())
                + " › Configure or on Settings › Integrations";
    }

    private static String requestId(@Nullable String problem) {
        return problem == null
                ? "."
                : Sentences.requestId(problem)
                        .map(id -> ": name the request id " + id + ".")
                        .orElse(".");
    }

    /** Ours to mend: nobody at the bank or the provider can. */
    public static String fault(LinkRow link, String what, List<String> labels) {
        return stop(what) + " " + affected(labels)
                + " Nobody but the operator can mend it: he looks at the configuration of the feed '" + link.feed()
                + "' (operator guide, bank:doctor).";
    }

    public static String onboarding(LinkRow link, Instant until, Instant now) {
        String provider = Provider.of(link.feed());
        return organization(link) + " has not given " + provider + " all that it asks of a new customer. "
                + (until.isAfter(now)
                        ? "Until " + at(until) + " there is time; after that " + provider + " deletes"
                        : "The time for it ended on " + at(until) + "; " + provider + " may delete")
                + " the organization's accounts and this connection, and no transactions arrive. The " + provider
                + " user completes it with Open " + provider + ".";
    }

    private static String affected(List<String> labels) {
        return labels.isEmpty()
                ? "No transactions arrive."
                : "No transactions of " + String.join(", ", labels)
                        + " arrive, and invoices paid there stay open until then.";
    }

    public static String noAccounts(LinkRow link, Instant since) {
        String provider = Provider.of(link.feed());
        return provider + " is connected, but no bank account is shared, so payments cannot be checked ("
                + organization(link) + ", since " + at(since) + "). The " + provider
                + " user mends it with Choose accounts at " + provider
                + ": there he activates the accounts that are to be read.";
    }

    /** The link stands, but we did not get through a reading. */
    public static String notRead(LinkRow link, Instant since) {
        String problem = link.connection().problem();
        return "Nothing was read from " + Provider.of(link.feed()) + " (" + organization(link) + ") since " + at(since)
                + ", although the connection is not reported broken. "
                + (problem == null ? "" : stop(problem) + " ")
                + "New payments are not seen until then. The operator looks whether the reading runs"
                + " (bank:doctor) and whether " + Provider.of(link.feed()) + " reports a disturbance.";
    }

    /** Why a consent cannot be renewed through a link that does not stand, and what has to come first. */
    public static String noRenewal(LinkRow link) {
        String provider = Provider.of(link.feed());
        String since = at(link.connection().since());
        if (link.connection().cause() == Cause.BLOCKED) {
            return provider + " has blocked the organization " + organization(link) + " since " + since
                    + ", so no consent can be renewed now. Its " + provider + " user settles that at " + provider
                    + "; then the connection goes on by itself.";
        }
        return switch (link.connection().state()) {
            case BROKEN ->
                "The connection to " + link.called() + " is refused since " + since + ": connect again first.";
            case UNCONFIRMED ->
                "Nobody has said yet whether " + organization(link) + " is meant: an administrator accepts it first.";
            default -> "The connection to " + link.called() + " was ended here on " + since + ": connect again first.";
        };
    }

    public static String at(Instant moment) {
        return Sentences.minute(moment, Provider.ZONE);
    }

    public static String stop(String sentence) {
        return sentence.isEmpty() || sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** Whose link it is. */
    public static String organization(LinkRow link) {
        var organization = link.connection().organization();
        String name = organization == null ? null : organization.name();
        return name == null ? link.feed() : name;
    }
}
