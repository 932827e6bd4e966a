package org.bankfeed.journal.internal.notice;

import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Sentence;

/**
 * Asks before another organization than before is read: somebody may have signed in at the provider for the wrong one. A
 * first one needs no asking, and one that was connected before neither.
 */
public final class Confirming {

    private Confirming() {}

    /**
     * The link of another organization that was there before, if that has to be asked about.
     *
     * @param id the link that comes
     * @param former the link of its organization, if there was one
     */
    public static Optional<LinkRow> before(UnitOfWork unit, CompanyId company, String id, Optional<LinkRow> former) {
        if (former.filter(link -> !link.is(State.UNCONFIRMED)).isPresent()) {
            return Optional.empty();
        }
        LinkRow begun = ConnectionTable.find(unit, company, id).orElseThrow();
        return ConnectionTable.all(unit, company).stream()
                .filter(link -> link.feed().equals(begun.feed()) && !link.id().equals(id))
                .filter(link -> link.connection().organization() != null && !link.is(State.UNCONFIRMED))
                .reduce((first, second) ->
                        second.connection().since().isAfter(first.connection().since()) ? second : first);
    }

    public static Sentence asks(Organization organization, LinkRow before) {
        String name = organization.name() == null ? organization.id() : organization.name();
        return Sentence.of(
                SentenceCode.CAME_BACK_AS_ANOTHER, Words.name(name), Words.name(LinkSentences.organization(before)));
    }

    public static Notice notice(LinkRow link) {
        Sentence said = Sentence.of(
                SentenceCode.OTHER_ORGANIZATION,
                Words.name(Provider.of(link.feed())),
                Words.name(LinkSentences.organization(link)));
        return new Notice(
                Kind.OTHER_ORGANIZATION,
                link.connection().since(),
                List.of(said),
                link.connection().id(),
                null);
    }

    public static Sentence nothingToAccept(LinkRow link) {
        return switch (link.connection().state()) {
            case CONNECTING -> Sentence.of(SentenceCode.NOBODY_CAME_BACK);
            case BROKEN -> Sentence.of(SentenceCode.ACCEPTED_AND_BROKEN);
            case DISCONNECTED -> Sentence.of(SentenceCode.CONNECTION_ENDED);
            default -> Sentence.of(SentenceCode.NOTHING_TO_ACCEPT);
        };
    }
}
