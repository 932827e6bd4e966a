package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import org.bankfeed.journal.Connection.Cause;
import org.bankfeed.journal.internal.table.LinkRow;
import org.jspecify.annotations.Nullable;

/** What is said of the first two layers: our link to the provider, and whether it shares anything. */
public final class LinkSentences {

    private LinkSentences() {}

    public static String broken(LinkRow link, @Nullable LinkRow other) {
        String provider = Provider.of(link.feed());
        String problem = link.connection().problem();
        return "There is a problem with the connection to " + provider + " (" + organization(link) + "). "
                + (problem == null ? "" : stop(Sentences.withoutRequestId(problem)) + " ")
                + "No new lines come by it. If connecting again does not help, " + provider + "'s support does"
                + requestId(problem)
                + (other == null
                        ? ""
                        : " " + organization(other)
                                + " was connected since; it is another organization, and does not replace this one.");
    }

    /** The provider's user did it, so nothing is wrong. */
    public static String revoked(LinkRow link) {
        String provider = Provider.of(link.feed());
        return "The connection to " + provider + " (" + organization(link) + ") was ended at " + provider
                + " by its user: no new lines come by it, and what was read stays. If that was meant, it only has to be"
                + " disconnected here too.";
    }

    public static String blocked(LinkRow link) {
        String provider = Provider.of(link.feed());
        String problem = link.connection().problem();
        return provider + " has blocked the organization " + organization(link) + ". "
                + provider + " says why on its own pages, or its support does" + requestId(problem)
                + " Nothing needs to be done here: it is tried again by itself, and goes on where it was.";
    }

    private static String requestId(@Nullable String problem) {
        return problem == null
                ? "."
                : Sentences.requestId(problem)
                        .map(id -> ": name the request id " + id + ".")
                        .orElse(".");
    }

    /** Ours to mend: nobody at the bank or the provider can. */
    public static String fault(String name, String what, @Nullable String configuration) {
        String feed = "'" + name + "'";
        return (what.contains(feed) ? "" : "Feed " + feed + ": ")
                + stop(what)
                + (configuration == null ? "" : " It is configured in " + configuration + ".");
    }

    public static String onboarding(LinkRow link, Instant until, Instant now) {
        String provider = Provider.of(link.feed());
        return organization(link) + " has not given " + provider + " all that it asks of a new customer. "
                + (until.isAfter(now)
                        ? "Until " + at(until) + " there is time; after that " + provider + " deletes"
                        : "The time for it ended on " + at(until) + "; " + provider + " may delete")
                + " the organization's accounts and this connection, and no lines come any more.";
    }

    public static String noAccounts(LinkRow link) {
        String provider = Provider.of(link.feed());
        return provider + " is connected, but no bank account is shared, so payments cannot be checked ("
                + organization(link) + "). The accounts that are to be read are activated at " + provider + ".";
    }

    /** The link stands, but we did not get through a reading. */
    public static String notRead(LinkRow link) {
        String problem = link.connection().problem();
        return "Nothing was read from " + Provider.of(link.feed()) + " (" + organization(link)
                + "), although the connection is not reported broken. "
                + (problem == null ? "" : stop(problem) + " ")
                + "Either the reading does not run (bank:doctor), or " + Provider.of(link.feed())
                + " reports a disturbance.";
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
