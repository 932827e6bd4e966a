package org.bankfeed.journal.internal.notice;

import static org.bankfeed.journal.internal.notice.Words.moment;
import static org.bankfeed.journal.internal.notice.Words.name;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bankfeed.journal.Connection.Cause;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Quote;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What is said of the first two layers: our link to the provider, and whether it shares anything. */
public final class LinkSentences {

    private LinkSentences() {}

    public static List<Sentence> broken(LinkRow link, @Nullable LinkRow other) {
        Sentence problem = link.connection().problem();
        List<Sentence> said = new ArrayList<>();
        said.add(Sentence.of(SentenceCode.LINK_BROKEN, provider(link), owner(link)));
        if (problem != null) {
            said.add(Words.reported(withoutRequestId(problem)));
        }
        said.add(withRequestId(link, SentenceCode.LINK_BROKEN_HELP, SentenceCode.LINK_BROKEN_HELP_ID));
        if (other != null) {
            said.add(Sentence.of(SentenceCode.ANOTHER_CONNECTED, owner(other)));
        }
        return said;
    }

    /** The provider's user did it, so nothing is wrong. */
    public static List<Sentence> revoked(LinkRow link) {
        return List.of(Sentence.of(SentenceCode.LINK_REVOKED, provider(link), owner(link)));
    }

    public static List<Sentence> blocked(LinkRow link) {
        return List.of(
                Sentence.of(SentenceCode.BLOCKED, provider(link), owner(link)),
                withRequestId(link, SentenceCode.BLOCKED_WHY, SentenceCode.BLOCKED_WHY_ID),
                Sentence.of(SentenceCode.BLOCKED_HEALS));
    }

    /** For the provider's support, with its id of the call if there is one. */
    private static Sentence withRequestId(LinkRow link, SentenceCode without, SentenceCode with) {
        return Optional.ofNullable(english(link))
                .flatMap(Sentences::requestId)
                .map(id -> Sentence.of(with, provider(link), name(id)))
                .orElseGet(() -> Sentence.of(without, provider(link)));
    }

    private static Sentence withoutRequestId(Sentence problem) {
        List<Argument> arguments = problem.arguments().stream()
                .map(one -> one instanceof Quote said ? new Quote(Sentences.withoutRequestId(said.words())) : one)
                .toList();
        return new Sentence(problem.code(), arguments);
    }

    /** The provider's id of the call stands among its words. */
    private static @Nullable String english(LinkRow link) {
        Sentence problem = link.connection().problem();
        return problem == null ? null : problem.toString();
    }

    /** Ours to mend: nobody at the bank or the provider can. */
    public static List<Sentence> fault(String feed, String what, @Nullable String configuration) {
        List<Sentence> said = new ArrayList<>();
        if (what.equals(Sentences.noFeed(feed))) {
            said.add(Words.noFeed(feed));
        } else if (what.contains("'" + feed + "'")) {
            said.add(Words.reported(what));
        } else {
            said.add(Sentence.of(SentenceCode.FEED_SAYS, name(feed), new Quote(what)));
        }
        if (configuration != null) {
            said.add(Sentence.of(SentenceCode.CONFIGURED_IN, name(configuration)));
        }
        return said;
    }

    public static List<Sentence> onboarding(LinkRow link, Instant until, Instant now) {
        return List.of(
                Sentence.of(SentenceCode.ONBOARDING, owner(link), provider(link)),
                Sentence.of(
                        until.isAfter(now) ? SentenceCode.ONBOARDING_UNTIL : SentenceCode.ONBOARDING_OVER,
                        moment(until),
                        provider(link)));
    }

    public static List<Sentence> noAccounts(LinkRow link) {
        return List.of(Sentence.of(SentenceCode.NO_ACCOUNTS, provider(link), owner(link)));
    }

    /** The link stands, but we did not get through a reading. */
    public static List<Sentence> notRead(LinkRow link) {
        return Words.around(
                Sentence.of(SentenceCode.LINK_NOT_READ, provider(link), owner(link)),
                link.connection().problem(),
                Sentence.of(SentenceCode.LINK_NOT_READ_WHY, provider(link)));
    }

    /** Why a consent cannot be renewed through a link that does not stand, and what has to come first. */
    public static Sentence noRenewal(LinkRow link) {
        Instant since = link.connection().since();
        if (link.connection().cause() == Cause.BLOCKED) {
            return Sentence.of(SentenceCode.RENEWAL_BLOCKED, provider(link), owner(link), moment(since));
        }
        return switch (link.connection().state()) {
            case BROKEN -> Sentence.of(SentenceCode.RENEWAL_BROKEN, name(link.called()), moment(since));
            case UNCONFIRMED -> Sentence.of(SentenceCode.RENEWAL_UNCONFIRMED, owner(link));
            default -> Sentence.of(SentenceCode.RENEWAL_ENDED, name(link.called()), moment(since));
        };
    }

    /** Whose link it is. */
    public static String organization(LinkRow link) {
        var organization = link.connection().organization();
        String name = organization == null ? null : organization.name();
        return name == null ? link.feed() : name;
    }

    private static Name owner(LinkRow link) {
        return name(organization(link));
    }

    private static Name provider(LinkRow link) {
        return name(Provider.of(link.feed()));
    }
}
