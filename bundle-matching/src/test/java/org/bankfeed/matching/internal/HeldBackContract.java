package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.invoice.Retention;
import org.bankfeed.invoice.Retention.Kind;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parts of documents that are held back by contract or law, in the whole service. */
abstract class HeldBackContract extends MatchingFixture {

    @Test
    void whatIsHeldBackIsNotDueUntilItsDay() throws Exception {
        held("S1", "2026-117", "1000.00", guarantee("50.00", DAY.plusDays(1)));
        held("S2", "2026-118", "1000.00", guarantee("50.00", DAY));
        pay("t1", "950.00", "S1");
        pay("t2", "950.00", "S2");
        assertThat(invoice("S1").standing()).isEqualTo(Standing.HELD_BACK);
        assertThat(invoice("S2").standing()).isEqualTo(Standing.PARTLY_PAID);
        assertThat(matching.openSales(viewer, Set.of(eur("1.00").currency())).outstanding())
                .as("nothing of S1 is due")
                .containsExactly(eur("50.00"));
    }

    @Test
    void aPartThatGoesToAnAuthorityNeverFallsDue() throws Exception {
        held("S1", "2026-117", "1000.00", new Retention(Kind.SOCIAL_DEBT, eur("350.00"), null));
        assertThat(invoice("S1").standing()).isEqualTo(Standing.OPEN);
        pay("t1", "650.00", "S1");
        assertThat(invoice("S1").standing()).isEqualTo(Standing.HELD_BACK);
        assertThat(matching.invoices(viewer, new InvoiceQuery(null, Set.of(Standing.HELD_BACK), null, null, 10))
                        .items())
                .extracting(InvoiceView::item)
                .extracting(OpenItem::id)
                .containsExactly(new DocumentId("S1"));
    }

    @Test
    void itIsKnownAgainAfterARestart() throws Exception {
        List<Retention> retentions =
                List.of(guarantee("50.00", DAY.plusYears(1)), new Retention(Kind.TAX_DEBT, eur("150.00"), null));
        held("S1", "2026-117", "1000.00", retentions.toArray(Retention[]::new));
        restart();
        assertThat(invoice("S1").item().retentions()).isEqualTo(retentions);
    }

    @Test
    void aPaymentLessTheGuaranteeIsBookedByItselfAndTheGuaranteeLater() throws Exception {
        held("S1", "2026-117", "1000.00", guarantee("50.00", DAY.plusDays(1)));
        pay("t0", "950.00", "S1"); // who pays is learned
        held("S2", "2026-118", "2000.00", guarantee("100.00", DAY.plusYears(1)));
        TransactionId most = in("t1", "1900.00", "2026-118 min waarborg");
        matching.work(job);
        assertThat(decision(most).state()).isEqualTo(Decision.State.AUTOMATIC);
        assertThat(decision(most).applications()).isEqualTo(pays("S2", "1900.00"));
        assertThat(invoice("S2").standing()).isEqualTo(Standing.HELD_BACK);
        TransactionId rest = in("t2", "100.00", "waarborg 2026-118");
        matching.work(job);
        assertThat(decision(rest).state()).isEqualTo(Decision.State.AUTOMATIC);
        assertThat(invoice("S2").standing()).isEqualTo(Standing.PAID);
    }

    @Test
    void nobodyWritesAHeldPartOff() throws Exception {
        held("S1", "2026-117", "1000.00", guarantee("50.00", DAY.plusDays(1)));
        TransactionId line = in("t1", "945.00", "thanks");
        matching.work(job);
        assertThatThrownBy(() -> confirm(line, "945.00", "55.00"))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("at most €5.00 can be written off");
        confirm(line, "945.00", "5.00");
        matching.work(job);
        assertThat(invoice("S1").standing()).isEqualTo(Standing.HELD_BACK);
    }

    private void confirm(TransactionId line, String amount, String writeOff) throws Exception {
        Application application = new Application(new DocumentId("S1"), eur(amount), eur(writeOff), null);
        matching.confirm(bookkeeper, line, decision(line).version(), List.of(application));
    }

    void pay(String id, String amount, String document) throws Exception {
        TransactionId line = in(id, amount, "thanks");
        matching.work(job);
        matching.confirm(bookkeeper, line, decision(line).version(), pays(document, amount));
        matching.work(job);
    }

    void held(String id, String number, String total, Retention... retentions) throws Exception {
        held(id, number, total, null, retentions);
    }

    void held(String id, String number, String total, @Nullable String reference, Retention... retentions)
            throws Exception {
        ledger.add(
                bookkeeper,
                new NewDocument(
                        new DocumentId(id),
                        OpenItem.Direction.SALES,
                        OpenItem.Type.INVOICE,
                        number,
                        new Party("C1", "Bakkerij Alba BV", Party.Kind.BUSINESS, List.of()),
                        eur(total),
                        eur(total),
                        DAY.minusDays(20),
                        DAY.plusDays(10),
                        reference,
                        null,
                        List.of(retentions)));
        matching.work(job);
    }

    static Retention guarantee(String amount, LocalDate due) {
        return new Retention(Kind.GUARANTEE, eur(amount), due);
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
