package org.bankfeed.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.ledger.internal.Scene.BOOKKEEPER;
import static org.bankfeed.ledger.internal.Scene.DAY;
import static org.bankfeed.ledger.internal.Scene.ISSUED;
import static org.bankfeed.ledger.internal.Scene.JOB;
import static org.bankfeed.ledger.internal.Scene.PARTY;
import static org.bankfeed.ledger.internal.Scene.applied;
import static org.bankfeed.ledger.internal.Scene.back;
import static org.bankfeed.ledger.internal.Scene.eur;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.invoice.Party;
import org.bankfeed.invoice.Retention;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.invoice.InvoiceType;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entering, withdrawing and closing documents. */
class DocumentEntryTest {

    private static final LocalDate DUE = ISSUED.plusDays(30);

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aDocumentIsReadBackAsItWasEntered() throws Exception {
        Party party = new Party(
                "P7",
                "Zoë & Fils",
                Party.Kind.CONSUMER,
                List.of(AccountReference.iban("BE68539007547034"), AccountReference.of("masked-card-12")));
        NewDocument document = new NewDocument(
                new DocumentId("INV/1"),
                Direction.SALES,
                Type.INVOICE,
                "2026-1",
                party,
                eur("121.00"),
                eur("121.00"),
                ISSUED,
                DUE,
                "+++010/8068/17183+++",
                new Discount(eur("2.00"), ISSUED.plusDays(8)),
                List.of(
                        new Retention(Retention.Kind.TAX_DEBT, eur("15.00"), null),
                        new Retention(Retention.Kind.GUARANTEE, eur("5.00"), ISSUED.plusYears(1)),
                        new Retention(Retention.Kind.GUARANTEE, eur("5.00"), ISSUED.plusYears(2))));
        OpenItem expected = new OpenItem(
                new DocumentId("INV/1"),
                Direction.SALES,
                Type.INVOICE,
                OpenItem.State.OPEN,
                "2026-1",
                party,
                eur("121.00"),
                eur("121.00"),
                ISSUED,
                DUE,
                "+++010/8068/17183+++",
                new Discount(eur("2.00"), ISSUED.plusDays(8)),
                List.of(
                        new Retention(Retention.Kind.TAX_DEBT, eur("15.00"), null),
                        new Retention(Retention.Kind.GUARANTEE, eur("5.00"), ISSUED.plusYears(1)),
                        new Retention(Retention.Kind.GUARANTEE, eur("5.00"), ISSUED.plusYears(2))));
        assertThat(scene.ledger.add(BOOKKEEPER, document)).isEqualTo(expected);
        assertThat(scene.item(expected.id())).isEqualTo(expected);
        assertThat(scene.rows(
                        "SELECT invoice_item_seq_id, invoice_item_type_id FROM invoice_item",
                        "invoice_item_seq_id",
                        "invoice_item_type_id"))
                .containsExactly("00001 INV_FPROD_ITEM");
    }

    @ParameterizedTest
    @EnumSource(InvoiceType.class)
    void theOrganisationSendsWhatItSellsAndReceivesWhatItBuys(InvoiceType type) throws Exception {
        DocumentId id = scene.enter(type.direction(), type.type(), "X-1", "10.00");
        assertThat(scene.item(id))
                .extracting(OpenItem::direction, OpenItem::type, OpenItem::party)
                .containsExactly(type.direction(), type.type(), PARTY);
        String parties = type.settledBy() == Flow.IN ? "Company P1" : "P1 Company";
        assertThat(scene.rows(
                        "SELECT invoice_type_id, party_id_from, party_id FROM invoice",
                        "invoice_type_id",
                        "party_id_from",
                        "party_id"))
                .containsExactly(type + " " + parties);
    }

    @Test
    void moreThanTheTotalOrAPartOfAnotherCurrencyOrBeforeTheIssueDateIsNotHeldBack() {
        for (List<Retention> wrong : List.of(
                List.of(held("3.00", DUE), held("2.01", DUE)),
                List.of(new Retention(Retention.Kind.GUARANTEE, Money.of("1", "USD"), null)),
                List.of(held("1.00", ISSUED.minusDays(1))),
                List.of(held("1.00", LocalDate.of(2999, 1, 1))))) {
            NewDocument document = Scene.heldBack(document(null, "1", PARTY, ISSUED, DUE, null, null), wrong);
            assertThatThrownBy(() -> scene.ledger.add(BOOKKEEPER, document))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("held back");
        }
    }

