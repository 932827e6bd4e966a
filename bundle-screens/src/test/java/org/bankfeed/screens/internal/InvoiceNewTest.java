package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Retention;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.value.Money;
import org.bankfeed.value.PaymentReference;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvoiceNewTest {

    private static final LocalDate LATELY = Office.TODAY.minusDays(10);

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeAll
    static void open() throws Exception {
        office = new Office().link();
        office.sale("2026-116", "Garage Peeters", "400.00", LATELY);
        office.sale("2026-117", "Hotel Het Anker", "1000.00", LATELY.plusDays(1));
        office.document(OpenItem.Direction.PURCHASE, "F-9", "Energie Nu", "55.00", LATELY);
        office.work();
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @BeforeEach
    void openTheForm() {
        browser = office.browserOf("bert");
        browser.open("/invoices/new?direction=sales");
    }

    @Test
    void proposesNumberDaysAndAReferenceWithItsCheckDigits() {
        assertThat(value("number")).isEqualTo("2026-118");
        assertThat(value("issued")).isEqualTo("2026-03-16");
        assertThat(value("due")).isEqualTo("2026-04-15");
        assertThat(value("currency")).isEqualTo("EUR");
        assertThat(PaymentReference.read(value("reference"))
                        .map(PaymentReference::compact)
                        .orElse(""))
                .startsWith("0002026118");
    }

    @Test
    void entersAnInvoiceOfAPartyThatIsKnown() throws Exception {
        enter(Map.of("party", "garage peeters", "total", "1.234,50", "number", "K-44"));

        assertThat(browser.page().select(".flash").text()).isEqualTo("Invoice K-44 is entered.");
        assertThat(browser.page().select("h1").text()).isEqualTo("Sales invoice K-44");
        OpenItem item = item("K-44");
        assertThat(item.party().id()).isEqualTo("GaragePeeters");
        assertThat(item.total().decimal()).isEqualTo("1234.50");
        assertThat(item.dueDate()).isEqualTo(LocalDate.of(2026, 4, 15));
    }

    @Test
    void whatIsHeldBackIsEnteredAndSaidOnceTheRestIsPaid() throws Exception {
        enter(Map.of(
                "party",
                "Bouwwerf NV",
                "total",
                "10000.00",
                "number",
                "W-1",
                "guarantee",
                "500",
                "guarantee-due",
                "2027-03-16",
                "social-debt",
                "3500"));
        assertThat(item("W-1").retentions())
                .containsExactly(
                        new Retention(Retention.Kind.GUARANTEE, Money.of("500", "EUR"), LocalDate.of(2027, 3, 16)),
                        new Retention(Retention.Kind.SOCIAL_DEBT, Money.of("3500", "EUR"), null));
        assertThat(browser.page().select(".standing").text())
                .endsWith("Of that, 4,000.00 EUR may be held back (500.00 EUR guarantee under the contract, until"
                        + " 16 Mar 2027; 3,500.00 EUR for the social security, article 30bis).");

        String line = office.line("6000.00", LATELY, "Bouwwerf", null, "W-1 min inhoudingen");
        office.work();
        InvoiceOffice.confirm(office, line, "W-1", "6000.00");
        Document page = browser.open("/invoices/invoice?id=W-1");
        assertThat(page.select(".standing").text())
                .isEqualTo(
                        "Held back: 4,000.00 EUR of 10,000.00 EUR (500.00 EUR guarantee under the contract, until 16 Mar"
                                + " 2027; 3,500.00 EUR for the social security, article 30bis). What was due is paid.");
        assertThat(page.select(".badge").eachText()).containsExactly("Held back");
        assertThat(page.select("svg.settled-bar").attr("aria-label")).isEqualTo("60 % settled, 40 % held back");
        assertThat(browser.open("/invoices?direction=sales&standing=held-back")
                        .select("tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .contains("W-1", "4,000.00 EUR held back")
                .doesNotContain("until");
        assertThat(browser.open("/invoices?direction=sales&standing=overdue")
                        .select("tbody")
                        .text())
                .doesNotContain("W-1");
    }

    @Test
    void aPartThatWasHeldBackAndPaidIsNoLongerAmongThoseThatAreHeld() throws Exception {
        enter(Map.of(
                "party",
                "Bouwwerf NV",
                "total",
                "10000.00",
                "number",
                "W-2",
                "guarantee",
                "500",
                "guarantee-due",
                "2027-03-16",
                "social-debt",
                "3500"));
        pay("6000.00", "W-2");
        pay("3500.00", "W-2");

        Document page = browser.open("/invoices/invoice?id=W-2");

        assertThat(page.select(".standing").text())
                .isEqualTo("Held back: 500.00 EUR of 10,000.00 EUR (guarantee under the contract, until 16 Mar 2027)."
                        + " What was due is paid.");
        assertThat(page.select("dt:contains(Was held back) + dd").text()).startsWith("3,500.00 EUR");
        pay("500.00", "W-2");
        assertThat(browser.open("/invoices/invoice?id=W-2").select("dt:contains(Was held back)"))
                .hasSize(2);
    }

    private void pay(String amount, String number) throws Exception {
        String line = office.line(amount, LATELY, "Bouwwerf", null, number);
        office.work();
        InvoiceOffice.confirm(office, line, number, amount);
    }

    @Test
    void moreThanTheTotalIsNotHeldBack() {
        enter(Map.of("party", "Bouwwerf NV", "total", "100", "number", "W-2", "guarantee", "60", "tax-debt", "41"));
        assertThat(browser.page().select("#problem-guarantee").text()).contains("101.00 EUR of 100.00 EUR");
    }

    @Test
    void aNewNameMakesANewPartyWithItsAccount() throws Exception {
        enter(Map.of("party", "Café Ébène", "total", "10", "number", "K-1", "account", "BE71 0961 2345 6769"));
        browser.open("/invoices/new");
        enter(Map.of("party", "Café Ebene", "total", "11", "number", "K-2"));

        OpenItem first = item("K-1");
        OpenItem second = item("K-2");
        assertThat(first.party().name()).isEqualTo("Café Ébène");
        assertThat(first.party().accounts()).hasSize(1);
        assertThat(first.party().id())
                .startsWith("cafe-ebene-")
                .isNotEqualTo(second.party().id());
    }

    @Test
    void threeDigitsAfterAPointAreDecimalsInACurrencyThatHasThree() throws Exception {
        enter(Map.of("party", "Garage Peeters", "total", "1.234", "currency", "KWD", "number", "K-45"));
        browser.open("/invoices/new?direction=sales");
        enter(Map.of("party", "Garage Peeters", "total", "1.234,500", "currency", "TND", "number", "K-46"));

        assertThat(item("K-45").total().decimal()).isEqualTo("1.234");
        assertThat(item("K-46").total().decimal()).isEqualTo("1234.500");
    }

    @Test
    void aLineThatWaitedForTheInvoicePaysIt() {
        office.line("77.70", LATELY, "Soon NV", null, "Invoice 8812-77");
        office.work();

        enter(Map.of("party", "Soon NV", "total", "77.70", "number", "8812-77"));

        assertThat(browser.page().select(".flash").text()).startsWith("Invoice 8812-77 is entered. ");
        assertThat(browser.page().select(".payments li").text()).startsWith("Soon NV 6 Mar 2026 +77.70 EUR");
    }

    @Test
    void eachFieldThatIsNotAsItMustBeSaysSoAndEverythingStays() {
        Map<String, String> typed = new HashMap<>(Map.of(
                "party", "<script>alert(1)</script>",
                "account", "BE71 0961 2345 6768",
                "total", "1.234",
                "issued", "2026-03-16",
                "due", "2026-03-15",
                "reference", "+++010/8068/17184+++"));
        enter(typed);

        assertThat(browser.status()).isEqualTo(400);
        assertThat(problem("account")).startsWith("This is no valid IBAN");
        assertThat(problem("total")).contains("can be read in two ways");
        assertThat(problem("due")).startsWith("It cannot be due before it was issued");
        assertThat(problem("reference")).startsWith("The check digits of this reference do not fit");
        typed.forEach((field, text) -> assertThat(value(field)).as(field).isEqualTo(text));
        assertThat(browser.page().select("main script")).isEmpty();
    }

    @Test
    void saysWhichFieldsAreMissing() {
        enter(Map.of("number", "", "issued", "", "due", "soon", "currency", "Euro"));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(problem("party")).isEqualTo("The party's name is missing: fill it in.");
        assertThat(problem("number")).isEqualTo("The number is missing: fill it in.");
        assertThat(problem("total")).isEqualTo("The total is missing: fill it in.");
        assertThat(problem("issued")).isEqualTo("The issue date is missing: choose a day.");
        assertThat(problem("due")).isEqualTo("The due date is not a day such as 2026-03-31: 'soon'.");
    }

    @Test
    void anAmountMustBeSomethingThatCanBeOwed() {
        for (String total : List.of("0", "-5", "1.005,123", "a lot", "1234567890123456")) {
            browser.open("/invoices/new");
            enter(Map.of("party", "Garage Peeters", "total", total));
            assertThat(browser.status()).as(total).isIn(400, 409);
            assertThat(value("total")).isEqualTo(total);
        }
        enter(Map.of("party", "Garage Peeters", "total", "5", "currency", "XAU"));
        assertThat(problem("currency")).isEqualTo("'XAU' is not a currency such as EUR or USD.");
    }

    @Test
    void aNumberIsGivenOnce() {
        enter(Map.of("party", "Garage Peeters", "total", "5", "number", "2026-117"));

        assertThat(browser.status()).isEqualTo(409);
        assertThat(problem("number"))
                .isEqualTo("The number 2026-117 is given already: take the next one that is free.");
        assertThat(value("total")).isEqualTo("5");
    }

    @Test
    void whatTheLedgerRefusesIsSaidAboveTheFormThatStays() {
        // entered in this moment: the matching has not taken it up
        office.sale("K-7", "Garage Peeters", "400.00", LATELY);
        enter(Map.of("party", "Garage Peeters", "total", "5", "number", "K-7"));

        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.page().select(".flash.bad").text()).isEqualTo("There is a document K-7 already.");
        assertThat(value("party")).isEqualTo("Garage Peeters");
    }

    @Test
    void aSuppliersNumberIsEnteredOnceOfEachSupplier() {
        browser.open("/invoices/new?direction=purchase");
        assertThat(value("number")).isEmpty();
        assertThat(value("reference")).isEmpty();
        enter(Map.of("party", "Energie Nu", "number", "F-9", "total", "5"));
        assertThat(problem("number")).isEqualTo("The document F-9 of Energie Nu is entered already.");

        enter(Map.of("party", "Molens", "number", "F-9", "total", "5", "type", "credit_note"));

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("h1").text()).isEqualTo("Purchase credit note F-9");
    }

    @Test
    void theProposedReferenceFollowsAChangedNumber() throws Exception {
        enter(Map.of("party", "Garage Peeters", "total", "5", "number", "K-200"));

        assertThat(item("K-200").paymentReference()).startsWith("+++000/0000/200");
        Document part = browser.open("/invoices/reference?number=2026-300&reference=own&offered=other");
        assertThat(part.select("input[name=reference]").val()).isEqualTo("own");
    }

    @Test
    void offersNamesWhileOneIsTyped() {
        assertThat(browser.open("/invoices/parties?q=anker").select("option").eachAttr("value"))
                .containsExactly("Hotel Het Anker");
        assertThat(browser.open("/invoices/parties?party=2026").select("option"))
                .isEmpty();
    }

    @Test
    void aViewerIsRefused() {
        Browser vera = office.browserOf("vera");
        vera.open("/invoices/new");
        assertThat(vera.status()).isEqualTo(403);
        vera.open("/invoices");
        String token = vera.page().select("input[name=form-token]").val();
        vera.send("/invoices/new", Map.of("form-token", token, "party", "X", "number", "1", "total", "5"));
        assertThat(vera.status()).isEqualTo(403);
        assertThat(vera.page().select("[role=alert]").text())
                .isEqualTo("That needs the role bookkeeper. You are signed in as vera.");
    }

    @Test
    void whereTheErpKeepsEnteringToItselfThatIsSaid() {
        RoomsForTests.ledger(office.rooms, office.ledger, null);
        browser.open("/invoices/new");
        RoomsForTests.ledger(office.rooms, office.ledger, office.ledger);

        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.page().select("[role=alert]").text())
                .startsWith("Invoices are entered, cancelled and settled in the ERP");
    }

    private void enter(Map<String, String> typed) {
        browser.fill("/invoices/new", typed);
    }

    private String value(String field) {
        return browser.page().select("main form input[name=" + field + "]").val();
    }

    private String problem(String field) {
        return browser.page().select("#problem-" + field).text();
    }

    private OpenItem item(String number) throws Exception {
        return office.ledger.item(office.anna, new DocumentId(number)).orElseThrow();
    }
}
