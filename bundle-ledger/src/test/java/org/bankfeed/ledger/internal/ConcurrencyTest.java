package org.bankfeed.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.ledger.internal.Scene.JOB;
import static org.bankfeed.ledger.internal.Scene.applied;
import static org.bankfeed.ledger.internal.Scene.back;
import static org.bankfeed.ledger.internal.Scene.eur;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bankfeed.invoice.BookingResult;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.LedgerPage;
import org.bankfeed.invoice.LedgerPosition;
import org.bankfeed.invoice.ReversalResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acts at the same moment, many times over. */
class ConcurrencyTest {

    private static final int ROUNDS = 25;

    private final Scene scene = new Scene();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void close() {
        threads.shutdownNow();
        scene.close();
    }

    @Test
    void ofTwoBookingsOfAWholeInvoiceOneIsRefused() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DocumentId invoice = scene.sale("2026-" + round, "50.00");
            String one = "a" + round;
            String two = "b" + round;
            List<BookingResult> results = atOnce(
                    () -> scene.book(one, "50.00", applied(invoice, "50.00")),
                    () -> scene.book(two, "50.00", applied(invoice, "50.00")));
            assertThat(results)
                    .filteredOn(BookingResult.Booked.class::isInstance)
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(BookingResult.Refused.class::isInstance)
                    .hasSize(1);
            assertThat(scene.ledger.settlements(JOB, invoice)).hasSize(1);
        }
    }

    @Test
    void bookingsOverTheSameDocumentsInOppositeOrderBothSucceed() throws Exception {
        DocumentId one = scene.sale("2026-1", "1000.00");
        DocumentId two = scene.sale("2026-2", "1000.00");
        for (int round = 0; round < ROUNDS; round++) {
            String first = "a" + round;
            String second = "b" + round;
            List<BookingResult> results = atOnce(
                    () -> scene.book(first, "2.00", applied(one, "1.00"), applied(two, "1.00")),
                    () -> scene.book(second, "2.00", applied(two, "1.00"), applied(one, "1.00")));
            assertThat(results).allMatch(BookingResult.Booked.class::isInstance);
        }
        assertThat(scene.item(one).outstanding()).isEqualTo(eur("950.00"));
        assertThat(scene.item(two).outstanding()).isEqualTo(eur("950.00"));
    }

    @Test
    void theSameKeyFromTwoSidesIsBookedOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DocumentId invoice = scene.sale("2026-" + round, "50.00");
            String key = "t" + round;
            Callable<BookingResult> booking = () -> scene.book(key, "20.00", applied(invoice, "20.00"));
            assertThat(atOnce(booking, booking)).allMatch(BookingResult.Booked.class::isInstance);
            assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("30.00"));
        }
    }

    @Test
    void theSameKeyForTwoDocumentsIsBookedForOne() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DocumentId one = scene.sale("a-" + round, "50.00");
            DocumentId two = scene.sale("b-" + round, "50.00");
            String key = "t" + round;
            List<BookingResult> results = atOnce(
                    () -> scene.book(key, "50.00", applied(one, "50.00")),
                    () -> scene.book(key, "50.00", applied(two, "50.00")));
            assertThat(results)
                    .filteredOn(BookingResult.Booked.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void aReversalAndAReturnOfTheSameBookingDoNotBothHappen() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DocumentId invoice = scene.sale("2026-" + round, "50.00");
            String paid = "a" + round;
            String returned = "b" + round;
            scene.book(paid, "50.00", applied(invoice, "50.00"));
            List<Object> results = atOnce(
                    () -> scene.reverse(paid), () -> scene.book(returned, "-50.00", back(invoice, "50.00", paid)));
            boolean reversed = results.get(0) instanceof ReversalResult.Reversed;
            boolean takenBack = results.get(1) instanceof BookingResult.Booked;
            assertThat(reversed).isNotEqualTo(takenBack);
            assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("50.00"));
        }
    }

    @Test
    void oneOfTwoEntriesOfTheSameIdIsRefused() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String number = "2026-" + round;
            Callable<Boolean> entry = () -> {
                try {
                    scene.sale(number, "50.00");
                    return true;
                } catch (InvoiceEntry.Refused e) {
                    return false;
                }
            };
            assertThat(atOnce(entry, entry)).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void aReaderWhoFollowsTheChangesMissesNone() throws Exception {
        List<DocumentId> invoices = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            invoices.add(scene.sale("2026-" + i, "1000.00"));
        }
        List<Future<Integer>> writers = new ArrayList<>();
        for (DocumentId invoice : invoices) {
            writers.add(threads.submit(() -> {
                for (int i = 0; i < ROUNDS; i++) {
                    scene.book(invoice.value() + "/" + i, "1.00", applied(invoice, "1.00"));
                }
                return ROUNDS;
            }));
        }
        List<String> seen = new ArrayList<>();
        LedgerPosition at = LedgerPosition.START;
        boolean done = false;
        while (!done) {
            done = writers.stream().allMatch(Future::isDone);
            LedgerPage page = scene.ledger.changes(JOB, at, 2);
            page.items()
                    .forEach(item ->
                            seen.add(item.id() + " " + item.outstanding().decimal()));
            at = page.next();
            done = done && !page.more() && page.items().isEmpty();
        }
        for (Future<Integer> writer : writers) {
            assertThat(writer.get()).isEqualTo(ROUNDS);
        }
        assertThat(seen).contains("2026-0 975.00", "2026-1 975.00", "2026-2 975.00", "2026-3 975.00");
    }

    @SafeVarargs
    private <T> List<T> atOnce(Callable<? extends T>... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<? extends T> act : acts) {
            futures.add(threads.submit(() -> {
                start.await();
                return act.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
