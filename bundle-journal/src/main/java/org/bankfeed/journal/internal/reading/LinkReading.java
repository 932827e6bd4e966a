package org.bankfeed.journal.internal.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.feed.FeedOrganization;
import org.bankfeed.feed.SharedAccounts;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.event.Hints;
import org.bankfeed.journal.internal.event.Refusals;
import org.bankfeed.journal.internal.link.AccountListing;
import org.bankfeed.journal.internal.link.Reconnects;
import org.bankfeed.journal.internal.notice.Feeds;
import org.bankfeed.journal.internal.notice.Sentences;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.AliasRow;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.OrderedChangeTable;
import org.bankfeed.journal.internal.table.OrderedChangeTable.Ordered;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Quote;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one link: what it shares, then each account. What concerns the link as a whole (refused, blocked) ends it; what
 * concerns an account ends with the account.
 */
public final class LinkReading {

    private static final Logger LOG = LoggerFactory.getLogger(LinkReading.class);

    /** A feed that is not there may be one that is being updated. */
    private static final Duration FEED_AWAY = Duration.ofMinutes(1);

    private final Stage stage;
    private final Clock clock;
    private final BooleanSupplier stopped;
    private final Caller caller;
    private final CompanyId company;
    private final LinkRow link;
    private final Secrets secrets;
    private final Consumer<AccountRow> beginning;
    private final Findings findings;

    /** Whether an account failed: what the feed does not answer after it may be for its sake, and is held against none. */
    private boolean heldUp;

    public LinkReading(
            Stage stage,
            Clock clock,
            BooleanSupplier stopped,
            Caller caller,
            LinkRow link,
            Secrets secrets,
            Consumer<AccountRow> beginning,
            Findings findings) {
        this.stage = stage;
        this.clock = clock;
        this.stopped = stopped;
        this.caller = caller;
        this.company = caller.company();
        this.link = link;
        this.secrets = secrets;
        this.beginning = beginning;
        this.findings = findings;
    }

    public void read(Feeds feeds) {
        BankFeed feed = feeds.find(link.feed()).orElse(null);
        if (feed == null) {
            findings.again(FEED_AWAY);
            failed(Sentence.of(SentenceCode.FEED_AWAY, new Name(link.feed())), true);
            return;
        }
        Hints hints = Hints.of(stage, clock, company, link);
        try {
            keepOutcome(read(feed, hints));
            if (!stopped.getAsBoolean()) {
                hints.wereRead(findings::isComplete);
            }
        } catch (StoreException.TakenOver e) {
            throw e;
        } catch (BankFeedException.ReconnectRequired e) {
            broken(Sentences.of(e));
            hints.linkRefused();
        } catch (BankFeedException.Blocked e) {
            findings.again(Findings.REST);
            blocked(Sentences.of(e));
            hints.linkRefused();
        } catch (BankFeedException e) {
            Refusals.count(stage, company, e, clock.instant());
            findings.again(rest(e, link.connection().problem()));
            failed(
                    Sentence.of(
                            SentenceCode.LINK_COULD_NOT_BE_READ, new Name(link.called()), new Quote(Sentences.of(e))),
                    e instanceof BankFeedException.Misconfigured);
        } catch (RuntimeException e) {
            LOG.error("Reading the connection {} of company {} failed", link.id(), company, e);
            findings.again(Findings.REST);
            failed(Sentence.of(SentenceCode.READING_OF_LINK_FAILED, new Name(link.called())), false);
        }
    }

    /** @param before what was wrong after the last reading */
    private static Duration rest(BankFeedException failure, @Nullable Sentence before) {
        Duration ours = before == null ? Findings.SOON : Findings.REST;
        Duration asked = failure instanceof BankFeedException.Unavailable busy ? busy.retryAfter() : Duration.ZERO;
        return asked.compareTo(ours) > 0 ? asked : ours;
    }

    private void failed(Sentence problem, boolean ours) {
        findings.problem(problem);
        Transactions.run(stage, unit -> {
            ConnectionTable.wasRead(unit, company, link.id(), problem, ours, clock.instant());
        });
    }

    /** The provider let us in: whatever kept it from that is over. */
    private void keepOutcome(@Nullable Sentence problem) {
        Transactions.run(stage, unit -> {
            if (ConnectionTable.unblocked(unit, company, link.id(), clock.instant())) {
                unit.audit(
                        caller, "connection unblocked", link.id(), "The provider lets " + link.called() + " in again.");
            }
            ConnectionTable.wasRead(unit, company, link.id(), problem, false, clock.instant());
            if (problem == null && !stopped.getAsBoolean()) {
                Reconnects.finish(unit, company, link.id(), clock.instant());
            }
        });
    }

