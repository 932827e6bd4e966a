package org.bankfeed.journal.internal;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.SyncOrder;
import org.bankfeed.feed.SyncOrder.Job;
import org.bankfeed.feed.SyncOrder.State;
import org.bankfeed.store.Secrets;

/** A feed whose orders go as the test says, account by account: {@code DETAILS}, {@code TRANSACTIONS}, then an end. */
final class OrderableFeed extends KillableFeed {

    final List<String> asked = new ArrayList<>();
    private final Map<FeedAccountId, Deque<Object>> steps = new HashMap<>();

    OrderableFeed(BankFeed feed) {
        super(feed);
    }

    /** Each step is a {@link Job} that runs, a {@link State} in which it ends, or an exception; the last one lasts. */
    void orders(FeedAccountId account, Object... next) {
        steps.put(account, new ArrayDeque<>(List.of(next)));
    }

    @Override
    public SyncOrder order(Secrets secrets, FeedAccountId account, InetAddress person) throws BankFeedException {
        asked.add("order " + account.value() + " for " + person.getHostAddress());
        return step(account, person.getHostAddress());
    }

    @Override
    public SyncOrder follow(Secrets secrets, SyncOrder order) throws BankFeedException {
        asked.add("follow " + order.account().value() + " " + order.job());
        return step(order.account(), order.address());
    }

    private SyncOrder step(FeedAccountId account, String address) throws BankFeedException {
        Deque<Object> left = steps.getOrDefault(account, new ArrayDeque<>(List.of(State.DONE)));
        Object now = left.size() > 1 ? left.remove() : left.getFirst();
        if (now instanceof BankFeedException failure) {
            throw failure;
        }
        Job job = now instanceof Job running ? running : Job.TRANSACTIONS;
        State state = now instanceof State ended ? ended : State.RUNNING;
        return new SyncOrder(account, address, state, job, "s-1", null, "It is " + state + ".", Instant.EPOCH);
    }
}
