package org.bankfeed.matching.internal;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.store.testing.TestStore;

final class OddPaymentsOnFakeBooksTest extends OddPaymentsContract {

    private final List<HostPayment> entered = new ArrayList<>();
    private final List<AnnouncedPayment> announced = new ArrayList<>();

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
    void enterByHand(HostPayment payment) throws Exception {
        entered.add(payment);
        for (DocumentId document : payment.documents()) {
            ledger.close(bookkeeper, document, payment.date());
        }
    }

    @Override
    void announce(AnnouncedPayment payment) {
        announced.add(payment);
    }

    @Override
    void bind() {
        matching.bindPayments(new Host(entered, announced));
    }
}
