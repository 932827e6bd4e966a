package org.bankfeed.ledger.internal.books;

import java.util.List;
import java.util.UUID;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Stage.Work;
import org.bankfeed.store.Store;
import org.bankfeed.store.StoreException;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** The stage with the ledger's tables, opened at the first call, and the transactions on it. */
public final class Books {

    /** Two who enter the same key at once: the second one sees the first at its next try. */
    private static final int TRIES = 5;

    private final Store store;
    private final List<Migration> migrations;
    private volatile @Nullable Stage opened;
    private volatile @Nullable String ledgerId;

    public Books(Store store, List<Migration> migrations) {
        this.store = store;
        this.migrations = List.copyOf(migrations);
    }

    /** Runs work in one transaction, again if another one entered the same key meanwhile. */
    public <T extends @Nullable Object, X extends Exception> T inTransaction(Work<T, X> work)
            throws X, LedgerUnavailableException {
        try {
            return repeated(work);
        } catch (StoreException e) {
            throw new LedgerUnavailableException(Sentence.of(RefusalCode.LEDGER_DATABASE), e);
        }
    }

    /** The same for ever, over restarts and updates. */
    public String ledgerId() {
        String known = ledgerId;
        if (known == null) {
            known = repeated(unit -> unit.one("SELECT ledger_id FROM books", row -> row.text("ledger_id"))
                    .orElseGet(() -> {
                        String made = UUID.randomUUID().toString();
                        unit.update("INSERT INTO books (only_row, ledger_id) VALUES (1, ?)", made);
                        return made;
                    }));
            ledgerId = known;
        }
        return known;
    }

    private <T extends @Nullable Object, X extends Exception> T repeated(Work<T, X> work) throws X {
        for (int tried = 1; ; tried++) {
            try {
                return stage().inTransaction(work);
            } catch (StoreException.Duplicate e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Stage stage() {
        Stage stage = opened;
        if (stage == null) {
            synchronized (this) {
                stage = opened;
                if (stage == null) {
                    stage = store.stage("ledger", migrations);
                    opened = stage;
                }
            }
        }
        return stage;
    }
}
