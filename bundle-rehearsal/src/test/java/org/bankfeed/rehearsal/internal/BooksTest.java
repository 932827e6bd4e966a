package org.bankfeed.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryParty;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FakeInvoiceLedger;
import org.bankfeed.journal.FakeBankJournal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BooksTest {

    private static final CompanyId COMPANY = new CompanyId("Test");

    private final FakeBankJournal journal = new FakeBankJournal(COMPANY);
    private final FakeInvoiceLedger ledger = new FakeInvoiceLedger("books");
    private final Chain chain = Chain.of(COMPANY, journal, new NumberMatching(journal, ledger), ledger, ledger);

    @ParameterizedTest
    @ValueSource(
            strings = {"+++010/8068/17183+++", "RF18 5390 0754 7034", "0020240001234", "2024000103-", "ORDER 4711"})
    void aDocumentKeepsTheReferenceThatAHistoryGivesIt(String printed) throws Exception {
        assertThat(entered(printed)).isEqualTo(printed);
    }

    @Test
    void aReferenceWhoseCheckDigitsFailIsLeftOut() throws Exception {
        assertThat(entered("+++010/8068/17184+++")).isNull();
    }

    private @Nullable String entered(String reference) throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 10);
        BigDecimal total = new BigDecimal("186.93");
        new Books(chain)
                .open(new HistoryInvoice(
                        "S1",
                        HistoryInvoice.Direction.SALES,
                        HistoryInvoice.Type.INVOICE,
                        "2026-114",
                        new HistoryParty("C1", "Alba NV", List.of()),
                        "EUR",
                        total,
                        total,
                        day,
                        day.plusDays(30),
                        reference,
                        null));
        return ledger.item(chain.person(), new DocumentId("S1")).orElseThrow().paymentReference();
    }
}
