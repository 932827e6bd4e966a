package org.bankfeed.journal.internal.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedPage;
import org.bankfeed.journal.internal.link.AccountListing;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.AliasRow;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.ArrivalTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.LineTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.PendingTable;
import org.bankfeed.journal.internal.table.Reading;
import org.bankfeed.journal.internal.table.Storable;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.journal.internal.table.UnreadableTable;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one account to its end: page by page, each committed together with its position, so that a kill at any point
 * loses nothing and doubles nothing. No transaction is open while the provider is asked.
 */
public final class AccountReading {

    private static final Logger LOG = LoggerFactory.getLogger(AccountReading.class);

    private final Stage stage;
    private final Clock clock;
    private final CompanyId company;
    private final LinkRow link;
    private final BankFeed feed;
    private final Secrets secrets;
    private final BooleanSupplier stopped;

    public AccountReading(
            Stage stage,
            Clock clock,
            CompanyId company,
            LinkRow link,
            BankFeed feed,
            Secrets secrets,
            BooleanSupplier stopped) {
        this.stage = stage;
        this.clock = clock;
        this.company = company;
        this.link = link;
        this.feed = feed;
        this.secrets = secrets;
        this.stopped = stopped;
    }

    /**
     * Reads on from the account's position. Where another reading has stopped on its way, it is gone to its end, and then
     * once more for what has come since.
     *
     * @param tally counts what was committed, also if this throws
     * @return whether everything that there was has been read; {@code false} if it was told to stop, or if the account
     *     was read, switched off or unlinked by others meanwhile
     */
    public boolean read(AccountListing.Shared shared, Tally tally) throws BankFeedException {
        AliasRow alias = shared.alias();
        boolean onceMore = feed.isUnfinished(alias.position());
        while (!stopped.getAsBoolean()) {
            FeedPage page = feed.transactions(secrets, shared.said(), alias.position());
            AliasRow before = alias;
            Optional<AliasRow> after = stage.inTransaction(unit -> take(unit, before, page, tally));
            if (after.isEmpty()) {
                return false;
            }
            if (!page.more() && !onceMore) {
                return true;
            }
            onceMore &= page.more();
            if (page.more() && page.next().equals(before.position())) {
                throw new BankFeedException.Refused("The provider's list does not come to an end.", null, null);
            }
            alias = after.get();
        }
        return false;
    }

    /**
     * Reads what a synchronization changed, however old the lines are. New ones among them come by reading on, which knows
     * their place.
     */
    public void readChanged(AccountListing.Shared shared, String synchronization, Tally tally)
            throws BankFeedException {
        List<FeedLine> changed = feed.changed(secrets, shared.said(), synchronization);
        if (!changed.isEmpty()) {
            tally.add(stage.inTransaction(unit -> takeChanged(unit, shared.alias(), changed)));
        }
    }

    private Tally takeChanged(UnitOfWork unit, AliasRow alias, List<FeedLine> changed) {
        if (!isToBeRead(unit, alias.account())) {
            return new Tally();
        }
        List<String> ids =
                changed.stream().map(line -> Storable.of(line).id()).distinct().toList();
        Set<String> known = LineTable.known(unit, company, alias.account(), alias.number(), ids, true)
                .keySet();
        return takeAgain(
                unit,
                alias,
                changed.stream()
                        .filter(line -> known.contains(Storable.of(line).id()))
                        .toList());
    }

    /** What is not booked is asked for before what is: a line on its way from one to the other is seen at least once. */
    public void readPending(AccountListing.Shared shared) throws BankFeedException {
        List<FeedLine> pending = feed.pending(secrets, shared.said());
        String account = shared.account().id();
        Transactions.run(stage, unit -> {
            CompanyTurn.take(unit, company);
            if (isToBeRead(unit, account)) {
                PendingTable.replace(unit, company, account, shared.alias().number(), pending, clock.instant());
            }
        });
    }

    private Optional<AliasRow> take(UnitOfWork unit, AliasRow expected, FeedPage page, Tally tally) {
        CompanyTurn turn = CompanyTurn.take(unit, company);
        Optional<AliasRow> stands = AliasTable.find(unit, company, expected.account(), expected.number())
                .filter(alias -> alias.position().equals(expected.position()));
        if (stands.isEmpty() || !isToBeRead(unit, expected.account())) {
            return Optional.empty();
        }
        AliasRow alias = stands.get();
        AccountRow account =
                AccountTable.find(unit, company, expected.account()).orElseThrow();
        Instant now = clock.instant();
        LineTaking.Outcome outcome =
                new LineTaking(unit, turn, account, alias, now).take(page.lines(), alias.firstOrder(page));
        AliasRow after = (outcome.sameIds() ? alias.withSameIds() : alias).after(page);
        AliasTable.keep(unit, company, after);
        ArrivalTable.add(
                unit,
                company,
                alias,
                alias.complete() ? outcome.came() : page.lines().size(),
                now);
        if (after.complete() && !alias.complete()) {
            AccountTable.entryDue(unit, company, account.id());
        }
        turn.save(unit);
        tally.add(outcome.tally());
        return Optional.of(after);
    }

    private boolean isToBeRead(UnitOfWork unit, String account) {
        boolean active = AccountTable.find(unit, company, account)
                .filter(row -> row.account().active())
                .isPresent();
        return active
                && ConnectionTable.find(unit, company, link.id())
                        .filter(LinkRow::isReadable)
                        .isPresent();
    }

    /** Reads again what waits for an update; the network is not touched, and nothing is committed that did not help. */
    public Tally readAgain(AccountRow account, AliasRow alias) {
        Tally tally = new Tally();
        String after = "";
        List<UnreadableTable.Waiting> batch = waiting(alias, after);
        while (!batch.isEmpty() && !stopped.getAsBoolean()) {
            FeedAccount said = account.asFeedAccount(alias.feedAccount());
            List<FeedLine> readable = batch.stream()
                    .flatMap(waiting -> readAgain(said, waiting).stream())
                    .toList();
            if (!readable.isEmpty()) {
                tally.add(stage.inTransaction(unit -> takeAgain(unit, alias, readable)));
            }
            after = batch.get(batch.size() - 1).feedId();
            batch = waiting(alias, after);
        }
        return tally;
    }

    /** A line that had no id of its own before it could be read keeps the one under which it is known. */
    private Optional<FeedLine> readAgain(FeedAccount said, UnreadableTable.Waiting waiting) {
        try {
            return Storable.of(feed.readAgain(said, waiting.raw())) instanceof FeedLine.Readable readable
                    ? Optional.of(new FeedLine.Readable(
                            Reading.withId(readable.transaction(), waiting.feedId()), readable.raw()))
                    : Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("The feed {} failed on a raw line; it stays unreadable", link.feed(), e);
            return Optional.empty();
        }
    }

    private List<UnreadableTable.Waiting> waiting(AliasRow alias, String after) {
        return stage.inTransaction(
                unit -> UnreadableTable.of(unit, company, alias.account(), alias.number(), after, 100));
    }

    private Tally takeAgain(UnitOfWork unit, AliasRow alias, List<FeedLine> readable) {
        CompanyTurn turn = CompanyTurn.take(unit, company);
        AccountRow account = AccountTable.find(unit, company, alias.account()).orElseThrow();
        AliasRow stands =
                AliasTable.find(unit, company, alias.account(), alias.number()).orElse(alias);
        Tally tally = new LineTaking(unit, turn, account, stands, clock.instant())
                .take(readable, stands.highestOrder() + 1)
                .tally();
        turn.save(unit);
        return tally;
    }
}
