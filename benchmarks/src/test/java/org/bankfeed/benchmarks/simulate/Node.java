package org.bankfeed.benchmarks.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.internal.StoreBankJournal;
import org.bankfeed.store.testing.TestStore;

/** A process of ours: its journal, its store and its feed. It can be killed, and is then there again. */
final class Node implements AutoCloseable {

    private final TestStore database;
    private final Path clientJson;
    private final YearClock clock;
    private final long seed;
    private final Fate fate;
    private final List<TestStore> stores = new ArrayList<>();
    private int starts;
    private StoreBankJournal journal;
    private AutoCloseable closing = () -> {};

    /**
     * @param database the one that all nodes share
     * @param beforeRotation runs before a rotated token is kept
     */
    Node(TestStore database, Path clientJson, YearClock clock, long seed, Runnable beforeRotation) {
        this.fate = new Fate(beforeRotation);
        this.database = database;
        this.clientJson = clientJson;
        this.clock = clock;
        this.seed = seed;
        this.journal = start();
    }

    private StoreBankJournal start() {
        TestStore store = database.again();
        stores.add(store);
        BankFeed feed = PontoOnClock.feed(clientJson, clock, seed + ++starts);
        closing = (AutoCloseable) () -> PontoOnClock.close(feed);
        StoreBankJournal started = JournalOnClock.journal(fate.over(store.store()), fate.over(store.vault()), clock);
        started.bindFeed(fate.over(feed), Map.of(BankFeed.NAME, feed.name()));
        return started;
    }

    BankJournal journal() {
        return journal;
    }

    Fate fate() {
        return fate;
    }

    /** What was committed is there, all else is gone. */
    void startAgain() {
        fate.spare();
        stop();
        journal = start();
    }

    private void stop() {
        journal.close();
        try {
            closing.close();
        } catch (Exception e) {
            throw new IllegalStateException("The feed does not close", e);
        }
    }

    /** The database goes with its stores: that of a process that was killed must not close it for the others. */
    @Override
    public void close() {
        stop();
        stores.forEach(TestStore::close);
    }
}
