package org.bankfeed.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.ledger.internal.Scene.BOOKKEEPER;
import static org.bankfeed.ledger.internal.Scene.DAY;
import static org.bankfeed.ledger.internal.Scene.ISSUED;
import static org.bankfeed.ledger.internal.Scene.JOB;
import static org.bankfeed.ledger.internal.Scene.PARTY;
import static org.bankfeed.ledger.internal.Scene.applied;
import static org.bankfeed.ledger.internal.Scene.eur;

import java.util.List;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the ledger tells of payments that did not come by a bank line. */
class HostPaymentsTest {

    private static final String REFERENCE = "+++010/8068/17183+++";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aClosedInvoiceIsAPaymentWithPartyDocumentAndReference() throws Exception {
        DocumentId id = invoice("2026-1", "50.00", "50.00");
        scene.ledger.close(BOOKKEEPER, id, DAY);
        assertThat(payments())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new HostPayment("", eur("50.00"), DAY, "P1", null, REFERENCE, List.of(id)));
    }

    @Test
    void aClosedPurchaseInvoiceIsMoneyOut() throws Exception {
        DocumentId id = scene.enter(Direction.PURCHASE, Type.INVOICE, "F-1", "50.00");
        scene.ledger.close(BOOKKEEPER, id, DAY);
        assertThat(payments()).singleElement().satisfies(payment -> {
            assertThat(payment.amount()).isEqualTo(eur("-50.00"));
            assertThat(payment.party()).isEqualTo("P1");
            assertThat(payment.reference()).isNull();
        });
    }

    @Test
    void whatWasSettledBeforeTheEntryIsListedOnTheIssueDate() throws Exception {
        DocumentId id = invoice("2026-1", "50.00", "20.00");
        assertThat(scene.ledger.payments(JOB, ISSUED, ISSUED)).singleElement().satisfies(payment -> {
            assertThat(payment.amount()).isEqualTo(eur("30.00"));
            assertThat(payment.documents()).containsExactly(id);
        });
    }

    @Test
    void bothDaysAreIncludedAndOthersNot() throws Exception {
        scene.ledger.close(BOOKKEEPER, scene.sale("2026-1", "50.00"), DAY);
        assertThat(scene.ledger.payments(JOB, DAY, DAY)).hasSize(1);
        assertThat(scene.ledger.payments(JOB, DAY.plusDays(1), DAY.plusDays(9))).isEmpty();
        assertThat(scene.ledger.payments(JOB, DAY.minusDays(9), DAY.minusDays(1)))
                .isEmpty();
    }

    @Test
    void bookingsOfOursAreNotListed() throws Exception {
        DocumentId id = scene.sale("2026-1", "50.00");
        scene.book("t1", "48.00", applied(id, "48.00", "2.00"));
        assertThat(payments()).isEmpty();
    }

    @Test
    void aPaymentByHandSettlesAndIsKnown() throws Exception {
        DocumentId one = scene.sale("2026-1", "50.00");
        DocumentId two = scene.sale("2026-2", "60.00");
        AccountReference account = AccountReference.iban("DE89370400440532013000");
        HostPayment entered = new HostPayment("x", eur("80.00"), DAY, "P1", account, "E2E-1", List.of(one, two));
        String id = scene.ledger.enterPayment(BOOKKEEPER, entered);
        assertThat(payments())
                .containsExactly(new HostPayment(id, eur("80.00"), DAY, "P1", account, "E2E-1", List.of(one, two)));
        assertThat(scene.item(one).state()).isEqualTo(OpenItem.State.PAID);
        assertThat(scene.item(two).outstanding()).isEqualTo(eur("30.00"));
    }

    @Test
    void aPaymentByHandNeedsNoDocument() throws Exception {
        String id = scene.ledger.enterPayment(
                BOOKKEEPER, new HostPayment("x", eur("-80.00"), DAY, null, null, null, List.of()));
        assertThat(payments()).containsExactly(new HostPayment(id, eur("-80.00"), DAY, null, null, null, List.of()));
    }

    @Test
    void aPaymentByHandOfTheWrongWayOrCurrencyIsRefused() throws Exception {
        DocumentId id = scene.sale("2026-1", "50.00");
        for (Money amount : List.of(eur("-50.00"), Money.of("50", "USD"), eur("0"))) {
            HostPayment payment = new HostPayment("x", amount, DAY, null, null, null, List.of(id));
            assertThatThrownBy(() -> scene.ledger.enterPayment(BOOKKEEPER, payment))
                    .isInstanceOf(Refused.class);
        }
        assertThat(payments()).isEmpty();
    }

    @Test
    void anAnnouncedPaymentIsUnderWayUntilItsDocumentsAreSettled() throws Exception {
        DocumentId one = scene.sale("2026-1", "50.00");
        DocumentId two = scene.sale("2026-2", "60.00");
        AnnouncedPayment payment = new AnnouncedPayment("A1", "E2E-1", eur("110.00"), DAY, List.of(one, two), "FILE-7");
        scene.ledger.announcePayment(BOOKKEEPER, payment);
        scene.ledger.announcePayment(BOOKKEEPER, payment);
        assertThat(scene.ledger.announced(JOB)).containsExactly(payment);
        scene.book("t1", "50.00", applied(one, "50.00"));
        assertThat(scene.ledger.announced(JOB)).containsExactly(payment);
        scene.book("t2", "60.00", applied(two, "60.00"));
        assertThat(scene.ledger.announced(JOB)).isEmpty();
        scene.reverse("t2");
        assertThat(scene.ledger.announced(JOB)).containsExactly(payment);
        assertThat(scene.ledger.withdrawPayment(BOOKKEEPER, "A1")).isTrue();
        assertThat(scene.ledger.withdrawPayment(BOOKKEEPER, "A1")).isFalse();
        assertThat(scene.ledger.announced(JOB)).isEmpty();
    }

    @Test
    void anAnnouncedPaymentOfAnUnknownDocumentIsRefused() {
        AnnouncedPayment payment =
                new AnnouncedPayment("A1", null, eur("1.00"), DAY, List.of(new DocumentId("no-such")));
        assertThatThrownBy(() -> scene.ledger.announcePayment(BOOKKEEPER, payment))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no-such");
    }

    @Test
    void aJobReadsButDoesNotEnter() throws Exception {
        HostPayment payment = new HostPayment("x", eur("1.00"), DAY, null, null, null, List.of());
        assertThatThrownBy(() -> scene.ledger.enterPayment(JOB, payment)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> scene.ledger.withdrawPayment(JOB, "A1")).isInstanceOf(AccessDeniedException.class);
        assertThat(payments()).isEmpty();
    }

    private List<HostPayment> payments() throws Exception {
        return scene.ledger.payments(JOB, DAY.minusDays(5), DAY.plusDays(5));
    }

    private DocumentId invoice(String number, String total, String outstanding) throws Exception {
        NewDocument document = new NewDocument(
                new DocumentId(number),
                Direction.SALES,
                Type.INVOICE,
                number,
                PARTY,
                eur(total),
                eur(outstanding),
                ISSUED,
                ISSUED.plusDays(30),
                REFERENCE,
                null);
        return scene.ledger.add(BOOKKEEPER, document).id();
    }
}
