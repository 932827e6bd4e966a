package org.bankfeed.matching.internal;

import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.ledger.internal.InvoiceModule;
import org.bankfeed.store.testing.TestStore;

final class ToldPaymentsInOurLedgerTest extends ToldPaymentsContract {

    private final InvoiceModule module = new InvoiceModule(store.store(), CLOCK);

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }

    @Override
    InvoiceLedger books() {
        return module;
    }

    @Override
    InvoiceEntry entry() {
        return module;
    }

    @Override
    void bind() {
        matching.unbindLedger(ledger);
        matching.bindLedger(module);
        matching.bindPayments(module);
    }
}
