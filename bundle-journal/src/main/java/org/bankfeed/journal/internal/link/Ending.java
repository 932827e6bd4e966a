package org.bankfeed.journal.internal.link;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.event.Refusals;
import org.bankfeed.journal.internal.notice.Feeds;
import org.bankfeed.journal.internal.notice.Provider;
import org.bankfeed.journal.internal.notice.Sentences;
import org.bankfeed.journal.internal.table.AuthorizationTable;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.OwedEndingTable;
import org.bankfeed.journal.internal.table.OwedEndingTable.Owed;
import org.bankfeed.journal.internal.table.PendingTable;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.Vault;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Quote;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends links. Here that always succeeds: what a person ends is read no more, whatever the provider says. Where the
 * provider could not be told, that is owed, and every reading tries it again until it is done or given up.
 */
public final class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    /** After that the provider's user has to end it there. */
    private static final Duration TRIED = Duration.ofDays(30);

    private final Stage stage;
    private final Vault vault;
    private final Feeds feeds;
    private final Clock clock;

    public Ending(Stage stage, Vault vault, Feeds feeds, Clock clock) {
        this.stage = stage;
        this.vault = vault;
        this.feeds = feeds;
        this.clock = clock;
    }

    public Connection end(Caller caller, ConnectionId connection) throws JournalException {
        CompanyId company = caller.company();
        LinkRow link = Linking.link(stage, company, connection);
        if (link.is(State.DISCONNECTED)) {
            return link.connection();
        }
        Optional<String> refusal = tell(company, link.feed(), link.connection().organization(), link.vaultOwner());
        Sentence owed = refusal.map(why -> sentence(link, why)).orElse(null);
        Connection ended = stage.inTransaction(unit -> {
            end(unit, caller, link, owed);
            if (owed != null) {
                OwedEndingTable.add(unit, company, link, clock.instant());
            }
            return ConnectionTable.find(unit, company, link.id())
                    .map(LinkRow::connection)
                    .orElseGet(() -> gone(link, owed));
        });
        if (owed == null) {
            secrets(company, link.vaultOwner()).forget();
        }
        return ended;
    }

    /** A link on which nothing was ever read leaves nothing behind. */
    private Connection gone(LinkRow link, @Nullable Sentence owed) {
        Connection was = link.connection();
        return new Connection(
                was.id(), was.feed(), State.DISCONNECTED, was.organization(), clock.instant(), was.lastReadAt(), owed);
    }

    private static Sentence sentence(LinkRow link, String why) {
        return Sentence.of(SentenceCode.ENDED_NOT_TOLD, new Name(Provider.of(link.feed())), new Quote(why));
    }

    private void end(UnitOfWork unit, Caller caller, LinkRow link, @Nullable Sentence owed) {
        CompanyId company = caller.company();
        AuthorizationTable.removeOf(unit, company, link.id());
        if (link.is(State.CONNECTING) || link.is(State.UNCONFIRMED)) {
            ConnectionTable.remove(unit, company, link.id());
        } else {
            ConnectionTable.disconnected(unit, company, link.id(), owed, clock.instant());
            PendingTable.removeOfConnection(unit, company, link.id());
        }
        String sentence = "Ended the connection to " + link.called() + ".";
        unit.audit(caller, "disconnect", link.id(), owed == null ? sentence : sentence + " " + owed);
    }

    /** Tries again what is owed to providers. */
    public void tryAgain(Caller caller) {
        for (Owed owed : stage.inTransaction(unit -> OwedEndingTable.all(unit, caller.company()))) {
            tryAgain(caller, owed);
        }
    }

    private void tryAgain(Caller caller, Owed owed) {
        CompanyId company = caller.company();
        if (isLinkedAnew(owed)) {
            settle(
                    caller,
                    owed,
                    null,
                    "A link to the same organization stands, so that nothing is to be ended at the provider any more.");
            return;
        }
        Optional<String> refusal = tell(company, owed.feed(), owed.organization(), owed.vaultOwner());
        String provider = Provider.of(owed.feed());
        if (refusal.isEmpty()) {
            settle(caller, owed, null, provider + " has been told that the connection is ended.");
        } else if (owed.since().plus(TRIED).isBefore(clock.instant())) {
            Sentence given = Sentence.of(
                    SentenceCode.ENDED_NEVER_TOLD,
                    new Name(provider),
                    new Count(TRIED.toDays()),
                    new Quote(refusal.get()));
            settle(caller, owed, given, given.toString());
        }
    }

    /** @param problem what stays to be said of the link, or {@code null} */
    private void settle(Caller caller, Owed owed, @Nullable Sentence problem, String sentence) {
        Transactions.run(stage, unit -> {
            OwedEndingTable.remove(unit, caller.company(), owed.vaultOwner());
            ConnectionTable.endingSettled(unit, caller.company(), owed.connection(), owed.vaultOwner(), problem);
            unit.audit(caller, "disconnect", owed.connection(), sentence);
        });
        secrets(caller.company(), owed.vaultOwner()).forget();
    }

    /** An organization has one integration with an application: to end it would end the newer link too. */
    private boolean isLinkedAnew(Owed owed) {
        Organization organization = owed.organization();
        return organization != null
                && stage.inTransaction(unit -> ConnectionTable.organizations(unit, owed.feed()))
                        .contains(organization.id());
    }

    /**
     * Tells the provider that a link has ended.
     *
     * @return why it could not be told; empty if it was, or had ended the link itself
     */
    private Optional<String> tell(
            CompanyId company, String feedName, @Nullable Organization organization, String vaultOwner) {
        BankFeed feed = feeds.find(feedName).orElse(null);
        if (feed == null) {
            return Optional.of(Sentences.noFeed(feedName));
        }
        try {
            tell(feed, feedName, organization, secrets(company, vaultOwner));
            return Optional.empty();
        } catch (BankFeedException.ReconnectRequired e) {
            LOG.debug("The provider of {} had ended a connection already", feedName);
            return Optional.empty();
        } catch (BankFeedException e) {
            Refusals.count(stage, company, e, clock.instant());
            return Optional.of(Sentences.of(e));
        } catch (RuntimeException e) {
            LOG.error("Telling the provider of {} that a connection is ended failed", feedName, e);
            return Optional.of(Sentences.unexpected("Telling it"));
        }
    }

    /** By the organization as well, for the token may be lost; but another link of ours to it stays as it is. */
    private void tell(BankFeed feed, String feedName, @Nullable Organization organization, Secrets secrets)
            throws BankFeedException {
        if (organization != null
                && stage.inTransaction(unit -> ConnectionTable.isOnlyOne(unit, feedName, organization.id()))) {
            feed.end(secrets, organization);
        } else {
            feed.revoke(secrets);
        }
    }

    private Secrets secrets(CompanyId company, String vaultOwner) {
        return vault.secretsOf(company, vaultOwner);
    }
}
