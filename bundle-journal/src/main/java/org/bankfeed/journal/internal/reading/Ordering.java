package org.bankfeed.journal.internal.reading;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.SyncProgress.Step;
import org.bankfeed.journal.internal.Pause;
import org.bankfeed.journal.internal.event.Refusals;
import org.bankfeed.journal.internal.notice.AccountSentences;
import org.bankfeed.journal.internal.notice.Feeds;
import org.bankfeed.journal.internal.notice.Provider;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.LinkedAccount;
import org.bankfeed.journal.internal.table.OrderedChangeTable;
import org.bankfeed.journal.internal.table.ReadingTable;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Vault;
import org.bankfeed.value.InternetAddress;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;

/**
 * The orders of one person: all banks are asked side by side, and each account's two jobs one after the other, as the
 * feed does it.
 */
public final class Ordering {

    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofMinutes(10);

    /**
     * By what banks are asked and what comes of it is kept.
     *
     * @param pause between two looks at how far the banks are
     * @param closed whether the journal is being stopped
     */
    public record Means(Stage stage, Vault vault, Feeds feeds, Clock clock, Pause pause, BooleanSupplier closed) {}

    private final Means means;
    private final Caller caller;
    private final ProgressTold told;
    private final Map<String, OrderedAccount> orders = new LinkedHashMap<>();
    private final Map<String, Sentence> problems = new LinkedHashMap<>();

    public Ordering(Means means, Caller caller, ProgressTold told) {
        this.means = means;
        this.caller = caller;
        this.told = told;
    }

    public void begin(List<AccountRow> accounts, InternetAddress person) {
        for (AccountRow row : accounts) {
            Optional<Sentence> obstacle = begin(row, person);
            obstacle.ifPresent(why -> problems.put(row.id(), why));
        }
    }

    /** @return why the bank cannot be asked, or empty if it was tried */
    private Optional<Sentence> begin(AccountRow row, InternetAddress person) {
        if (!row.account().active()) {
            return Optional.of(Sentence.of(SentenceCode.ACCOUNT_SWITCHED_OFF));
        }
        LinkedAccount linked = means.stage()
                .inTransaction(unit -> LinkedAccount.of(unit, caller.company(), row))
                .orElse(null);
        if (linked == null) {
            return Optional.of(Sentence.of(SentenceCode.NO_LINK_SHARES));
        }
        if (row.availability() == Availability.READ_ONLY) {
            return Optional.of(AccountSentences.maintenance(
                    row, Provider.of(linked.link().feed()), means.clock().instant()));
        }
        BankFeed feed = means.feeds().find(linked.link().feed()).orElse(null);
        if (feed == null) {
            return Optional.of(
                    Sentence.of(SentenceCode.FEED_AWAY, new Name(linked.link().feed())));
        }
        return refusal(linked).or(() -> {
            order(linked, feed, person);
            return Optional.empty();
        });
    }

    /** What another account of that link was told, if the link as a whole is refused. */
    private Optional<Sentence> refusal(LinkedAccount linked) {
        return orders.values().stream()
                .filter(OrderedAccount::isRefused)
                .filter(order ->
                        order.account().link().id().equals(linked.link().id()))
                .findFirst()
                .map(OrderedAccount::problem);
    }

    private void order(LinkedAccount linked, BankFeed feed, InternetAddress person) {
        told.of(linked.row(), Step.DETAILS);
        OrderedAccount order = new OrderedAccount(
                linked,
                feed,
                means.vault().secretsOf(caller.company(), linked.link().vaultOwner()));
        order.begin(person);
        orders.put(linked.id(), order);
        keepOutcome(order);
        if (order.problem() == null) {
            Transactions.run(means.stage(), unit -> {
                unit.audit(
                        caller,
                        "synchronize",
                        linked.id(),
                        "Had the bank asked for news of " + linked.row().called() + ".");
            });
        }
        tellJob(order);
    }

    private void tellJob(OrderedAccount order) {
        if (order.job() != null) {
            told.of(order.account().row(), Step.valueOf(order.job().name()));
        }
    }

    /**
     * Waits until all banks have answered, at most so long.
     *
     * @return whether all have
     */
    public boolean await(Duration atMost) {
        for (long rounds = atMost.dividedBy(STEP);
                isRunning() && rounds > 0 && !means.closed().getAsBoolean();
                rounds--) {
            try {
                means.pause().take(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            orders.values().stream().filter(OrderedAccount::isRunning).forEach(this::follow);
        }
        return !isRunning();
    }

    private void follow(OrderedAccount order) {
        order.follow();
        keepOutcome(order);
        tellJob(order);
    }

    /** What it changed is read by whichever reading comes to it first, be it after a kill. */
    private void keepOutcome(OrderedAccount order) {
        BankFeedException failure = order.takeFailure();
        if (failure != null) {
            Refusals.count(
                    means.stage(), caller.company(), failure, means.clock().instant());
        }
        order.takeChanging().ifPresent(synchronization -> {
            LinkedAccount account = order.account();
            var ordered = new OrderedChangeTable.Ordered(account.feedAccount().value(), synchronization);
            Transactions.run(means.stage(), unit -> {
                OrderedChangeTable.add(
                        unit,
                        caller.company(),
                        account.link().feed(),
                        ordered,
                        means.clock().instant());
            });
        });
    }

    /** What still runs is left to itself, and read when it should be done. */
    public void leave() {
        if (isRunning()) {
            orders.values().stream().filter(OrderedAccount::isRunning).forEach(this::leave);
            Transactions.run(means.stage(), unit -> {
                ReadingTable.dueBy(
                        unit, caller.company(), means.clock().instant().plus(LATER));
            });
        }
    }

    private void leave(OrderedAccount order) {
        order.leave();
        keepOutcome(order);
    }

    private boolean isRunning() {
        return orders.values().stream().anyMatch(OrderedAccount::isRunning);
    }

    public boolean isRunning(AccountRow account) {
        OrderedAccount order = orders.get(account.id());
        return order != null && order.isRunning();
    }

    /** Why banks were not asked, by account. */
    public Map<String, Sentence> problems() {
        Map<String, Sentence> all = new LinkedHashMap<>(problems);
        for (OrderedAccount order : orders.values()) {
            if (order.problem() != null) {
                all.put(order.account().id(), order.problem());
            }
        }
        return all;
    }
}