    private static Retention held(String amount, LocalDate due) {
        return new Retention(Retention.Kind.GUARANTEE, eur(amount), due);
    }

    @Test
    void aCustomerOfTheCompanysOwnNameIsNoTrouble() throws Exception {
        Party namesake = new Party("Company", "Company & Co", Party.Kind.BUSINESS, List.of());
        OpenItem item = scene.ledger.add(BOOKKEEPER, with("2026-1", namesake));
        assertThat(item.party()).isEqualTo(namesake);
    }

    @Test
    void currenciesKeepTheirOwnDecimals() throws Exception {
        for (Money total : List.of(Money.of("5000", "JPY"), Money.of("1.234", "KWD"), Money.of("0.01", "USD"))) {
            String number = total.currency().getCurrencyCode();
            scene.ledger.add(BOOKKEEPER, Scene.document(Direction.SALES, Type.INVOICE, number, total, total));
            assertThat(scene.item(new DocumentId(number)).total()).isEqualTo(total);
        }
    }

    @Test
    void anIdIsMadeWhereNoneIsGivenAndAvoidsOneThatStands() throws Exception {
        DocumentId first = scene.ledger.add(BOOKKEEPER, withId(null)).id();
        scene.ledger.add(BOOKKEEPER, withId(new DocumentId("D5")));
        DocumentId third = scene.ledger.add(BOOKKEEPER, withId(null)).id();
        assertThat(List.of(first.value(), third.value())).containsExactly("D1", "D5-2");
    }

    @Test
    void anIdThatStandsIsRefused() throws Exception {
        scene.sale("2026-1", "50.00");
        assertThatThrownBy(() -> scene.sale("2026-1", "60.00"))
                .isInstanceOf(Refused.class)
                .hasMessage("There is a document 2026-1 already.");
        assertThat(scene.item(new DocumentId("2026-1")).total()).isEqualTo(eur("50.00"));
    }

    @Test
    void accountsOfAKnownPartyAreAddedAndItsNameStays() throws Exception {
        AccountReference one = AccountReference.iban("BE68539007547034");
        AccountReference two = AccountReference.iban("DE89370400440532013000");
        scene.ledger.add(BOOKKEEPER, with("1", new Party("P9", "First", Party.Kind.BUSINESS, List.of(one))));
        scene.ledger.add(BOOKKEEPER, with("2", new Party("P9", "Second", Party.Kind.UNKNOWN, List.of(two, one, two))));
        assertThat(scene.item(new DocumentId("1")).party())
                .isEqualTo(new Party("P9", "First", Party.Kind.BUSINESS, List.of(one, two)));
    }

