package org.bankfeed.journal.internal.reading;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.internal.link.Ending;
import org.bankfeed.journal.internal.notice.Feeds;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.LeasedStage;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.Vault;
import org.bankfeed.words.Sentence;

/** Lets one reading of a company run at a time in this process. Other nodes are told apart page by page. */
public final class Synchronization {

    private final Stage stage;
    private final Vault vault;
    private final Feeds feeds;
    private final Ending ending;
    private final Clock clock;
    private final BooleanSupplier closed;
    private final Map<CompanyId, ReentrantLock> turns = new ConcurrentHashMap<>();

    public Synchronization(Stage stage, Vault vault, Feeds feeds, Ending ending, Clock clock, BooleanSupplier closed) {
        this.stage = stage;
        this.vault = vault;
        this.feeds = feeds;
        this.ending = ending;
        this.clock = clock;
        this.closed = closed;
    }

    /** Waits for the company's turn, then reads. */
    public SyncReceipt run(Caller caller) {
        return run(caller, account -> {});
    }

    /**
     * Waits for the company's turn, then reads.
     *
     * @param beginning is told of each account before it is read
     */
    public SyncReceipt run(Caller caller, Consumer<AccountRow> beginning) {
        return inTurn(caller, stage, beginning);
    }

    /**
     * Reads while nobody else does.
     *
     * @throws StoreException.TakenOver if another node took the lease over; it reads on
     */
    public SyncReceipt run(Caller caller, Lease lease) {
        return inTurn(caller, new LeasedStage(stage, lease), account -> {});
    }

    private SyncReceipt inTurn(Caller caller, Stage tables, Consumer<AccountRow> beginning) {
        ReentrantLock turn = turns.computeIfAbsent(caller.company(), company -> new ReentrantLock(true));
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SyncReceipt(List.of(), List.of(Sentence.of(SentenceCode.STOPPED_BEFORE_ITS_TURN)));
        }
        try {
            return new CompanyReading(tables, vault, feeds, ending, clock, this::isStopped, caller, beginning).read();
        } finally {
            turn.unlock();
        }
    }

    private boolean isStopped() {
        return closed.getAsBoolean() || Thread.currentThread().isInterrupted();
    }
}
