package org.bankfeed.journal.internal.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Gravity;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.internal.table.FaultTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What is to be said of the first two layers: us and the provider, and whether it shares anything. */
public final class LinkNotices {

    /** So long an organization has to give the provider all that it must. */
    private static final Duration ONBOARDING = Duration.ofHours(72);

    private final Standing standing;
    private final Silence silence;
    private final List<Notice> notices = new ArrayList<>();
    private @Nullable Map<String, Instant> faults;

    private LinkNotices(Standing standing) {
        this.standing = standing;
        this.silence = new Silence(standing);
    }

    public static List<Notice> of(Standing standing) {
        LinkNotices said = new LinkNotices(standing);
        standing.links().values().forEach(said::link);
        return said.notices;
    }

    private void link(LinkRow link) {
        if (link.is(State.BROKEN)) {
            broken(link);
        } else if (link.is(State.CONNECTED)) {
            standing(link);
        } else if (link.is(State.UNCONFIRMED)) {
            notices.add(Confirming.notice(link));
        }
    }

    /** A link that is broken says why, and nothing else of it can be known. */
    private void broken(LinkRow link) {
        Instant since = link.connection().since();
        switch (Objects.requireNonNull(link.connection().cause())) {
            case REFUSED -> add(Kind.CONNECTION_BROKEN, since, LinkSentences.broken(link, replacement(link)), link);
            case REVOKED -> add(Kind.REVOKED, since, LinkSentences.revoked(link), link);
            case BLOCKED -> add(Kind.BLOCKED, since, LinkSentences.blocked(link), link);
        }
    }

    private void standing(LinkRow link) {
        Instant noAccounts = link.noAccountsSince();
        Optional<Feeds.Fault> fault = fault(link);
        fault.ifPresent(found -> add(
                Kind.FEED_FAULT,
                found.since(),
                standing.feeds().said(link.feed(), found),
                link,
                isRead(link) ? Gravity.WARNING : Gravity.STOPPED));
        onboarding(link);
        if (noAccounts != null) {
            add(Kind.NO_ACCOUNTS, noAccounts, LinkSentences.noAccounts(link), link);
        } else if (fault.isEmpty()) {
            silence.ofLink(link).ifPresent(since -> add(Kind.SILENT, since, LinkSentences.notRead(link), link));
        }
    }

    /** What kept the last reading out, or would keep the next one. */
    private Optional<Feeds.Fault> fault(LinkRow link) {
        Instant since = link.faultSince();
        Sentence problem = link.connection().problem();
        return since != null && problem != null
                ? Optional.of(new Feeds.Fault(problem.toString(), since))
                : standing.feeds().fault(link.feed()).map(fault -> fault.since(faults().get(link.feed())));
    }

    /** What readings found before this process began. */
    private Map<String, Instant> faults() {
        if (faults == null) {
            faults = FaultTable.all(standing.unit());
        }
        return faults;
    }

    /** A feed may work on with the means of before. */
    private boolean isRead(LinkRow link) {
        return link.faultSince() == null && standing.feeds().find(link.feed()).isPresent();
    }

    private void onboarding(LinkRow link) {
        Instant since = link.onboardingSince();
        if (since != null) {
            Instant until = since.plus(ONBOARDING);
            add(Kind.ONBOARDING_INCOMPLETE, since, LinkSentences.onboarding(link, until, standing.now()), link);
        }
    }

    /** Another organization that was connected since this link broke: it replaces nothing. */
    private @Nullable LinkRow replacement(LinkRow broken) {
        return standing.links().values().stream()
                .filter(link -> link.is(State.CONNECTED) && link.feed().equals(broken.feed()))
                .filter(link ->
                        link.connection().since().isAfter(broken.connection().since()))
                .findFirst()
                .orElse(null);
    }

    private void add(Kind kind, Instant since, List<Sentence> sentences, LinkRow link) {
        add(kind, since, sentences, link, Gravity.of(kind));
    }

    private void add(Kind kind, Instant since, List<Sentence> sentences, LinkRow link, Gravity gravity) {
        notices.add(new Notice(kind, since, sentences, link.connection().id(), null, gravity, standing.affected(link)));
    }
}
