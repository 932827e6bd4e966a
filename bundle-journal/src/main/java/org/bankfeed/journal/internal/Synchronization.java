package org.bankfeed.journal.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads everything of a company that is to be read; what fails holds up nothing else. */
final class Synchronization {

    private static final Logger LOG = LoggerFactory.getLogger(Synchronization.class);

    private final Stage stage;
    private final Vault vault;
    private final Feeds feeds;
    private final Clock clock;
    private final Refusals refusals;
    private final BooleanSupplier closed;
    private final Map<CompanyId, ReentrantLock> turns = new ConcurrentHashMap<>();

    Synchronization(Stage stage, Vault vault, Feeds feeds, Refusals refusals, Clock clock, BooleanSupplier closed) {
        this.stage = stage;
        this.vault = vault;
        this.feeds = feeds;
        this.refusals = refusals;
        this.clock = clock;
        this.closed = closed;
    }

    /** Waits for the company's turn in this process, then reads. Other nodes are told apart page by page. */
    SyncReceipt run(Caller caller) {
        return run(caller, link -> true);
    }

    /** The same, but of some links only. */
    SyncReceipt run(Caller caller, Predicate<LinkRow> which) {
        ReentrantLock turn = turns.computeIfAbsent(caller.company(), company -> new ReentrantLock(true));
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SyncReceipt(List.of(), List.of("The synchronization was stopped before its turn came."));
        }
        try {
            return new Run(caller, which).receipt();
        } finally {
            turn.unlock();
        }
    }

    private boolean isStopped() {
        return closed.getAsBoolean() || Thread.currentThread().isInterrupted();
    }

    /** What is known of one account's part so far. */
    private static final class Part {
        private final Tally tally = new Tally();
        private boolean complete = true;
        private @Nullable String problem;

        SyncReceipt.AccountPart of(String account) {
            return new SyncReceipt.AccountPart(
                    new AccountId(account), tally.added, tally.changed, tally.unreadable, complete, problem);
        }
    }

    /** One synchronization. */
    private final class Run {

        private final Caller caller;
        private final CompanyId company;
        private final Predicate<LinkRow> which;
        private final Map<String, Part> parts = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        Run(Caller caller, Predicate<LinkRow> which) {
            this.caller = caller;
            this.which = which;
            this.company = caller.company();
        }

        SyncReceipt receipt() {
            List<LinkRow> links = stage.inTransaction(unit -> ConnectionTable.all(unit, company)).stream()
                    .filter(which)
                    .toList();
            for (LinkRow link : links) {
                if (isStopped()) {
                    problems.add("The synchronization was stopped; the next one goes on from here.");
                    break;
                }
                if (link.is(State.CONNECTED)) {
                    read(link);
                } else if (link.is(State.BROKEN)) {
                    problems.add("The connection to " + link.called() + " is broken since "
                            + Sentences.minute(link.connection().since(), clock.getZone())
                            + ": connect again, then reading goes on.");
                }
            }
            if (!links.isEmpty()) {
                Transactions.run(stage, unit -> {
                    LogEntering.enter(unit, company, clock.instant());
                });
            }
            Transactions.run(stage, unit -> EventTable.doneWhereNothingIsRead(unit, company, EventSentences.notRead()));
            return new SyncReceipt(
                    parts.entrySet().stream()
                            .map(part -> part.getValue().of(part.getKey()))
                            .toList(),
                    problems);
        }

        private void read(LinkRow link) {
            BankFeed feed = feeds.find(link.feed()).orElse(null);
            if (feed == null) {
                problems.add(Sentences.noFeed(link.feed()));
                return;
            }
            String problem = null;
            Hints hints = Hints.of(stage, clock, company, link);
            try {
                problem = read(link, feed);
                if (!isStopped()) {
                    hints.wereRead(this::isComplete);
                }
            } catch (BankFeedException.ReconnectRequired e) {
                broken(link, Sentences.of(e));
                hints.linkRefused();
                return;
            } catch (BankFeedException e) {
                refusals.count(company, e);
                problem = "The connection to " + link.called() + " could not be read: " + Sentences.of(e);
                problems.add(problem);
            } catch (RuntimeException e) {
                LOG.error("Reading the connection {} of company {} failed", link.id(), company, e);
                problem = Sentences.unexpected("Reading the connection to " + link.called());
                problems.add(problem);
            }
            keepOutcome(link, problem);
        }

        private void keepOutcome(LinkRow link, @Nullable String problem) {
            Transactions.run(stage, unit -> {
                ConnectionTable.wasRead(unit, company, link.id(), problem, clock.instant());
                if (problem == null && !isStopped()) {
                    Reconnects.finish(unit, company, link.id(), clock.instant());
                }
            });
        }

        private @Nullable String read(LinkRow link, BankFeed feed) throws BankFeedException {
            Secrets secrets = vault.secretsOf(company, link.vaultOwner());
            AccountReading reading =
                    new AccountReading(stage, clock, company, link, feed, secrets, Synchronization.this::isStopped);
            readAgain(link, reading);
            List<FeedAccount> listing = feed.accounts(secrets);
            List<AccountListing.Shared> shared =
                    stage.inTransaction(unit -> AccountListing.keep(unit, company, link, listing, clock.instant()));
            askMaintenance(feed, secrets, shared);
            boolean well = true;
            for (AccountListing.Shared account : shared) {
                if (account.account().account().active() && !isStopped()) {
                    well &= read(account, reading);
                }
            }
            return well ? null : "Some accounts could not be read; each says why.";
        }

        /** Whose fault it is that an account cannot be asked; only told where one cannot. */
        private void askMaintenance(BankFeed feed, Secrets secrets, List<AccountListing.Shared> shared) {
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
                LOG.info("Whose maintenance it is could not be asked: {}", Sentences.of(e));
            }
        }

        /** Lines that an updated feed may read by now. */
        private void readAgain(LinkRow link, AccountReading reading) {
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
                        part(known.account().id()).tally.add(tally);
                    }
                } catch (RuntimeException e) {
                    LOG.error(
                            "Reading raw lines of account {} again failed",
                            known.account().id(),
                            e);
                }
            }
        }

        private boolean read(AccountListing.Shared shared, AccountReading reading) throws BankFeedException {
            Part part = part(shared.account().id());
            String problem = null;
            boolean complete = false;
            try {
                problem = pendingProblem(shared, reading);
                complete = reading.read(shared, part.tally);
            } catch (BankFeedException.ReconnectRequired e) {
                part.complete = false;
                part.problem = "The connection to the provider is refused.";
                throw e;
            } catch (BankFeedException.AccountNotShared e) {
                problem = "The provider no longer shares this account: " + Sentences.of(e);
                notShared(shared);
            } catch (BankFeedException e) {
                refusals.count(company, e);
                problem = Sentences.of(e);
            } catch (RuntimeException e) {
                LOG.error(
                        "Reading account {} of company {} failed",
                        shared.account().id(),
                        company,
                        e);
                problem = Sentences.unexpected("Reading the account");
            }
            part.complete &= complete;
            part.problem = problem == null ? part.problem : problem;
            keepOutcome(shared, complete, problem);
            return problem == null;
        }

        private void keepOutcome(AccountListing.Shared shared, boolean complete, @Nullable String problem) {
            if (complete || problem != null) {
                Transactions.run(stage, unit -> {
                    AccountTable.wasRead(unit, company, shared.account().id(), problem, clock.instant());
                });
            }
        }

        /** Pending lines are a help, no more: if they cannot be had, the booked ones are read all the same. */
        private @Nullable String pendingProblem(AccountListing.Shared shared, AccountReading reading)
                throws BankFeedException {
            try {
                reading.readPending(shared);
                return null;
            } catch (BankFeedException.ReconnectRequired | BankFeedException.AccountNotShared e) {
                throw e;
            } catch (BankFeedException e) {
                return "Pending lines could not be read: " + Sentences.of(e);
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

        private void broken(LinkRow link, String why) {
            String sentence = "The provider refuses the connection: " + why;
            problems.add("The connection to " + link.called() + " is broken: " + why + " Connect again.");
            Transactions.run(stage, unit -> {
                if (ConnectionTable.broken(unit, company, link.id(), link.vaultOwner(), sentence, clock.instant())) {
                    unit.audit(caller, "connection broken", link.id(), sentence);
                }
            });
        }

        private boolean isComplete(String account) {
            Part part = parts.get(account);
            return part != null && part.complete;
        }

        private Part part(String account) {
            return parts.computeIfAbsent(account, id -> new Part());
        }
    }
}
