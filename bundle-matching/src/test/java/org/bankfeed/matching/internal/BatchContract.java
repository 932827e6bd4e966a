package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments of ours that the host announced, in the whole service. */
abstract class BatchContract extends MatchingFixture {

    private final List<AnnouncedPayment> announced = new ArrayList<>();

    @BeforeEach
    void threeInvoicesArePaidByOneFile() throws Exception {
        for (int n = 1; n <= 3; n++) {
            purchase("P" + n, n + "00.00");
            announced.add(new AnnouncedPayment(
                    "A" + n, "E-" + n, eur("-" + n + "00.00"), DAY, List.of(new DocumentId("P" + n)), "FILE-7"));
        }
        matching.bindPayments(new Host(List.of(), announced));
        matching.work(job);
    }

    @Test
    void oneLineForTheFileBecomesOneBookingOfAllItsDocuments() throws Exception {
        assertThat(standings()).containsOnly(Standing.ON_ITS_WAY);
        TransactionId line = out("t1", "-600.00", "FILE-7");

        matching.work(job);

        Decision decision = decision(line);
        assertThat(decision.state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision.applications()).hasSize(3);
        assertThat(decision.evidence().stream().map(one -> one.sentence(Locale.ENGLISH)))
                .contains("the amount is the sum of the 3 payments of batch FILE-7");
        assertThat(ledger.standing()).isEqualTo(1);
        assertThat(standings()).containsOnly(Standing.PAID);
    }

    @Test
    void oneThatComesBackReopensItsDocumentOnlyAndIsNotOnItsWayAgain() throws Exception {
        out("t1", "-600.00", "FILE-7");
        matching.work(job);
        restart();
        matching.bindPayments(new Host(List.of(), announced));

        TransactionId back = bring(line("t2", "200.00", "AC04", "PMNT-ICDT-RRTN", "E-2"));
        matching.work(job);

        assertThat(decision(back).state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision(back).applications())
                .singleElement()
                .extracting(Application::document)
                .isEqualTo(new DocumentId("P2"));
        assertThat(standings()).containsExactly(Standing.PAID, Standing.OPEN, Standing.PAID);
    }

    @Test
    void undoneItIsUnderWayAgain() throws Exception {
        TransactionId line = out("t1", "-600.00", "FILE-7");
        matching.work(job);
        matching.undo(bookkeeper, line, decision(line).version());

        assertThat(standings()).containsOnly(Standing.ON_ITS_WAY);
        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);
        assertThat(decision(line).proposals().get(0).applications()).hasSize(3);
    }

    @Test
    void aPartIsLaidBeforeAPersonAndWhatHeConfirmsIsCarriedOut() throws Exception {
        TransactionId line = out("t1", "-500.00", "FILE-7");
        matching.work(job);
        Decision suggested = decision(line);
        assertThat(suggested.state()).isEqualTo(State.SUGGESTED);

        matching.confirm(
                bookkeeper,
                line,
                suggested.version(),
                suggested.proposals().get(0).applications());

        assertThat(standings()).containsExactly(Standing.ON_ITS_WAY, Standing.PAID, Standing.PAID);
    }

    @Test
    void aPartPaymentThatTheBankBookedIsNotOnItsWayAnyMore() throws Exception {
        announced.clear();
        announced.add(new AnnouncedPayment("A9", "E-9", eur("-120.00"), DAY, List.of(new DocumentId("P3")), null));
        TransactionId line = out("t1", "-120.00", "E-9");
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision(line).applications()).isEqualTo(pays("P3", "120.00"));
        assertThat(standings()).containsExactly(Standing.OPEN, Standing.OPEN, Standing.PARTLY_PAID);
    }

    @Test
    void whatThePersonBooksByAnotherWordIsCarriedOutToo() throws Exception {
        TransactionId line = out("t1", "-100.00", null);
        matching.work(job);
        matching.confirm(bookkeeper, line, decision(line).version(), pays("P1", "100.00"));

        bring(line("t2", "100.00", "geen rekening", "PMNT-ICDT-RRTN", "E-1"));
        matching.work(job);

        assertThat(standings()).containsExactly(Standing.OPEN, Standing.ON_ITS_WAY, Standing.ON_ITS_WAY);
    }

    @Test
    void aLineThatCameBeforeItsFileWasAnnouncedIsBookedThen() throws Exception {
        List<AnnouncedPayment> later = List.copyOf(announced);
        announced.clear();
        TransactionId whole = out("t1", "-600.00", "FILE-7");
        matching.work(job);
        assertThat(decision(whole).state()).isEqualTo(State.NONE);
        announced.addAll(later);
        restart();
        matching.bindPayments(new Host(List.of(), announced));

        matching.work(job);

        assertThat(decision(whole).state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision(whole).applications()).hasSize(3);
        assertThat(standings()).containsOnly(Standing.PAID);
    }

    @Test
    void whatIsAnnouncedLaterBooksOnlyTheLineThatCarriesItOut() throws Exception {
        List<AnnouncedPayment> later = List.copyOf(announced);
        announced.clear();
        TransactionId named = bring(line("t1", "-100.00", "F-P1", "PMNT-ICDT-ESCT", null));
        TransactionId other = out("t2", "-123.00", null);
        matching.work(job);
        Decision before = decision(named);
        Decision none = decision(other);
        announced.addAll(later);

        matching.work(job);

        assertThat(decision(named)).isEqualTo(before);
        assertThat(decision(other)).isEqualTo(none);
    }

    @Test
    void whatIsAnnouncedNoMoreIsProposedNoMore() throws Exception {
        TransactionId part = out("t1", "-500.00", "FILE-7");
        matching.work(job);
        assertThat(decision(part).proposals()).isNotEmpty();
        announced.clear();

        matching.work(job);

        assertThat(decision(part).evidence().stream().map(one -> one.sentence(Locale.ENGLISH)))
                .noneMatch(said -> said.contains("FILE-7"));
    }

    private TransactionId out(String id, String amount, @Nullable String endToEnd) {
        FeedTransaction one = line(id, amount, "", "PMNT-ICDT-ESCT", endToEnd);
        return bring(new FeedTransaction(
                one.id(),
                one.amount(),
                DAY,
                DAY,
                null,
                null,
                "collectieve betaling",
                one.remittanceType(),
                null,
                one.bankCode(),
                null,
                endToEnd,
                null,
                null,
                null,
                null));
    }

    private List<Standing> standings() {
        return matching
                .invoices(viewer, new InvoiceQuery(OpenItem.Direction.PURCHASE, java.util.Set.of(), null, null, 100))
                .items()
                .stream()
                .map(InvoiceView::standing)
                .toList();
    }

    private void purchase(String id, String total) throws Exception {
        ledger.add(
                bookkeeper,
                new NewDocument(
                        new DocumentId(id),
                        OpenItem.Direction.PURCHASE,
                        OpenItem.Type.INVOICE,
                        "F-" + id,
                        new Party("L" + id, "Supplier " + id, Party.Kind.BUSINESS, List.of()),
                        eur(total),
                        eur(total),
                        DAY.minusDays(20),
                        DAY,
                        null,
                        null));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
