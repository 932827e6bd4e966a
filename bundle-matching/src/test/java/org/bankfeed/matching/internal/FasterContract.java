package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.Role;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.junit.jupiter.api.Test;

/** Of two people who decide one line, one was faster, and the other is told who; on whatever database and node. */
abstract class FasterContract extends MatchingFixture {

    private final Caller bo = new Caller(company, "bo", Set.of(Role.VIEWER, Role.BOOKKEEPER), Channel.WEB);

    @Test
    void theSecondIsToldWhoConfirmedAndWhen() throws Exception {
        TransactionId line = openLine();
        long seen = decision(line).version();
        matching.confirm(bookkeeper, line, seen, pays("S1", "121.00"));

        assertThat(late(() -> matching.confirm(bo, line, seen, pays("S2", "121.00"))))
                .hasMessage("This line was confirmed by an on 10 March 2026 at 13:00: look again.");
        assertThat(late(() -> matching.setAside(bo, line, seen))).hasMessageContaining("confirmed by an");
        assertThat(late(() -> matching.undo(bo, line, seen))).hasMessageContaining("confirmed by an");
        assertThat(decision(line).applications()).isEqualTo(pays("S1", "121.00"));
    }

    @Test
    void theSecondIsToldWhatElseHappened() throws Exception {
        TransactionId line = openLine();
        long seen = decision(line).version();
        Decision aside = matching.setAside(bookkeeper, line, seen);
        assertThat(late(() -> matching.confirm(bo, line, seen, pays("S1", "121.00"))))
                .hasMessageContaining("was set aside by an");

        matching.undo(bookkeeper, line, aside.version());
        assertThat(late(() -> matching.undo(bo, line, aside.version()))).hasMessageContaining("was opened again on");
    }

    @Test
    void whoSawItBeforeItWasBookedByItselfIsToldSo() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThat(late(() -> matching.setAside(bo, line, decision(line).version() - 1)))
                .hasMessage("This line was booked by itself on 10 March 2026 at 13:00: look again.");
    }

    @Test
    void ofTwoWhoConfirmAtOnceExactlyOneWins() throws Exception {
        StorePaymentMatching other = otherNode();
        for (int i = 1; i <= 10; i++) {
            sale("A" + i, "A-" + i, "121.00");
            sale("B" + i, "B-" + i, "121.00");
            TransactionId line = in("T" + i, "121.00", "zie mail");
            matching.work(job);
            long seen = decision(line).version();
            CyclicBarrier together = new CyclicBarrier(2);
            String document = Integer.toString(i);

            CompletableFuture<String> an =
                    outcome(together, () -> matching.confirm(bookkeeper, line, seen, pays("A" + document, "121.00")));
            CompletableFuture<String> also =
                    outcome(together, () -> other.confirm(bo, line, seen, pays("B" + document, "121.00")));

            List<String> outcomes =
                    new ArrayList<>(List.of(an.get(20, TimeUnit.SECONDS), also.get(20, TimeUnit.SECONDS)));
            assertThat(outcomes).containsOnlyOnce("won");
            assertThat(outcomes).anySatisfy(lost -> assertThat(lost).contains("CHANGED_MEANWHILE", "confirmed by"));
            assertThat(decision(line).attempt()).isEqualTo(1);
            assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
            assertThat(ledger.standing()).isEqualTo(i);
        }
        store.checkAuditLog(company);
    }

    @Test
    void takesNothingBackThatAnotherNodeJustMoved() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        long seen = decision(line).version();
        StorePaymentMatching other = otherNode();
        matching.unbindLedger(ledger);
        matching.bindLedger(before("booking", () -> {
            try {
                other.confirm(bo, line, seen, pays("S2", "121.00"));
            } catch (MatchingException e) {
                assertThat(e.reason()).isEqualTo(Reason.CHANGED_MEANWHILE); // asked again by the first one
            }
        }));

        assertThat(late(() -> matching.setAside(bookkeeper, line, seen))).hasMessageContaining("confirmed by bo");
        assertThat(decision(line).state()).isEqualTo(State.CONFIRMED);
        assertThat(decision(line).applications()).isEqualTo(pays("S2", "121.00"));
        assertThat(ledger.standing()).isEqualTo(1);
    }

    // ---- helpers

    /** An act of a person. */
    @FunctionalInterface
    private interface Act {
        Decision done() throws MatchingException;
    }

    private TransactionId openLine() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId line = in("T1", "121.00", "zie mail");
        matching.work(job);
        return line;
    }

    private static MatchingException late(Act act) {
        MatchingException late = catchThrowableOfType(MatchingException.class, act::done);
        assertThat(late.reason()).isEqualTo(Reason.CHANGED_MEANWHILE);
        return late;
    }

    private static CompletableFuture<String> outcome(CyclicBarrier together, Act act) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                together.await(10, TimeUnit.SECONDS);
                act.done();
                return "won";
            } catch (MatchingException e) {
                return e.reason() + " " + e.getMessage();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
