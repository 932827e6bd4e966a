package org.bankfeed.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.bankfeed.access.CompanyId;
import org.bankfeed.history.BuiltInCompany;
import org.bankfeed.invoice.FakeInvoiceLedger;
import org.bankfeed.journal.FakeBankJournal;
import org.junit.jupiter.api.Test;

class DemonstrationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final CompanyId COMPANY = new CompanyId("Test");

    private final Life life = new Life(new RunningClock(new VirtualClock(TODAY, LocalTime.NOON)));
    private final FakeBankJournal journal = new FakeBankJournal(COMPANY); // nothing can be linked in it
    private final FakeInvoiceLedger ledger = new FakeInvoiceLedger("books");
    private final Chain chain = Chain.of(COMPANY, journal, new NumberMatching(journal, ledger), ledger, ledger);
    private final AtomicInteger opened = new AtomicInteger();
    private final Demonstration demonstration = new Demonstration(chain, life, opened::incrementAndGet);

    @Test
    void keepsTheBooksAndLeavesTheLinkToAPerson() throws Exception {
        long documents = BuiltInCompany.until(TODAY).invoices().count();

        assertThat(demonstration.unlinked())
                .contains(documents + " invoices and credit notes")
                .endsWith("None of its bank accounts is linked yet.");

        assertThat(opened).hasValue(1);
        assertThat(new LedgerReport(chain).documents()).hasSize((int) documents);
        assertThat(life.turn().isLocked()).isFalse();
    }

    @Test
    void linksByItselfIfTold() {
        BankLink link = new BankLink(chain, new Person(), URI.create("http://localhost/back"));

        assertThatThrownBy(() -> demonstration.linked(link))
                .isInstanceOf(RehearsalException.class)
                .hasMessage("The bank accounts could not be linked: There is no feed 'ponto' here.");

        assertThat(life.turn().isLocked()).isFalse();
    }

    @Test
    void saysThatTheBooksCannotBeKept() {
        ledger.away(true);

        assertThatThrownBy(demonstration::unlinked)
                .isInstanceOf(RehearsalException.class)
                .hasMessageStartingWith("The invoice ledger did not answer");
    }
}
