package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.value.Money;

/** The fake keeps the contract that it stands for. */
class FakeInvoiceLedgerTest extends InvoiceLedgerContract {

    private final FakeInvoiceLedger fake = new FakeInvoiceLedger("fake-books");

    @Override
    protected InvoiceLedger ledger() {
        return fake;
    }

    @Override
    protected DocumentId enter(OpenItem.Direction direction, OpenItem.Type type, String number, Money total)
            throws Exception {
        return enter(direction, type, number, total, List.of());
    }

    @Override
    protected DocumentId enterHeldBack(String number, Money total, List<Retention> retentions) throws Exception {
        return enter(OpenItem.Direction.SALES, OpenItem.Type.INVOICE, number, total, retentions);
    }

    private DocumentId enter(
            OpenItem.Direction direction, OpenItem.Type type, String number, Money total, List<Retention> retentions)
            throws Exception {
        LocalDate issued = LocalDate.of(2026, 2, 1);
        Party party = new Party("P1", "Otto Test", Party.Kind.BUSINESS, List.of());
        return fake.add(
                        BOOKKEEPER,
                        new NewDocument(
                                null,
                                direction,
                                type,
                                number,
                                party,
                                total,
                                total,
                                issued,
                                issued.plusDays(30),
                                null,
                                null,
                                retentions))
                .id();
    }

    @Override
    protected void closeUntil(LocalDate day) {
        fake.closeUntil(BOOKKEEPER, day);
    }
}