    private @Nullable Sentence read(BankFeed feed, Hints hints) throws BankFeedException {
        AccountReading reading = new AccountReading(stage, clock, company, link, feed, secrets, stopped);
        List<Ordered> ordered = stage.inTransaction(unit -> OrderedChangeTable.all(unit, company, link.feed()));
        readAgain(reading);
        SharedAccounts listing = feed.sharedAccounts(secrets);
        List<AccountListing.Shared> shared =
                stage.inTransaction(unit -> AccountListing.keep(unit, company, link, listing, clock.instant()));
        askMaintenance(feed, shared);
        boolean well = true;
        for (AccountListing.Shared account : troubledLast(shared)) {
            if (account.account().account().active() && !stopped.getAsBoolean()) {
                well &= read(account, reading, new Changes(hints, ordered));
            }
        }
        askOnboarding(feed);
        return well ? null : Sentence.of(SentenceCode.SOME_ACCOUNTS_NOT_READ);
    }

    /**
     * An account that could not be read the last time may fail again, and its failures may make the feed leave the whole
     * link alone for a while: the others are read before it.
     */
    private static List<AccountListing.Shared> troubledLast(List<AccountListing.Shared> shared) {
        return shared.stream()
                .sorted(Comparator.comparing(one -> one.account().account().problem() != null))
                .toList();
    }

    /** Whose fault it is that an account cannot be asked; only told where one cannot. */
    private void askMaintenance(BankFeed feed, List<AccountListing.Shared> shared) {
        boolean some = shared.stream().anyMatch(one -> one.said().availability() == Availability.READ_ONLY);
        if (!some) {
            return;
        }
        try {
            Map<FeedAccountId, FeedInstitution> banks = feed.institutions(secrets);
            Transactions.run(stage, unit -> {
                for (AccountListing.Shared one : shared) {
                    AccountTable.maintenance(
                            unit,
                            company,
                            one.account().id(),
                            banks.get(one.said().id()));
                }
            });
        } catch (BankFeedException e) {
            Refusals.count(stage, company, e, clock.instant());
            LOG.info("Whose maintenance it is could not be asked: {}", Sentences.of(e));
        }
    }

    /** Asked until it is complete, and never after: it costs a request. */
    private void askOnboarding(BankFeed feed) throws BankFeedException {
        if (link.onboarded() || stopped.getAsBoolean()) {
            return;
        }
        try {
            boolean complete = feed.organization(secrets)
                    .map(FeedOrganization::onboardingComplete)
                    .orElse(true);
            Transactions.run(stage, unit -> {
                ConnectionTable.onboarded(unit, company, link.id(), complete, clock.instant());
            });
        } catch (BankFeedException.ReconnectRequired | BankFeedException.Blocked e) {
            throw e;
        } catch (BankFeedException e) {
            Refusals.count(stage, company, e, clock.instant());
            LOG.info("Whether the organization has completed its onboarding could not be asked: {}", Sentences.of(e));
        }
    }

    /** Lines that an updated feed may read by now. */
    private void readAgain(AccountReading reading) {
        record Known(AccountRow account, AliasRow alias) {}
        List<Known> waiting = stage.inTransaction(unit -> AccountTable.all(unit, company).stream()
                .filter(account -> account.account().unreadable() > 0)
                .flatMap(account -> AliasTable.all(unit, company, account.id()).stream()
                        .filter(alias -> alias.feed().equals(link.feed()))
                        .map(alias -> new Known(account, alias)))
                .toList());
        for (Known known : waiting) {
            try {
                Tally tally = reading.readAgain(known.account(), known.alias());
                if (tally.changed > 0) {
                    findings.part(known.account().id()).tally.add(tally);
                }
            } catch (StoreException.TakenOver e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error(
                        "Reading raw lines of account {} again failed",
                        known.account().id(),
                        e);
            }
        }
    }

    /** What is told to have changed lines: by webhooks, and by what persons ordered. */
    private record Changes(Hints hints, List<Ordered> ordered) {}