    @Test
    void whatWasSettledBeforeIsAPaymentOfUnknownOriginOnTheIssueDate() throws Exception {
        DocumentId id = scene.ledger
                .add(BOOKKEEPER, Scene.document(Direction.SALES, Type.INVOICE, "1", eur("100.00"), eur("60.00")))
                .id();
        assertThat(scene.item(id).state()).isEqualTo(OpenItem.State.OPEN);
        assertThat(scene.item(id).outstanding()).isEqualTo(eur("60.00"));
        assertThat(scene.ledger.settlements(JOB, id))
                .containsExactly(new Settlement(null, ISSUED, eur("40.00"), eur("0")));
        scene.book("t1", "60.00", applied(id, "60.00"));
        assertThat(scene.item(id).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void aDocumentWithNothingOutstandingIsClosed() throws Exception {
        OpenItem item = scene.ledger.add(
                BOOKKEEPER, Scene.document(Direction.SALES, Type.INVOICE, "1", eur("100.00"), eur("0")));
        assertThat(item.state()).isEqualTo(OpenItem.State.CLOSED);
    }

    @Test
    void impossibleAmountsAreRefused() {
        refused("a total is more than zero", amounts("0.00", "0.00"));
        refused("a total is more than zero", amounts("-5.00", "-5.00"));
        refused("between zero and the total", amounts("5.00", "6.00"));
        refused("between zero and the total", amounts("5.00", "-1.00"));
        refused("larger than the books", amounts("1000000000000000.00", "1.00"));
        refused(
                "outstanding amount is in USD",
                Scene.document(Direction.SALES, Type.INVOICE, "1", eur("5.00"), Money.of("5", "USD")));
    }

    @Test
    void impossibleDatesAreRefused() {
        refused("before its issue date", dates(ISSUED, ISSUED.minusDays(1)));
        refused("issue date 1 February 26", dates(LocalDate.of(26, 2, 1), DUE));
        refused("due date 1 February 20261", dates(ISSUED, LocalDate.of(20261, 2, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++010/8068/17184+++",
                "***010/8068/17184***",
                "RF19 5390 0754 7034",
                "+++12+++",
                "010/8068/17184"
            })
    void aReferenceWhoseCheckDigitsFailIsRefused(String reference) {
        refused("check digits do not fit", reference(reference));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++010/8068/17183+++",
                "010806817183",
                "RF18 5390 0754 7034",
                "5000 0567 8901 2345",
                "2024000103-",
                "+71<000020240001238+12345678<",
                "HR01 2024-1232",
                "your order 4711",
                "RFQ-2026-1"
            })
    void aGoodReferenceOrAnyOtherTextIsKeptAsItIs(String reference) throws Exception {
        assertThat(scene.ledger.add(BOOKKEEPER, reference(reference)).paymentReference())
                .isEqualTo(reference);
    }

    @Test
    void blanksAroundAReferenceAreNotKept() throws Exception {
        assertThat(scene.ledger.add(BOOKKEEPER, reference(" 602243\n")).paymentReference())
                .isEqualTo("602243");
    }

    @Test
    void impossibleDiscountsAreRefused() {
        refused("less than the total", discount(new Discount(eur("5.00"), DUE)));
        refused("more than zero", discount(new Discount(eur("0.00"), DUE)));
        refused("its discount in USD", discount(new Discount(Money.of("1", "USD"), DUE)));
        refused("before its issue date", discount(new Discount(eur("1.00"), ISSUED.minusDays(1))));
    }

    @Test
    void wordsThatAreMissingOrTooLongAreRefused() {
        refused("number has 1 to 60", with("n".repeat(61), PARTY));
        refused("party’s id has 1 to 60", with("1", new Party(" ", "x", Party.Kind.UNKNOWN, List.of())));
        refused("party’s name has 1 to 255", with("1", new Party("x", "", Party.Kind.UNKNOWN, List.of())));
        refused("payment reference has 1 to 140", reference("x".repeat(141)));
    }

    @Test
    void aRefusedDocumentLeavesNothing() throws Exception {
        scene.recording.failOn("INSERT INTO invoice_item");
        assertThatThrownBy(() -> scene.sale("2026-1", "5.00")).hasMessageContaining("does not answer");
        scene.recording.failOn(null);
        assertThat(scene.ledger.item(JOB, new DocumentId("2026-1"))).isEmpty();
        assertThat(scene.recording.audited()).isEmpty();
    }

    @Test
    void aWithdrawnDocumentOwesNothing() throws Exception {
        DocumentId id = scene.sale("2026-1", "50.00");
        OpenItem item = scene.ledger.cancel(BOOKKEEPER, id, "wrong customer");
        assertThat(item.state()).isEqualTo(OpenItem.State.CANCELLED);
        assertThat(item.outstanding()).isEqualTo(eur("0"));
        assertThat(scene.ledger.cancel(BOOKKEEPER, id, "again")).isEqualTo(item);
        assertThat(scene.recording.audited()).containsExactly("add 2026-1 by anna", "cancel 2026-1 by anna");
        assertThat(scene.rows("SELECT reason FROM invoice_status WHERE status_id = 'INVOICE_CANCELLED'", "reason"))
                .containsExactly("wrong customer");
    }

    @Test
    void whatWasPaidCannotBeWithdrawnUntilTheBookingIsUndone() throws Exception {
        DocumentId id = scene.sale("2026-1", "50.00");
        scene.book("t1", "20.00", applied(id, "20.00"));
        assertThatThrownBy(() -> scene.ledger.cancel(BOOKKEEPER, id, "no"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("something was paid on it, €30.00 of €50.00 is outstanding");
        scene.book("t2", "-20.00", back(id, "20.00", "t1"));
        assertThatThrownBy(() -> scene.ledger.cancel(BOOKKEEPER, id, "no")).isInstanceOf(Refused.class);
        scene.reverse("t2");
        scene.reverse("t1");
        assertThat(scene.ledger.cancel(BOOKKEEPER, id, "now").state()).isEqualTo(OpenItem.State.CANCELLED);
    }

    @Test
    void closingSettlesTheRestByAPaymentOfUnknownOrigin() throws Exception {
        DocumentId id = scene.sale("2026-1", "50.00");
        scene.book("t1", "20.00", applied(id, "20.00"));
        OpenItem item = scene.ledger.close(BOOKKEEPER, id, DAY.plusDays(1));
        assertThat(item.state()).isEqualTo(OpenItem.State.CLOSED);
        assertThat(scene.ledger.settlements(JOB, id))
                .containsExactly(
                        new Settlement(Scene.key("t1"), DAY, eur("20.00"), eur("0")),
                        new Settlement(null, DAY.plusDays(1), eur("30.00"), eur("0")));
    }

    @Test
    void whatIsSettledAlreadyStaysAsItIs() throws Exception {
        DocumentId id = scene.sale("2026-1", "50.00");
        scene.book("t1", "50.00", applied(id, "50.00"));
        assertThat(scene.ledger.close(BOOKKEEPER, id, DAY).state()).isEqualTo(OpenItem.State.PAID);
        assertThat(scene.recording.audited()).noneMatch(entry -> entry.startsWith("close"));
    }

    @Test
    void aWithdrawnOrUnknownDocumentCannotBeClosedNorAnUnknownOneWithdrawn() throws Exception {
        DocumentId id = scene.sale("2026-1", "50.00");
        scene.ledger.cancel(BOOKKEEPER, id, "wrong");
        DocumentId unknown = new DocumentId("no-such");
        assertThatThrownBy(() -> scene.ledger.close(BOOKKEEPER, id, DAY)).hasMessageContaining("was withdrawn");
        assertThatThrownBy(() -> scene.ledger.close(BOOKKEEPER, unknown, DAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no-such");
        assertThatThrownBy(() -> scene.ledger.cancel(BOOKKEEPER, unknown, "x")).isInstanceOf(Refused.class);
    }

    @Test
    void onlyABookkeeperEnters() throws Exception {
        DocumentId id = scene.sale("2026-1", "50.00");
        assertThatThrownBy(() -> scene.ledger.add(JOB, withId(null))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> scene.ledger.cancel(JOB, id, "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> scene.ledger.close(JOB, id, DAY)).isInstanceOf(AccessDeniedException.class);
        assertThatCode(() -> scene.ledger.close(BOOKKEEPER, id, DAY)).doesNotThrowAnyException();
    }

    private void refused(String because, NewDocument document) {
        assertThatThrownBy(() -> scene.ledger.add(BOOKKEEPER, document))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(because);
    }

    private static NewDocument amounts(String total, String outstanding) {
        return Scene.document(Direction.SALES, Type.INVOICE, "1", eur(total), eur(outstanding));
    }

    private static NewDocument withId(@Nullable DocumentId id) {
        return document(id, "1", PARTY, ISSUED, DUE, null, null);
    }

    private static NewDocument with(String number, Party party) {
        DocumentId id = number.length() > 60 ? null : new DocumentId(number);
        return document(id, number, party, ISSUED, DUE, null, null);
    }

    private static NewDocument dates(LocalDate issued, LocalDate due) {
        return document(null, "1", PARTY, issued, due, null, null);
    }

    private static NewDocument reference(String reference) {
        return document(null, "1", PARTY, ISSUED, DUE, reference, null);
    }

    private static NewDocument discount(Discount discount) {
        return document(null, "1", PARTY, ISSUED, DUE, null, discount);
    }

    private static NewDocument document(
            @Nullable DocumentId id,
            String number,
            Party party,
            LocalDate issued,
            LocalDate due,
            @Nullable String reference,
            @Nullable Discount discount) {
        return new NewDocument(
                id,
                Direction.SALES,
                Type.INVOICE,
                number,
                party,
                eur("5.00"),
                eur("5.00"),
                issued,
                due,
                reference,
                discount);
    }
}
