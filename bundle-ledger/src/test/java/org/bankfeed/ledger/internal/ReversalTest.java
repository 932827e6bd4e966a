package org.bankfeed.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.ledger.internal.Scene.BOOKKEEPER;
import static org.bankfeed.ledger.internal.Scene.DAY;
import static org.bankfeed.ledger.internal.Scene.JOB;
import static org.bankfeed.ledger.internal.Scene.applied;
import static org.bankfeed.ledger.internal.Scene.back;
import static org.bankfeed.ledger.internal.Scene.eur;
import static org.bankfeed.ledger.internal.Scene.refusal;

import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.invoice.ReversalResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reversal leaves, and when there is none. */
class ReversalTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theRowsStayEachBesideTheOneThatReversesIt() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "100.00");
        scene.book("t1", "98.00", applied(invoice, "98.00", "2.00"));
        assertThat(scene.reverse("t1")).isInstanceOf(ReversalResult.Reversed.class);
        assertThat(scene.rows("SELECT DISTINCT status_id FROM payment", "status_id"))
                .containsExactly("PMNT_VOID");
        assertThat(scene.rows(
                        "SELECT CAST(COUNT(*) AS varchar(9)) AS n, CAST(SUM(amount_applied) AS varchar(30)) AS total"
                                + " FROM payment_application",
                        "n",
                        "total"))
                .containsExactly("4 0.0000");
        assertThat(scene.rows("SELECT reversed_by, reversal_reason FROM booking", "reversed_by", "reversal_reason"))
                .containsExactly("anna a mistake");
    }

    @Test
    void reversingANettedBookingReopensBothDocuments() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "121.00");
        DocumentId note = scene.enter(Direction.SALES, Type.CREDIT_NOTE, "CN-1", "21.00");
        scene.book("t1", "100.00", applied(invoice, "121.00"), applied(note, "21.00"));
        assertThat(scene.reverse("t1"))
                .isInstanceOfSatisfying(ReversalResult.Reversed.class, reversed -> assertThat(reversed.items())
                        .extracting(OpenItem::outstanding)
                        .containsExactlyInAnyOrder(eur("121.00"), eur("21.00")));
        assertThat(scene.ledger.settlements(JOB, note)).isEmpty();
    }

    @Test
    void aBookingThatALaterLineTookBackIsKeptAndTheLineNamed() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "39.00");
        scene.book("t1", "39.00", applied(invoice, "39.00"));
        scene.book("t2", "-10.00", back(invoice, "10.00", "t1"));
        scene.book("t3", "-29.00", back(invoice, "29.00", "t1"));
        assertThat(refusal(scene.reverse("t1"))).contains("booking t2#1, t3#1");
        scene.reverse("t2");
        assertThat(refusal(scene.reverse("t1"))).doesNotContain("t2").contains("t3#1");
        scene.reverse("t3");
        assertThat(scene.reverse("t1")).isInstanceOf(ReversalResult.Reversed.class);
        assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("39.00"));
    }

    @Test
    void aReturnIsNotUndoneOnceTheInvoiceWasPaidAgain() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "39.00");
        scene.book("t1", "39.00", applied(invoice, "39.00"));
        scene.book("t2", "-39.00", back(invoice, "39.00", "t1"));
        scene.book("t3", "39.00", applied(invoice, "39.00"));
        assertThat(refusal(scene.reverse("t2")))
                .contains("€0.00 is outstanding")
                .endsWith("undo the payment of 2 March 2026 (€39.00) first.");
        scene.reverse("t3");
        assertThat(scene.reverse("t2")).isInstanceOf(ReversalResult.Reversed.class);
        assertThat(scene.item(invoice).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void aReturnIsNotUndoneOnceTheInvoiceWasClosed() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "39.00");
        scene.book("t1", "39.00", applied(invoice, "39.00"));
        scene.book("t2", "-39.00", back(invoice, "39.00", "t1"));
        scene.ledger.close(BOOKKEEPER, invoice, DAY);
        assertThat(refusal(scene.reverse("t2"))).contains("closed on 2 March 2026");
    }

    @Test
    void reversalReopensAClosedDocumentByWhatTheBookingSettled() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "100.00");
        scene.book("t1", "40.00", applied(invoice, "40.00"));
        assertThat(scene.ledger.close(BOOKKEEPER, invoice, DAY).state()).isEqualTo(OpenItem.State.CLOSED);
        scene.reverse("t1");
        assertThat(scene.item(invoice).state()).isEqualTo(OpenItem.State.OPEN);
        assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("40.00"));
        scene.book("t2", "40.00", applied(invoice, "40.00"));
        assertThat(scene.item(invoice).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void undoingAReturnOnADocumentThatWasClosedBeforeLeavesItClosed() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "100.00");
        scene.book("t1", "40.00", applied(invoice, "40.00"));
        scene.ledger.close(BOOKKEEPER, invoice, DAY);
        scene.book("t2", "-40.00", back(invoice, "40.00", "t1"));
        assertThat(scene.item(invoice).state()).isEqualTo(OpenItem.State.OPEN);
        scene.reverse("t2");
        assertThat(scene.item(invoice).state()).isEqualTo(OpenItem.State.CLOSED);
    }

    @Test
    void theHistoryOfItsStatusIsKept() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "100.00");
        scene.book("t1", "40.00", applied(invoice, "40.00"));
        scene.book("t2", "60.00", applied(invoice, "60.00"));
        scene.reverse("t1");
        assertThat(scene.rows(
                        "SELECT status_id, change_by_user_login_id FROM invoice_status ORDER BY entry",
                        "status_id",
                        "change_by_user_login_id"))
                .containsExactly("INVOICE_READY anna", "INVOICE_PAID matching", "INVOICE_READY anna");
        assertThat(scene.rows("SELECT CAST(paid_date AS varchar(10)) AS paid FROM invoice", "paid"))
                .containsExactly("null");
    }

    @Test
    void saysInTheAuditWhereTheCounterEntryStandsAndKeepsItsDay() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "100.00");
        scene.book("t1", "100.00", applied(invoice, "100.00"));
        scene.ledger.closeUntil(BOOKKEEPER, DAY);

        scene.reverse("t1");

        assertThat(scene.rows("SELECT CAST(reversal_date AS varchar(10)) AS counter FROM booking", "counter"))
                .containsExactly(DAY.plusDays(1).toString());
        assertThat(scene.ledger.closedUntil(BOOKKEEPER)).contains(DAY);
        scene.ledger.closeUntil(BOOKKEEPER, null);
        assertThat(scene.ledger.closedUntil(BOOKKEEPER)).isEmpty();
    }

    @Test
    void nothingIsClosedByHandInAClosedPeriod() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "100.00");
        scene.ledger.closeUntil(BOOKKEEPER, DAY);

        assertThatThrownBy(() -> scene.ledger.close(BOOKKEEPER, invoice, DAY))
                .hasMessageContaining("The first open day is 3 March 2026");
        assertThat(scene.ledger.close(BOOKKEEPER, invoice, DAY.plusDays(1)).outstanding())
                .isEqualTo(eur("0.00"));
    }
}