    private boolean read(AccountListing.Shared shared, AccountReading reading, Changes changes)
            throws BankFeedException {
        beginning.accept(shared.account());
        Findings.Part part = findings.part(shared.account().id());
        Sentence problem = null;
        boolean complete = false;
        boolean unavailable = false;
        try {
            problem = pendingProblem(shared, reading);
            boolean toTheEnd = reading.read(shared, part.tally);
            readChanged(shared, reading, changes, part.tally);
            complete = toTheEnd;
        } catch (StoreException.TakenOver e) {
            throw e;
        } catch (BankFeedException.ReconnectRequired | BankFeedException.Blocked e) {
            part.complete = false;
            part.problem = Sentence.of(SentenceCode.CONNECTION_REFUSED);
            throw e;
        } catch (BankFeedException.AccountNotShared e) {
            problem = Sentence.of(SentenceCode.UNSHARED_WHY, new Quote(Sentences.of(e)));
            notShared(shared);
        } catch (BankFeedException e) {
            unavailable = e instanceof BankFeedException.Unavailable;
            Refusals.count(stage, company, e, clock.instant());
            problem = Sentence.quoted(Sentences.of(e));
            findings.again(rest(e, shared.account().account().problem()));
        } catch (RuntimeException e) {
            LOG.error(
                    "Reading account {} of company {} failed", shared.account().id(), company, e);
            problem = Sentence.of(SentenceCode.READING_FAILED);
            findings.again(Findings.REST);
        }
        part.complete &= complete;
        part.problem = problem == null ? part.problem : problem;
        if (!unavailable || !heldUp) {
            keepOutcome(shared, complete, problem);
        }
        heldUp |= unavailable;
        return problem == null;
    }

    private void readChanged(AccountListing.Shared shared, AccountReading reading, Changes changes, Tally tally)
            throws BankFeedException {
        for (String synchronization : changes.hints().changedBy(shared.alias())) {
            reading.readChanged(shared, synchronization, tally);
        }
        for (Ordered ordered : changes.ordered()) {
            if (ordered.feedAccount().equals(shared.alias().feedAccount())) {
                reading.readChanged(shared, ordered.synchronization(), tally);
                Transactions.run(stage, unit -> OrderedChangeTable.wasRead(unit, company, link.feed(), ordered));
            }
        }
    }

    private void keepOutcome(AccountListing.Shared shared, boolean complete, @Nullable Sentence problem) {
        if (complete || problem != null) {
            Transactions.run(stage, unit -> {
                AccountTable.wasRead(unit, company, shared.account().id(), problem, clock.instant());
            });
        }
    }

    /** Pending lines are a help, no more: if they cannot be had, the booked ones are read all the same. */
    private @Nullable Sentence pendingProblem(AccountListing.Shared shared, AccountReading reading)
            throws BankFeedException {
        try {
            reading.readPending(shared);
            return null;
        } catch (BankFeedException.ReconnectRequired
                | BankFeedException.Blocked
                | BankFeedException.AccountNotShared e) {
            throw e;
        } catch (BankFeedException e) {
            Refusals.count(stage, company, e, clock.instant());
            findings.again(rest(e, shared.account().account().problem()));
            return Sentence.of(SentenceCode.PENDING_NOT_READ, new Quote(Sentences.of(e)));
        }
    }

    private void notShared(AccountListing.Shared shared) {
        Transactions.run(stage, unit -> {
            CompanyTurn.take(unit, company);
            AccountListing.unshare(unit, company, shared.alias());
            boolean other = AliasTable.all(unit, company, shared.account().id()).stream()
                    .anyMatch(AliasRow::shared);
            if (!other) {
                AccountTable.notShared(unit, company, shared.account().id(), clock.instant());
            }
        });
    }

    private void broken(String why) {
        Sentence sentence = Sentence.of(SentenceCode.CONNECTION_REFUSED_WHY, new Quote(why));
        findings.problem(Sentence.of(SentenceCode.LINK_IS_BROKEN, new Name(link.called()), new Quote(why)));
        Transactions.run(stage, unit -> {
            if (ConnectionTable.broken(unit, company, link.id(), link.vaultOwner(), sentence, clock.instant())) {
                unit.audit(caller, "connection broken", link.id(), sentence.toString());
            }
        });
    }

    private void blocked(String why) {
        findings.problem(Sentence.of(SentenceCode.LINK_IS_BLOCKED, new Name(link.called()), new Quote(why)));
        Transactions.run(stage, unit -> {
            if (ConnectionTable.blocked(
                    unit, company, link.id(), link.vaultOwner(), Sentence.quoted(why), clock.instant())) {
                unit.audit(caller, "connection blocked", link.id(), why);
            }
        });
    }
}
