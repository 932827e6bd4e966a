package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.OpenSales;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.store.Stage;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;

/** What pages read, on whatever database: several at once, and never after a run that takes its time. */
abstract class ScreensContract extends MatchingFixture {

    private static final CompanyId OTHERS = new CompanyId("OTHER");
    private static final Caller STRANGER = new Caller(OTHERS, "an", Set.of(Role.VIEWER), Channel.WEB);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Caller NOBODY = new Caller(OTHERS, "no", Set.of(), Channel.WEB);

    // ---- several at once

    @Test
    void givesSeveralDecisionsInTheOrderAskedAndLeavesUnknownOnesOut() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId booked = in("T1", "121.00", "factuur 2026-114");
        TransactionId open = in("T2", "77.00", "zie mail");
        matching.work(job);
        TransactionId unknown = new TransactionId(ACCOUNT, "T9");

        Map<TransactionId, Decision> found = matching.decisions(viewer, List.of(open, unknown, booked, open));

        assertThat(found.keySet()).containsExactly(open, booked);
        assertThat(found.values()).containsExactly(decision(open), decision(booked));
        assertThat(matching.decisions(STRANGER, List.of(open, booked))).isEmpty();
        assertThat(matching.decisions(viewer, List.of())).isEmpty();
    }

    @Test
    void tellsWhichLaterLineGaveBackWhatALineBroughtUntilThatIsUndone() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId paid = bring(line("T1", "121.00", "factuur 2026-114", "PMNT-RCDT-ESCT", "E-1"));
        matching.work(job);
        assertThat(matching.givenBackBy(viewer, List.of(paid))).isEmpty();
        TransactionId returned = bring(line("T2", "-121.00", "AM04", "PMNT-IDDT-UPDD", "E-1"));
        matching.work(job);

        assertThat(matching.givenBackBy(viewer, List.of(returned, paid))).isEqualTo(Map.of(paid, List.of(returned)));
        assertThat(matching.givenBackBy(STRANGER, List.of(paid))).isEmpty();
        assertThat(matching.givenBackBy(viewer, List.of())).isEmpty();

        matching.undo(bookkeeper, returned, decision(returned).version());
        assertThat(matching.givenBackBy(viewer, List.of(paid))).isEmpty();
    }

    @Test
    void tellsWhichLaterLineGaveBackWhatCameTwiceAlsoAfterAPersonSetThatAside() throws Exception {
        sale("S1", "2026-114", "121.00");
        in("T1", "121.00", "factuur 2026-114");
        TransactionId again = in("T2", "121.00", "factuur 2026-114");
        TransactionId back = bring(line("T3", "-121.00", "terug", "PMNT-ICDT-ESCT", null));
        matching.work(job);
        assertThat(decision(back).givesBack()).isEqualTo(again);
        assertThat(matching.givenBackBy(viewer, List.of(again))).isEqualTo(Map.of(again, List.of(back)));

        matching.setAside(bookkeeper, back, decision(back).version());
        restart();

        assertThat(decision(back).givesBack()).isEqualTo(again);
        assertThat(matching.givenBackBy(viewer, List.of(again))).isEqualTo(Map.of(again, List.of(back)));
        matching.undo(bookkeeper, back, decision(back).version());
        assertThat(decision(back).givesBack()).isEqualTo(again);
    }

    @Test
    void whatAPersonBooksGivesNothingBackAnyMore() throws Exception {
        sale("S1", "2026-114", "121.00");
        in("T1", "121.00", "factuur 2026-114");
        TransactionId again = in("T2", "121.00", "factuur 2026-114");
        TransactionId back = bring(line("T3", "-121.00", "terug", "PMNT-ICDT-ESCT", null));
        matching.work(job);
        enter(ledger, "N1", OpenItem.Type.CREDIT_NOTE, "CN-7", "121.00");
        matching.work(job);

        matching.confirm(bookkeeper, back, decision(back).version(), pays("N1", "121.00"));

        assertThat(decision(back).givesBack()).isNull();
        assertThat(matching.givenBackBy(viewer, List.of(again))).isEmpty();
    }

    @Test
    void countsEveryStateAlsoThoseWithoutLines() throws Exception {
        sale("S1", "2026-114", "121.00");
        in("T1", "121.00", "factuur 2026-114");
        in("T2", "77.00", "zie mail");
        in("T3", "78.00", "zie mail");
        matching.work(job);

        assertThat(matching.counts(viewer))
                .containsOnlyKeys(State.values())
                .containsEntry(State.AUTOMATIC, 1L)
                .containsEntry(State.NONE, 2L)
                .containsEntry(State.CONFIRMED, 0L);
        assertThat(matching.counts(STRANGER)).containsOnlyKeys(State.values()).containsEntry(State.AUTOMATIC, 0L);
    }

    @Test
    void countsTheOpenSalesOfACurrencyAndThoseOfThemThatAreOverdue() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        enter(ledger, "S3", OpenItem.Type.INVOICE, "2026-110", "30.00", LocalDate.of(2025, 1, 1));
        enter(ledger, "C1", OpenItem.Type.CREDIT_NOTE, "2026-111", "30.00", LocalDate.of(2025, 1, 1));
        in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThat(matching.openSales(viewer, Set.of(EUR)))
                .isEqualTo(new OpenSales(2, 1, List.of(Money.of("480.00", "EUR"))));
        assertThat(matching.openSales(viewer, Set.of(Currency.getInstance("USD"))))
                .isEqualTo(new OpenSales(0, 0, List.of()));
        assertThat(matching.openSales(STRANGER, Set.of(EUR)).invoices()).isZero();
        assertThatThrownBy(() -> matching.openSales(NOBODY, Set.of(EUR))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsOverdueWhileItsPaymentIsOnItsWayCountsAsOpenAndIsNotReminded() throws Exception {
        enter(ledger, "S1", OpenItem.Type.INVOICE, "2025-110", "30.00", LocalDate.of(2025, 1, 1));
        enter(ledger, "S2", OpenItem.Type.INVOICE, "2025-111", "40.00", LocalDate.of(2025, 1, 1));
        matching.work(job);
        pend("P1", "30.00", "factuur 2025-110");

        assertThat(invoice("S1").standing()).isEqualTo(Standing.ON_ITS_WAY);
        assertThat(matching.openSales(viewer, Set.of(EUR)))
                .isEqualTo(new OpenSales(2, 1, List.of(Money.of("70.00", "EUR"))));
    }

    @Test
    void givesSeveralDocumentsAsTheirPageShowsThem() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        sale("S3", "2026-116", "77.00");
        in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        pend("P1", "450.00", "factuur 2026-115");

        Map<DocumentId, InvoiceView> found = matching.invoices(viewer, ids("S3", "S2", "S9", "S1"));

        assertThat(found.keySet()).containsExactlyElementsOf(ids("S3", "S2", "S1"));
        assertThat(found.values()).containsExactly(invoice("S3"), invoice("S2"), invoice("S1"));
        assertThat(found.values())
                .extracting(InvoiceView::standing)
                .containsExactly(Standing.OPEN, Standing.ON_ITS_WAY, Standing.PAID);
        assertThat(matching.invoice(viewer, new DocumentId("S2"))).contains(invoice("S2"));
        assertThat(matching.invoice(STRANGER, new DocumentId("S2"))).isEmpty();
        assertThat(matching.invoices(viewer, List.of())).isEmpty();
    }

    @Test
    void answersFor500AtOnceAndRefusesMore() throws Exception {
        List<DocumentId> many = new ArrayList<>();
        List<TransactionId> lines = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(new DocumentId("S" + i));
            lines.add(new TransactionId(ACCOUNT, "T" + i));
        }
        sale("S7", "2026-114", "121.00");
        in("T7", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThat(matching.invoices(viewer, many)).hasSize(1);
        assertThat(matching.decisions(viewer, lines)).hasSize(1);
        assertThatThrownBy(() -> matching.invoices(viewer, Collections.nCopies(501, new DocumentId("S7"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("501 ids are too many at once; ask for at most 500");
        assertThatThrownBy(() -> matching.decisions(viewer, Collections.nCopies(501, lines.get(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyWhoMayLooks() {
        assertThatThrownBy(() -> matching.decisions(NOBODY, List.of())).hasMessageContaining("see decisions");
        assertThatThrownBy(() -> matching.givenBackBy(NOBODY, List.of())).hasMessageContaining("see decisions");
        assertThatThrownBy(() -> matching.counts(NOBODY)).hasMessageContaining("see decisions");
        assertThatThrownBy(() -> matching.invoices(NOBODY, List.of())).hasMessageContaining("see invoices");
    }

    // ---- pages do not wait

    @Test
    void aPageAnswersWhileARunWaitsForTheBooks() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        in("T1", "121.00", "factuur 2026-114");
        pend("P1", "450.00", "factuur 2026-115");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        matching.unbindLedger(ledger);
        matching.bindLedger(before("book", () -> {
            asked.countDown();
            await(answers);
        }));
        CompletableFuture<?> run = CompletableFuture.runAsync(() -> matching.work(job));
        await(asked);
        try {
            List<InvoiceView> page = soon(() -> matching.invoices(viewer, all()).items());
            List<InvoiceView> several = soon(
                    () -> List.copyOf(matching.invoices(viewer, ids("S1", "S2")).values()));

            assertThat(page).isEqualTo(several);
            assertThat(page).extracting(InvoiceView::standing).containsExactly(Standing.OPEN, Standing.ON_ITS_WAY);
        } finally {
            answers.countDown();
            run.get(10, TimeUnit.SECONDS);
        }
        assertThat(invoice("S1").standing()).isEqualTo(Standing.PAID);
    }

    @Test
    void aPageAnswersWhileAnotherNodeWrites() throws Exception {
        sale("S2", "2026-115", "450.00");
        matching.work(job);
        pend("P1", "450.00", "factuur 2026-115");
        assertThat(invoice("S2").standing()).isEqualTo(Standing.ON_ITS_WAY);
        Stage stage = store.store().stage("matching", StorePaymentMatching.SCHEMA);

        InvoiceView seen = stage.inTransaction(unit -> {
            CompanyRow.take(unit, company);
            return soon(() -> invoice("S2"));
        });

        assertThat(seen.standing()).isEqualTo(Standing.ON_ITS_WAY);
    }

    // ---- helpers

    private static InvoiceQuery all() {
        return new InvoiceQuery(OpenItem.Direction.SALES, Set.of(), null, null, 100);
    }

    private static List<DocumentId> ids(String... ids) {
        return List.of(ids).stream().map(DocumentId::new).toList();
    }

    private void pend(String id, String amount, String text) {
        journal.pend(ACCOUNT, line(id, amount, text, "PMNT-RCDT-ESCT", null));
    }
}
