package org.bankfeed.journal.internal.table;

import java.util.function.Consumer;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;

/** Transactions that bring nothing back. */
public final class Transactions {

    private Transactions() {}

    public static void run(Stage stage, Consumer<UnitOfWork> work) {
        stage.inTransaction(unit -> {
            work.accept(unit);
            return true;
        });
    }
}
