package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.value.Money;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvoiceListTest {

    private static final LocalDate LONG_AGO = Office.TODAY.minusDays(42);
    private static final LocalDate LATELY = Office.TODAY.minusDays(10);

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        office = new Office().link();
        office.sale("2026-101", "Garage Peeters", "400.00", LONG_AGO);
        office.sale("2026-102", "Hotel Het Anker", "1000.00", LONG_AGO);
        office.sale("2026-103", "<script>alert(1)</script> & Co", "75.00", LONG_AGO);
        office.sale("2026-104", "Café Léopold", "90.00", LATELY);
        office.sale("2026-105", "Cash customer", "20.00", LATELY);
        office.sale("2026-106", "Mistaken", "30.00", LATELY);
        office.sale("2026-107", "Soon NV", "610.00", LATELY);
        office.document(OpenItem.Direction.PURCHASE, "F-9", "Energie Nu", "55.00", LATELY);
        creditNote("CN-1", "Garage Peeters");
        for (int n = 0; n < 120; n++) {
            office.document(
                    OpenItem.Direction.PURCHASE,
                    "B-" + (1_000 + n),
                    "Molens Van Damme",
                    "10.00",
                    LATELY.plusDays(n % 3));
        }
        String paying = office.line("400.00", Office.TODAY.minusDays(13), "Garage Peeters", null, "Invoice 2026-101");
        String part = office.line("400.00", LATELY, "Hotel Het Anker", null, "first part");
        office.ledger.close(office.anna, new DocumentId("2026-105"), LATELY);
        office.ledger.cancel(office.anna, new DocumentId("2026-106"), "entered twice");
        office.work();
        InvoiceOffice.confirm(office, paying, "2026-101", "400.00");
        InvoiceOffice.confirm(office, part, "2026-102", "400.00");
        office.feed.pend(Office.CHECKING, List.of(pending("610.00", "Soon NV", "Invoice 2026-107")));
        office.work();
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    private static void creditNote(String number, String party) throws Exception {
        Money amount = new Money(new BigDecimal("12.00"), Currency.getInstance("EUR"));
        office.ledger.add(
                office.anna,
                new NewDocument(
                        new DocumentId(number),
                        OpenItem.Direction.SALES,
                        OpenItem.Type.CREDIT_NOTE,
                        number,
                        new Party(party.replaceAll("\\W", ""), party, Party.Kind.BUSINESS, List.of()),
                        amount,
                        amount,
                        LONG_AGO,
                        LONG_AGO.plusDays(30),
                        null,
                        null));
    }

    private static FeedLine pending(String amount, String name, String text) {
        FeedTransaction line = new FeedTransaction(
                "pending-1",
                Money.of(amount, "EUR"),
                Office.TODAY,
                Office.TODAY,
                name,
                null,
                text,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                "PMNT-RCDT-ESCT",
                null,
                null,
                null,
                null,
                null,
                null);
        return new FeedLine.Readable(line, "{}");
    }

    @Test
    void showsHowEachStands() {
        Browser browser = office.browserOf("vera");
        browser.open("/invoices");

        assertThat(state(browser, "2026-101")).isEqualTo("Paid 3 Mar 2026");
        assertThat(state(browser, "2026-102"))
                .startsWith("Partly paid")
                .contains("400.00 EUR")
                .endsWith("overdue 12 days");
        assertThat(state(browser, "2026-103")).isEqualTo("Overdue 12 days");
        assertThat(state(browser, "2026-104")).isEqualTo("Open");
        assertThat(state(browser, "2026-105")).isEqualTo("Closed");
        assertThat(state(browser, "2026-106")).isEqualTo("Cancelled");
        assertThat(state(browser, "2026-107")).isEqualTo("On its way");
        assertThat(row(browser, "CN-1").text()).contains("Credit note");
        assertThat(browser.page().select("td.name a").eachText()).doesNotContain("F-9");
    }

    @Test
    void nobodyIsLateWithACreditNote() {
        Browser browser = office.browserOf("vera");
        browser.open("/invoices");

        assertThat(state(browser, "CN-1")).isEqualTo("Open");
        assertThat(browser.open("/invoices/invoice?id=CN-1").select(".standing").text())
                .isEqualTo("Open: 12.00 EUR is to be deducted from an invoice, or paid back.");
    }

    @Test
    void saysOfEachWhatTheServiceSaysTheLatestFirst() {
        Browser browser = office.browserOf("vera");
        browser.open("/invoices");
        List<InvoiceView> views = office.matching
                .invoices(
                        office.anna,
                        new InvoiceQuery(
                                OpenItem.Direction.SALES, Set.of(), null, null, 100, InvoiceQuery.Order.LATEST_DUE))
                .items();

        assertThat(browser.page().select("td.name a").eachText())
                .containsExactlyElementsOf(
                        views.stream().map(view -> view.item().number()).toList());
        for (InvoiceView view : views) {
            Element row = row(browser, view.item().number());
            assertThat(row.select(".total data").attr("value"))
                    .isEqualTo(view.item().total().decimal());
            assertThat(row.select(".outstanding data").attr("value"))
                    .isEqualTo(
                            view.item().outstanding().isZero()
                                    ? ""
                                    : view.item().outstanding().decimal());
        }
    }

    @Test
    void leadsToTheTransactionThatPaid() {
        Browser browser = office.browserOf("vera");
        browser.open("/invoices?standing=paid");

        assertThat(browser.page().select("tbody tr")).hasSize(1);
        assertThat(browser.page().select("td.state a").attr("href"))
                .startsWith("/bankfeed/bank/line?id=")
                .endsWith("%2FL1");
    }

    @Test
    void narrowsToOneStanding() {
        Browser browser = office.browserOf("vera");

        assertThat(numbers(browser, "/invoices?standing=partly-paid")).containsExactly("2026-102");
        assertThat(numbers(browser, "/invoices?standing=on-its-way")).containsExactly("2026-107");
        assertThat(numbers(browser, "/invoices?standing=overdue")).containsExactly("2026-102", "2026-103");
        assertThat(numbers(browser, "/invoices?standing=due"))
                .containsExactlyInAnyOrder("2026-102", "2026-103", "2026-104", "2026-107", "CN-1");
        assertThat(numbers(browser, "/invoices?standing=closed")).containsExactly("2026-105");
        assertThat(numbers(browser, "/invoices?standing=cancelled")).containsExactly("2026-106");
    }

    @Test
    void looksForNumberAndName() {
        Browser browser = office.browserOf("vera");

        assertThat(numbers(browser, "/invoices?q=garage")).containsExactly("CN-1", "2026-101");
        assertThat(numbers(browser, "/invoices?q=2026-104")).containsExactly("2026-104");
        assertThat(numbers(browser, "/invoices?q=%25")).isEmpty();
        assertThat(browser.page().select("#documents").text()).contains("No sales invoice is like that.");
    }

    @Test
    void aLongListIsWalkedInPartsWithoutLossOrDoubling() {
        Browser browser = office.browserOf("vera");
        List<String> seen = new ArrayList<>();
        browser.open("/invoices?direction=purchase");
        int parts = 1;
        while (true) {
            seen.addAll(browser.page().select("td.name a").eachText());
            Element next = browser.page().select("a[rel=next]").first();
            if (next == null) {
                break;
            }
            browser.open(next.attr("href").substring("/bankfeed".length()));
            parts++;
        }

        assertThat(parts).isEqualTo(3);
        assertThat(seen).hasSize(121).doesNotHaveDuplicates().contains("F-9");
    }

    @Test
    void namesAreTextAndNothingElse() {
        Browser browser = office.browserOf("vera");
        browser.open("/invoices?q=2026-103");

        assertThat(row(browser, "2026-103").text()).contains("<script>alert(1)</script> & Co");
        assertThat(browser.page().select("main script")).isEmpty();
    }

    @Test
    void nonsenseInTheAddressIsSaidInOneSentence() {
        Browser browser = office.browserOf("vera");
        for (String address : List.of(
                "direction=sideways",
                "standing=nearly",
                "after=no-such",
                "after=" + "x".repeat(80),
                "q=" + "x".repeat(300),
                "q=%00",
                "q=" + "x".repeat(3_000))) {
            browser.open("/invoices?" + address);
            assertThat(browser.status()).as(address).isEqualTo(400);
            assertThat(browser.page().select("[role=alert]").text()).as(address).matches("[^.]+[^.]*\\.");
        }
    }

    @Test
    void showsTheListWhileTheLedgerIsAway() {
        RoomsForTests.ledger(office.rooms, null, null);
        try {
            Browser browser = office.browserOf("anna");
            assertThat(numbers(browser, "/invoices?q=garage")).containsExactly("CN-1", "2026-101");
            assertThat(browser.page().select("a[href*=/invoices/new]")).isEmpty();
        } finally {
            RoomsForTests.ledger(office.rooms, office.ledger, office.ledger);
        }
    }

    @Test
    void anotherCompanySeesNoneOfIt() {
        Browser browser = office.browserOf("nico");

        assertThat(numbers(browser, "/invoices")).isEmpty();
        assertThat(browser.page().select("#documents").text()).startsWith("There are no sales invoices yet.");
    }

    @Test
    void onlyABookkeeperIsOfferedToEnterOne() {
        assertThat(office.browserOf("vera").open("/invoices").select("a[href*=/invoices/new]"))
                .isEmpty();
        assertThat(office.browserOf("bert").open("/invoices").select("a[href*=/invoices/new]"))
                .hasSize(1);
    }

    private static List<String> numbers(Browser browser, String path) {
        browser.open(path);
        assertThat(browser.status()).isEqualTo(200);
        return browser.page().select("td.name a").eachText();
    }

    private static String state(Browser browser, String number) {
        return row(browser, number).select(".state").text();
    }

    private static Element row(Browser browser, String number) {
        return browser.page().select("tbody tr").stream()
                .filter(row -> row.select("td.name a").text().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + number));
    }
}
