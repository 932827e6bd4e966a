package org.bankfeed.journal.internal.link;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.feed.Organization;
import org.bankfeed.feed.SharedAccounts;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.event.Refusals;
import org.bankfeed.journal.internal.notice.Confirming;
import org.bankfeed.journal.internal.notice.Feeds;
import org.bankfeed.journal.internal.notice.LinkSentences;
import org.bankfeed.journal.internal.notice.Sentences;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.AuthorizationTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.RandomIds;
import org.bankfeed.journal.internal.table.ReadingTable;
import org.bankfeed.journal.internal.table.Texts;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.Vault;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Quote;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes, renews and ends links. A person's way to the provider is a connection of its own with secrets of its own until
 * he is back: whatever happens on the way, a link that stands is not touched.
 */
public final class Linking {

    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);

    private final Stage stage;
    private final Vault vault;
    private final Feeds feeds;
    private final Refusals refusals;
    private final Clock clock;

    public Linking(Stage stage, Vault vault, Feeds feeds, Refusals refusals, Clock clock) {
        this.stage = stage;
        this.vault = vault;
        this.feeds = feeds;
        this.refusals = refusals;
        this.clock = clock;
    }

    public ConnectStep connect(
            Caller caller, String feedName, URI redirectUri, Locale language, @Nullable OnboardingDetails newcomer)
            throws JournalException {
        BankFeed feed = feed(feedName);
        removeAbandoned(caller.company());
        String id = RandomIds.shortId();
        OnboardingDetails details = newcomer == null
                ? null
                : newcomer.completed(caller.company().value(), onlyOrganization(caller.company(), feedName));
        AuthorizationRequest request = new AuthorizationRequest(RandomIds.state(), redirectUri, language, details);
        Transactions.run(stage, unit -> {
            begin(unit, caller, id, feedName, request);
        });
        AuthorizationStep step;
        try {
            step = feed.authorize(secrets(caller.company(), id), request);
        } catch (BankFeedException e) {
            withdraw(caller.company(), id);
            Refusals.count(stage, caller.company(), e, clock.instant());
            throw refusal(e);
        } catch (RuntimeException e) {
            withdraw(caller.company(), id);
            throw e;
        }
        return answer(caller, feed, id, request, step);
    }

    /** With which organization a person should begin at the provider: the one that the company is connected to, if it is one. */
    private @Nullable String onlyOrganization(CompanyId company, String feed) {
        List<String> known = stage.inTransaction(unit -> ConnectionTable.all(unit, company)).stream()
                .filter(link -> link.feed().equals(feed) && !link.is(State.UNCONFIRMED))
                .map(link -> link.connection().organization())
                .filter(Objects::nonNull)
                .map(Organization::id)
                .distinct()
                .toList();
        return known.size() == 1 ? known.get(0) : null;
    }

    private void begin(UnitOfWork unit, Caller caller, String id, String feed, AuthorizationRequest request) {
        Instant now = clock.instant();
        CompanyTurn.enter(unit, caller.company());
        ConnectionTable.begin(unit, caller.company(), id, feed, now);
        AuthorizationTable.await(unit, caller, id, feed, request, now);
    }

    private ConnectStep answer(
            Caller caller, BankFeed feed, String id, AuthorizationRequest request, AuthorizationStep step) {
        if (step instanceof AuthorizationStep.Linked linked) {
            return new ConnectStep.Connected(linked(caller, feed, id, linked, request.state()));
        }
        URI page = ((AuthorizationStep.Visit) step).page();
        Transactions.run(stage, unit -> {
            unit.audit(caller, "connect", id, "Sent to the provider of '" + feed.name() + "' to choose accounts.");
        });
        return new ConnectStep.Visit(new ConnectionId(id), page);
    }

    public Connection returned(Caller caller, ConnectReturn query) throws JournalException {
        try {
            return completed(caller, query);
        } catch (JournalException e) {
            if (e.reason() == Reason.FOREIGN_STATE) {
                refusals.count(caller.company(), Refusal.Kind.RETURN, Sentence.of(SentenceCode.RETURN_FOREIGN));
            }
            throw e;
        }
    }

    private Connection completed(Caller caller, ConnectReturn query) throws JournalException {
        AuthorizationTable.Awaited awaited = awaited(caller, query.state());
        if (query.error() != null || query.code() == null) {
            throw cameBackWithout(caller, awaited, query);
        }
        BankFeed feed = feed(awaited.feed());
        try {
            Secrets secrets = secrets(caller.company(), awaited.connection());
            Organization organization = feed.complete(secrets, awaited.request(query.state()), query.code());
            var linked = new AuthorizationStep.Linked(organization);
            return linked(caller, feed, awaited.connection(), linked, query.state());
        } catch (BankFeedException.Unavailable e) {
            throw refusal(e); // the state stays good: he may load the page again
        } catch (BankFeedException e) {
            Refusals.count(stage, caller.company(), e, clock.instant());
            useUp(caller, awaited, query.state(), "The provider did not accept the return: " + Sentences.of(e));
            throw refusal(e);
        } catch (UsedMeanwhile e) {
            throw foreignState();
        }
    }

    private AuthorizationTable.Awaited awaited(Caller caller, String state) throws JournalException {
        Instant oldest = clock.instant().minus(AuthorizationTable.GOOD_FOR);
        return stage.inTransaction(unit -> AuthorizationTable.find(unit, caller.company(), state))
                .filter(awaited -> awaited.person().equals(caller.name()))
                .filter(awaited -> !awaited.since().isBefore(oldest))
                .orElseThrow(Linking::foreignState);
    }

    private JournalException cameBackWithout(Caller caller, AuthorizationTable.Awaited awaited, ConnectReturn query)
            throws JournalException {
        String error = query.error();
        if ("access_denied".equals(error)) {
            useUp(caller, awaited, query.state(), "Backed out at the provider; nothing changed.");
            return new JournalException(Reason.DECLINED, Sentence.of(SentenceCode.CONNECT_DECLINED));
        }
        String said = error == null ? "without a code" : "with the error '" + Texts.clip(error, 60) + "'";
        useUp(caller, awaited, query.state(), "Came back from the provider " + said + "; nothing changed.");
        return new JournalException(
                Reason.REFUSED,
                error == null
                        ? Sentence.of(SentenceCode.CAME_BACK_WITHOUT_CODE)
                        : Sentence.of(SentenceCode.CAME_BACK_WITH_ERROR, new Text(Texts.clip(error, 60))));
    }

    /** The state is used, and the way that it stood for has ended. */
    private void useUp(Caller caller, AuthorizationTable.Awaited awaited, String state, String sentence)
            throws JournalException {
        boolean first = stage.inTransaction(unit -> {
            boolean consumed = AuthorizationTable.consume(unit, caller.company(), state);
            if (consumed) {
                ConnectionTable.remove(unit, caller.company(), awaited.connection());
                unit.audit(caller, "connect", awaited.connection(), sentence);
            }
            return consumed;
        });
        if (!first) {
            throw foreignState();
        }
        forget(caller.company(), awaited.connection());
    }

    /** Two returns with one state met: the other one was first. */
    private static final class UsedMeanwhile extends RuntimeException {}

    private Connection linked(Caller caller, BankFeed feed, String id, AuthorizationStep.Linked owner, String state) {
        record Made(LinkRow link, Optional<String> formerOwner) {}
        Made made = stage.inTransaction(unit -> {
            CompanyTurn.take(unit, caller.company());
            if (!AuthorizationTable.consume(unit, caller.company(), state)) {
                throw new UsedMeanwhile();
            }
            LinkRow begun = ConnectionTable.find(unit, caller.company(), id).orElseThrow(UsedMeanwhile::new);
            Optional<LinkRow> former = ConnectionTable.ofOwner(unit, caller.company(), begun.feed(), owner);
            LinkRow link = record(unit, caller, id, organization(owner, former), former);
            ConnectionTable.credentials(unit, caller.company(), link.id(), owner.credentials());
            return new Made(link, former.map(LinkRow::vaultOwner));
        });
        made.formerOwner().ifPresent(vaultOwner -> forget(caller.company(), vaultOwner));
        if (made.link().is(State.CONNECTED)) {
            listAccounts(caller.company(), feed, made.link());
        }
        return made.link().connection();
    }

    /** Credentials whose owner was told once keep him, also if the provider does not tell now. */
    private static Organization organization(AuthorizationStep.Linked owner, Optional<LinkRow> former) {
        return owner.isTold()
                ? owner.organization()
                : former.map(link -> link.connection().organization()).orElse(owner.organization());
    }

    /** A known organization keeps its connection and gets the new secrets; accounts and lines stay as they are. */
    private LinkRow record(
            UnitOfWork unit, Caller caller, String id, Organization organization, Optional<LinkRow> former) {
        CompanyId company = caller.company();
        String kept = former.map(LinkRow::id).orElse(id);
        former.ifPresent(link -> {
            ConnectionTable.remove(unit, company, id);
            Reconnects.ofLink(unit, company, link, clock.instant());
        });
        Optional<LinkRow> other = Confirming.before(unit, company, kept, former);
        if (other.isPresent()) {
            ConnectionTable.unconfirmed(
                    unit, company, kept, organization, id, Confirming.asks(organization, other.get()), clock.instant());
        } else {
            ConnectionTable.connected(unit, company, kept, organization, id, clock.instant());
            ReadingTable.beginAnew(unit, company);
        }
        LinkRow link = ConnectionTable.find(unit, company, kept).orElseThrow();
        unit.audit(caller, former.isPresent() ? "renew" : "connect", kept, became(link, former.isPresent()));
        return link;
    }

    private static String became(LinkRow link, boolean again) {
        if (link.is(State.UNCONFIRMED)) {
            return "Came back as " + link.called() + ", another organization than before; nothing of it is read until"
                    + " an administrator accepts it.";
        }
        return (again ? "Renewed the connection to " : "Connected to ") + link.called() + ".";
    }

    /** Another organization was meant: its link stands from now on. */
    public Connection accept(Caller caller, ConnectionId connection) throws JournalException {
        CompanyId company = caller.company();
        LinkRow before = link(company, connection.value());
        boolean accepted = stage.<Boolean, JournalException>inTransaction(unit -> {
            CompanyTurn.take(unit, company);
            LinkRow now = ConnectionTable.find(unit, company, before.id()).orElse(before);
            if (now.is(State.CONNECTED)) {
                return false;
            }
            if (!ConnectionTable.accepted(unit, company, before.id(), clock.instant())) {
                throw new JournalException(Reason.NOT_POSSIBLE, Confirming.nothingToAccept(now));
            }
            ReadingTable.beginAnew(unit, company);
            unit.audit(
                    caller, "accept", before.id(), "Said that another organization was meant: " + now.called() + ".");
            return true;
        });
        LinkRow link = link(company, connection.value());
        if (accepted) {
            feeds.find(link.feed()).ifPresent(feed -> listAccounts(company, feed, link));
        }
        return link.connection();
    }

    /** The accounts are listed at once; if that fails now, the next synchronization lists them. */
    private void listAccounts(CompanyId company, BankFeed feed, LinkRow link) {
        try {
            SharedAccounts listing = feed.sharedAccounts(secrets(company, link.vaultOwner()));
            stage.inTransaction(unit -> AccountListing.keep(unit, company, link, listing, clock.instant()));
        } catch (BankFeedException e) {
            Refusals.count(stage, company, e, clock.instant());
            LOG.info("Connected, but the accounts could not be listed yet: {}", Sentences.of(e));
        } catch (RuntimeException e) {
            LOG.warn("Connected, but listing the accounts of connection {} failed", link.id(), e);
        }
    }

    public URI renew(Caller caller, AccountId account, URI back) throws JournalException {
        CompanyId company = caller.company();
        AccountRow row = stage.inTransaction(unit -> AccountTable.find(unit, company, account.value()))
                .orElseThrow(() -> noAccount(account));
        ConnectionId connection = row.account().connection();
        if (connection == null) {
            throw new JournalException(Reason.NOT_POSSIBLE, Sentence.of(SentenceCode.RENEWAL_UNLINKED));
        }
        LinkRow link = link(company, connection.value());
        List<FeedAccountId> shared = stage.inTransaction(unit -> AliasTable.all(unit, company, row.id())).stream()
                .filter(alias -> alias.shared() && alias.feed().equals(link.feed()))
                .map(alias -> new FeedAccountId(alias.feedAccount()))
                .toList();
        if (shared.isEmpty()) {
            throw new JournalException(Reason.REFUSED, Sentence.of(SentenceCode.RENEWAL_NOT_SHARED));
        }
        if (!link.is(State.CONNECTED)) {
            throw new JournalException(Reason.REFUSED, LinkSentences.noRenewal(link));
        }
        try {
            Secrets secrets = secrets(company, link.vaultOwner());
            BankFeed feed = feed(link.feed());
            URI page = feed.reauthorize(secrets, present(feed, secrets, shared), back);
            Transactions.run(stage, unit -> {
                unit.audit(caller, "renew", row.id(), "Sent to the bank to renew the consent.");
            });
            return page;
        } catch (BankFeedException.ReconnectRequired e) {
            broken(caller, link, e);
            throw refusal(e);
        } catch (BankFeedException.Blocked e) {
            blocked(caller, link, e);
            throw new JournalException(Reason.REFUSED, LinkSentences.noRenewal(link(company, link.id())), e);
        } catch (BankFeedException e) {
            Refusals.count(stage, company, e, clock.instant());
            throw refusal(e);
        }
    }

    /** The id under which the bank is asked: that of a replaced connection may be shared beside its replacement's. */
    private static FeedAccountId present(BankFeed feed, Secrets secrets, List<FeedAccountId> shared)
            throws BankFeedException {
        FeedAccountId last = shared.get(shared.size() - 1);
        if (shared.size() == 1) {
            return last;
        }
        return feed.accounts(secrets).stream()
                .filter(account -> account.availability() != FeedAccount.Availability.DEPRECATED)
                .map(FeedAccount::id)
                .filter(shared::contains)
                .reduce((first, second) -> second)
                .orElse(last);
    }

    private void blocked(Caller caller, LinkRow link, BankFeedException why) {
        Sentence sentence = Sentence.quoted(Sentences.of(why));
        Transactions.run(stage, unit -> {
            if (ConnectionTable.blocked(
                    unit, caller.company(), link.id(), link.vaultOwner(), sentence, clock.instant())) {
                unit.audit(caller, "connection blocked", link.id(), sentence.toString());
            }
        });
    }

    private void broken(Caller caller, LinkRow link, BankFeedException why) {
        Sentence sentence = Sentence.of(SentenceCode.CONNECTION_REFUSED_WHY, new Quote(Sentences.of(why)));
        Transactions.run(stage, unit -> {
            if (ConnectionTable.broken(
                    unit, caller.company(), link.id(), link.vaultOwner(), sentence, clock.instant())) {
                unit.audit(caller, "connection broken", link.id(), sentence.toString());
            }
        });
    }

    /** Ways on which a person set out and from which he did not come back within the time. */
    private void removeAbandoned(CompanyId company) {
        List<String> abandoned = stage.inTransaction(unit -> {
            AuthorizationTable.removeExpired(unit, company, clock.instant());
            List<String> ids = ConnectionTable.abandoned(unit, company);
            ids.forEach(id -> ConnectionTable.remove(unit, company, id));
            return ids;
        });
        abandoned.forEach(id -> forget(company, id));
    }

    private void withdraw(CompanyId company, String id) {
        Transactions.run(stage, unit -> {
            AuthorizationTable.removeOf(unit, company, id);
            ConnectionTable.remove(unit, company, id);
        });
        forget(company, id);
    }

    private void forget(CompanyId company, String vaultOwner) {
        secrets(company, vaultOwner).forget();
    }

    private Secrets secrets(CompanyId company, String vaultOwner) {
        return vault.secretsOf(company, vaultOwner);
    }

    public LinkRow link(CompanyId company, String id) throws JournalException {
        return link(stage, company, new ConnectionId(id));
    }

    public static LinkRow link(Stage stage, CompanyId company, ConnectionId id) throws JournalException {
        return stage.inTransaction(unit -> ConnectionTable.find(unit, company, id.value()))
                .orElseThrow(() -> new JournalException(
                        Reason.NOT_FOUND, Sentence.of(SentenceCode.NO_CONNECTION, new Name(id.value()))));
    }

    public BankFeed feed(String name) throws JournalException {
        return feeds.find(name)
                .orElseThrow(() -> new JournalException(
                        Reason.NO_FEED,
                        feeds.names().isEmpty()
                                ? Sentence.of(SentenceCode.NO_FEED, new Name(name))
                                : Sentence.of(
                                        SentenceCode.NO_FEED_AMONG,
                                        new Name(name),
                                        new Name(String.join(", ", feeds.names())))));
    }

    public static JournalException noAccount(AccountId account) {
        return new JournalException(Reason.NOT_FOUND, Sentence.of(SentenceCode.NO_ACCOUNT, new Name(account.value())));
    }

    private static JournalException foreignState() {
        return new JournalException(Reason.FOREIGN_STATE, Sentence.of(SentenceCode.FOREIGN_RETURN));
    }

    public static JournalException refusal(BankFeedException e) {
        boolean later = e instanceof BankFeedException.Unavailable;
        return new JournalException(later ? Reason.UNAVAILABLE : Reason.REFUSED, Sentence.quoted(Sentences.of(e)), e);
    }
}
