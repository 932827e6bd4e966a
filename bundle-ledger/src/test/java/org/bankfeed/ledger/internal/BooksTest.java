package org.bankfeed.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.ledger.internal.Scene.BOOKKEEPER;
import static org.bankfeed.ledger.internal.Scene.JOB;
import static org.bankfeed.ledger.internal.Scene.applied;
import static org.bankfeed.ledger.internal.Scene.booking;
import static org.bankfeed.ledger.internal.Scene.eur;
import static org.bankfeed.ledger.internal.Scene.key;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.BookingResult;
import org.bankfeed.invoice.BookingState;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.LedgerPage;
import org.bankfeed.invoice.LedgerPosition;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.invoice.ReversalResult;
import org.bankfeed.store.testing.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lasts, what is kept apart, and how changes are paged. */
class BooksTest {

    @Test
    void everythingSurvivesARestart(@TempDir Path folder) throws Exception {
        String ledgerId;
        OpenItem before;
        LedgerPosition read;
        try (Scene scene = new Scene(TestStore.h2(folder))) {
            DocumentId invoice = scene.sale("2026-1", "50.00");
            scene.book("t1", "20.00", applied(invoice, "20.00"));
            scene.book("t2", "10.00", applied(invoice, "10.00"));
            scene.reverse("t2");
            ledgerId = scene.ledger.id();
            before = scene.item(invoice);
            read = scene.ledger.changes(JOB, LedgerPosition.START, 100).next();
        }
        try (Scene scene = new Scene(TestStore.h2(folder))) {
            assertThat(scene.ledger.id()).isEqualTo(ledgerId);
            assertThat(scene.item(before.id())).isEqualTo(before);
            assertThat(scene.ledger.booking(JOB, key("t1"))).isEqualTo(BookingState.BOOKED);
            assertThat(scene.ledger.booking(JOB, key("t2"))).isEqualTo(BookingState.REVERSED);
            assertThat(scene.ledger.changes(JOB, read, 100).items()).isEmpty();
            assertThat(scene.book("t1", "20.00", applied(before.id(), "20.00")))
                    .isInstanceOf(BookingResult.Booked.class);
            assertThat(scene.item(before.id())).isEqualTo(before);
            assertThat(scene.reverse("t1")).isInstanceOf(ReversalResult.Reversed.class);
            scene.checkAuditLog();
        }
    }

    @Test
    void twoLedgersHaveTwoNames() {
        try (Scene one = new Scene();
                Scene two = new Scene()) {
            assertThat(one.ledger.id()).hasSize(36).isNotEqualTo(two.ledger.id());
        }
    }

    @Test
    void aCompanySeesItsOwnBooksOnly() throws Exception {
        CompanyId other = new CompanyId("Other");
        Caller stranger = new Caller(other, "otto", Set.of(Role.BOOKKEEPER, Role.VIEWER, Role.JOB), Channel.WEB);
        try (Scene scene = new Scene()) {
            DocumentId invoice = scene.sale("2026-1", "50.00");
            scene.book("t1", "20.00", applied(invoice, "20.00"));
            scene.ledger.close(BOOKKEEPER, invoice, Scene.DAY);
            assertThat(scene.ledger.item(stranger, invoice)).isEmpty();
            assertThat(scene.ledger.settlements(stranger, invoice)).isEmpty();
            assertThat(scene.ledger.changes(stranger, LedgerPosition.START, 10).items())
                    .isEmpty();
            assertThat(scene.ledger.payments(stranger, Scene.ISSUED, Scene.DAY)).isEmpty();
            assertThat(scene.ledger.booking(stranger, key("t1"))).isEqualTo(BookingState.UNKNOWN);
            assertThat(scene.ledger.reverse(stranger, key("t1"), "x")).isInstanceOf(ReversalResult.Refused.class);
            assertThat(scene.ledger.book(stranger, booking("t9", 1, "1.00", applied(invoice, "1.00"))))
                    .isInstanceOf(BookingResult.Refused.class);
            assertThatThrownBy(() -> scene.ledger.close(stranger, invoice, Scene.DAY))
                    .hasMessageContaining("books of Other");
        }
    }

    @Test
    void companiesMayUseTheSameIdsAndKeys() throws Exception {
        Caller other =
                new Caller(new CompanyId("Other"), "otto", Set.of(Role.BOOKKEEPER, Role.VIEWER, Role.JOB), Channel.WEB);
        try (Scene scene = new Scene()) {
            DocumentId invoice = scene.sale("2026-1", "50.00");
            scene.ledger.add(
                    other, Scene.document(Direction.SALES, Type.INVOICE, "2026-1", eur("70.00"), eur("70.00")));
            scene.book("t1", "50.00", applied(invoice, "50.00"));
            assertThat(scene.ledger.book(other, booking("t1", 1, "60.00", applied(invoice, "60.00"))))
                    .isInstanceOf(BookingResult.Booked.class);
            scene.reverse("t1");
            assertThat(scene.ledger.item(other, invoice).orElseThrow().outstanding())
                    .isEqualTo(eur("10.00"));
            assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("50.00"));
        }
    }

    @Test
    void changesComeInOrderOfTheLastChangeInPagesOfAnySize() throws Exception {
        try (Scene scene = new Scene()) {
            List<DocumentId> ids = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                ids.add(scene.sale("2026-" + i, "50.00"));
            }
            scene.book("t1", "20.00", applied(ids.get(1), "10.00"), applied(ids.get(0), "10.00"));
            for (int limit : new int[] {1, 2, 3, 1000}) {
                assertThat(readAll(scene, limit))
                        .as("pages of %d", limit)
                        .containsExactly(
                                ids.get(2), ids.get(3), ids.get(4), ids.get(5), ids.get(6), ids.get(1), ids.get(0));
            }
        }
    }

    @Test
    void aPageOfNothingKeepsThePosition() throws Exception {
        try (Scene scene = new Scene()) {
            LedgerPage page = scene.ledger.changes(JOB, LedgerPosition.START, 10);
            assertThat(page).isEqualTo(new LedgerPage(List.of(), LedgerPosition.START, false));
        }
    }

    @Test
    void aForeignPositionOrAnImpossiblePageIsAnError() {
        try (Scene scene = new Scene()) {
            assertThatThrownBy(() -> scene.ledger.changes(JOB, new LedgerPosition("elsewhere"), 10))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("elsewhere");
            assertThatThrownBy(() -> scene.ledger.changes(JOB, LedgerPosition.START, 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> scene.ledger.changes(JOB, LedgerPosition.START, 1001))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<DocumentId> readAll(Scene scene, int limit) throws Exception {
        List<DocumentId> read = new ArrayList<>();
        LedgerPosition at = LedgerPosition.START;
        LedgerPage page;
        do {
            page = scene.ledger.changes(JOB, at, limit);
            page.items().forEach(item -> read.add(item.id()));
            at = page.next();
        } while (page.more());
        return read;
    }
}
