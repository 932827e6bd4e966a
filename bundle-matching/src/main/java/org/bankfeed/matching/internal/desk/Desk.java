package org.bankfeed.matching.internal.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.bankfeed.access.CompanyId;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.RuleTable;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Where one company's lines are worked on: its book in memory, and the transactions that change what the book was made
 * of. The book is kept as long as it is what is written; when another node wrote, or a change failed, it is made again.
 */
public final class Desk {

    public final CompanyId company;
    public final Clock clock;

    /** How long a page waits at most for a change that is just being written. */
    private static final long BLINK = 200;

    /** One run or one person's act at a time, with all that the ledger is asked meanwhile: it may take long. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** The book, for one change or look: moments. Whoever takes both takes the turn first. */
    private final ReentrantLock bookLock = new ReentrantLock();

    private final Stage stage;
    private @Nullable Book book;
    private long revision = -1;

    public Desk(CompanyId company, Stage stage, Clock clock) {
        this.company = company;
        this.stage = stage;
        this.clock = clock;
    }

    /** What is done with a company's row taken. */
    @FunctionalInterface
    public interface Act<T, X extends Exception> {
        T with(UnitOfWork unit, CompanyRow row, Book book) throws X;
    }

    /** What is done with a company's row taken, with nothing to bring back. */
    @FunctionalInterface
    public interface Change {
        void with(UnitOfWork unit, CompanyRow row, Book book);
    }

    /** What is done when it is one's turn. */
    @FunctionalInterface
    public interface Turn<T, X extends Exception> {
        T take(Desk desk) throws X;
    }

    /** Waits for the turn, and takes it. */
    public <T, X extends Exception> T inTurn(Turn<T, X> act) throws X {
        turn.lock();
        try {
            return act.take(this);
        } finally {
            turn.unlock();
        }
    }

    /** Changes the book and what is written, both or neither. The caller has the turn. */
    public void change(Change change) {
        act((unit, row, book) -> {
            change.with(unit, row, book);
            return row.revision();
        });
    }

    /** Changes the book and what is written, both or neither. The caller has the turn. */
    public <T, X extends Exception> T act(Act<T, X> act) throws X {
        long[] committed = {-1};
        boolean done = false;
        bookLock.lock();
        try {
            T result = stage.<T, X>inTransaction(unit -> {
                CompanyRow row = CompanyRow.take(unit, company);
                T made = act.with(unit, row, bookAt(unit, row));
                row.save(unit);
                committed[0] = row.revision();
                return made;
            });
            revision = committed[0];
            done = true;
            return result;
        } finally {
            if (!done) {
                book = null;
            }
            bookLock.unlock();
        }
    }

    /** Looks at the book and what is written, and changes neither. The caller has the turn. */
    public <T, X extends Exception> T look(Act<T, X> act) throws X {
        bookLock.lock();
        try {
            return stage.<T, X>inTransaction(unit -> {
                CompanyRow row = CompanyRow.take(unit, company);
                return act.with(unit, row, bookAt(unit, row));
            });
        } finally {
            bookLock.unlock();
        }
    }

    /**
     * Looks at the book as it was last written, without a turn: for pages, which never wait for a run. Between two changes
     * of a run the book is what is written, so that all it takes is to come in between; empty if that was not possible in
     * a blink, because a change is just being made here or on another node.
     */
    public <T> Optional<T> glance(Function<Book, T> look) {
        try {
            if (!bookLock.tryLock(BLINK, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return stage.inTransaction(
                    unit -> CompanyRow.takeIfFree(unit, company).map(row -> look.apply(bookAt(unit, row))));
        } finally {
            bookLock.unlock();
        }
    }

    private Book bookAt(UnitOfWork unit, CompanyRow row) {
        Book now = book;
        if (now == null || revision != row.revision()) {
            now = WrittenBook.read(unit, company);
            book = now;
            revision = row.revision();
        }
        now.follow(RuleTable.inForce(unit, company));
        return now;
    }
}
