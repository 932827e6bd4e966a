package org.bankfeed.ledger.internal;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.InvoiceLedgerContract;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Retention;
import org.bankfeed.store.testing.PostgresServer;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.AfterEach;

/** What every ledger must do, on PostgreSQL. */
class PostgresContractTest extends InvoiceLedgerContract {

    private final Scene scene = emptied();

    @AfterEach
    void close() {
        scene.close();
    }

    @Override
    protected InvoiceLedger ledger() {
        return scene.ledger;
    }

    @Override
    protected DocumentId enter(OpenItem.Direction direction, OpenItem.Type type, String number, Money total)
            throws Exception {
        return scene.enter(direction, type, number, total.decimal());
    }

    @Override
    protected void closeUntil(LocalDate day) throws Exception {
        scene.ledger.closeUntil(BOOKKEEPER, day);
    }

    @Override
    protected DocumentId enterHeldBack(String number, Money total, List<Retention> retentions) throws Exception {
        return scene.heldBack(number, total, retentions);
    }

    /** Books that a former test filled are emptied. */
    private static Scene emptied() {
        Scene scene = new Scene(PostgresServer.sharedStore());
        scene.ledger.id();
        scene.recording
                .lastStage()
                .<Integer, RuntimeException>inTransaction(
                        unit -> unit.update("TRUNCATE TABLE invoice, booking, payment, party, sequence_value_item,"
                                + " closed_period CASCADE"));
        return scene;
    }
}
