package org.bankfeed.matching.internal;

import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.store.testing.TestStore;

final class ToldPaymentsOnFakeBooksTest extends ToldPaymentsContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }

    @Override
    InvoiceLedger books() {
        return ledger;
    }

    @Override
    InvoiceEntry entry() {
        return ledger;
    }

    @Override
    void bind() {
        // the fixture's books are these
    }
}
