package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.value.Money;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvoicePageTest {

    private static final LocalDate LONG_AGO = Office.TODAY.minusDays(42);
    private static final LocalDate LATELY = Office.TODAY.minusDays(10);

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        office = new Office().link();
        office.sale("S-1", "Garage Peeters", "1000.00", LONG_AGO);
        office.sale("S-2", "Hotel Het Anker", "205.00", LONG_AGO);
        office.sale("S-3", "<script>alert(1)</script>", "75.00", LATELY);
        office.sale("S-4", "Cash customer", "20.00", LATELY);
        office.sale("S-5", "Mistaken", "30.00", LATELY);
        office.sale("S-6", "Tuincentrum Groen", "612.34", LATELY);
        office.sale("S-7", "Tuincentrum Groen", "612.34", LATELY);
        String both = office.line("600.00", Office.TODAY.minusDays(13), "Garage Peeters", null, "S-1 and S-2");
        office.line("612.34", Office.TODAY.minusDays(2), "Tuincentrum Groen", null, "with thanks");
        office.work();
        Money zero = Money.of("0", "EUR");
        InvoiceOffice.apply(
                office,
                both,
                List.of(
                        new Application(new DocumentId("S-1"), Money.of("400.00", "EUR"), zero, null),
                        new Application(
                                new DocumentId("S-2"), Money.of("200.00", "EUR"), Money.of("5.00", "EUR"), null)));
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @Test
    void showsThePayingLineAndThePartOfItThatTheInvoiceGot() {
        Document page = office.browserOf("vera").open("/invoices/invoice?id=S-1");

        assertThat(page.select(".standing").text())
                .isEqualTo("Partly paid: 400.00 EUR of 1,000.00 EUR; 600.00 EUR has been due for 12 days.");
        assertThat(page.select(".payments li").text())
                .isEqualTo("Garage Peeters 3 Mar 2026 +600.00 EUR This invoice got 400.00 EUR of it.");
        assertThat(page.select(".payments a").attr("href"))
                .startsWith("/bankfeed/bank/line?id=")
                .endsWith("%2FL1");
        assertThat(page.select(".badge").eachText()).contains("Partly paid", "overdue 12 days");
    }

    @Test
    void anInvoiceWhosePaymentCameBackSaysWhenAndWhy() throws Exception {
        office.sale("S-90", "Collected NV", "88.00", LATELY);
        String paid = office.line("PMNT-IDDT-ESDD", "88.00", LATELY.plusDays(2), "Collected NV", null, "S-90");
        office.work();
        InvoiceOffice.confirm(office, paid, "S-90", "88.00");
        office.line("PMNT-IDDT-UPDD", "-88.00", LATELY.plusDays(5), "Collected NV", null, "retour S-90 AM04");
        office.work();

        Document page = office.browserOf("vera").open("/invoices/invoice?id=S-90");

        assertThat(page.select(".standing").text())
                .startsWith(
                        "Returned on 11 Mar 2026, insufficient funds (AM04): ask again. It is open again: 88.00 EUR");
        assertThat(page.select(".payments li:last-child").text())
                .endsWith("It took back 88.00 EUR of what was paid, insufficient funds (AM04): ask again.");

        String again = office.line("PMNT-RCDT-ESCT", "88.00", LATELY.plusDays(6), "Collected NV", null, "S-90");
        office.work();
        InvoiceOffice.confirm(office, again, "S-90", "88.00");
        assertThat(office.browserOf("vera")
                        .open("/invoices/invoice?id=S-90")
                        .select(".standing")
                        .text())
                .startsWith("Paid on 12 Mar 2026 by one transaction. An earlier payment came back.");
    }

    @Test
    void saysWhatWasWrittenOffBesideThePayment() {
        Document page = office.browserOf("vera").open("/invoices/invoice?id=S-2");

        assertThat(page.select(".standing").text()).isEqualTo("Paid on 3 Mar 2026 by one transaction.");
        assertThat(page.select(".payments li").text())
                .endsWith("This invoice got 200.00 EUR of it, and 5.00 EUR beside it is written off.");
        assertThat(page.select("a.danger, a[href*=/invoices/close]")).isEmpty();
    }

    @Test
    void namesTheOpenLineThatMayPayIt() {
        Document page = office.browserOf("vera").open("/invoices/invoice?id=S-6");

        assertThat(page.select(".standing").text()).isEqualTo("Open: 612.34 EUR is due on 5 Apr 2026, in 20 days.");
        assertThat(page.select(".payments li").text())
                .startsWith("Tuincentrum Groen 14 Mar 2026 +612.34 EUR An open bank line");
    }

    @Test
    void namesAreTextAndNothingElse() {
        Document page = office.browserOf("vera").open("/invoices/invoice?id=S-3");

        assertThat(page.select("h2").eachText()).contains("<script>alert(1)</script>");
        assertThat(page.select("main script")).isEmpty();
    }

    @Test
    void anUnknownOneAndAnotherCompanysAreNotFound() {
        Browser anna = office.browserOf("anna");
        for (String id : List.of("S-99", "x".repeat(80), "%00", "S-1%0a")) {
            anna.open("/invoices/invoice?id=" + id);
            assertThat(anna.status()).as(id).isIn(200, 404);
            assertThat(anna.status() == 200).as(id).isEqualTo(id.equals("S-1%0a"));
        }
        Browser nico = office.browserOf("nico");
        nico.open("/invoices/invoice?id=S-1");
        assertThat(nico.status()).isEqualTo(404);
        assertThat(nico.page().select("[role=alert]").text())
                .isEqualTo("There is no such invoice in the company Neighbour: look for it under Invoices.");
        nico.open("/invoices/cancel?id=S-1");
        assertThat(nico.status()).isEqualTo(404);
        anna.open("/invoices/invoice");
        assertThat(anna.status()).isEqualTo(400);
    }

    @Test
    void aBookkeeperCancelsOneWithAReason() throws Exception {
        office.sale("S-10", "Twice NV", "30.00", LATELY);
        office.work();
        Browser browser = office.browserOf("bert");
        browser.open("/invoices/invoice?id=S-10");
        browser.open(
                browser.page().select("a[href*=/invoices/cancel]").attr("href").substring("/bankfeed".length()));

        browser.fill("/invoices/cancel", Map.of("reason", " "));
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text()).startsWith("Say why it is cancelled");

        browser.fill("/invoices/cancel", Map.of("reason", "entered twice"));

        assertThat(browser.path()).isEqualTo("/invoices/invoice?id=S-10");
        assertThat(browser.page().select(".flash").text()).startsWith("Invoice S-10 is cancelled");
        assertThat(browser.page().select(".standing").text())
                .isEqualTo("Cancelled: nothing is to be paid on it any more.");
        assertThat(browser.page().select("a[href*=/invoices/cancel]")).isEmpty();
    }

    @Test
    void whatWasPaidOnCannotBeCancelled() {
        Browser browser = office.browserOf("bert");
        browser.open("/invoices/invoice?id=S-1");
        assertThat(browser.page().select("a[href*=/invoices/cancel]")).isEmpty();
        String token = browser.page().select("input[name=form-token]").val();

        browser.send("/invoices/cancel", Map.of("form-token", token, "id", "S-1", "reason", "no reason"));

        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.page().select("[role=alert]").text()).contains("cannot be withdrawn: something was paid");
    }

    @Test
    void aBookkeeperSettlesOneByHand() {
        Browser browser = office.browserOf("bert");
        browser.open("/invoices/close?id=S-4");
        browser.fill("/invoices/close", Map.of("day", "2026-12-24"));
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text()).startsWith("That day has not come yet");
        assertThat(browser.page().select("input[name=day]").val()).isEqualTo("2026-12-24");

        browser.fill("/invoices/close", Map.of("day", "2026-03-12"));

        assertThat(browser.page().select(".flash").text()).isEqualTo("Invoice S-4 is settled by hand.");
        assertThat(browser.page().select(".standing").text())
                .isEqualTo("Closed: settled by a payment that did not come over the linked accounts.");
        assertThat(browser.page().select(".payments li").text())
                .startsWith("12 Mar 2026 20.00 EUR Entered in the books");

        browser.send(
                "/invoices/close",
                Map.of(
                        "form-token",
                        browser.page().select("input[name=form-token]").val(),
                        "id",
                        "S-4",
                        "day",
                        "2026-03-13"));
        assertThat(browser.page().select(".flash").text())
                .isEqualTo("Invoice S-4 was settled already: nothing was changed.");
    }

    @Test
    void aViewerHasNoButtonsAndIsRefused() {
        Browser browser = office.browserOf("vera");
        browser.open("/invoices/invoice?id=S-5");
        assertThat(browser.page().select("main form, a[href*=/invoices/c]")).isEmpty();
        String token = browser.page().select("input[name=form-token]").val();

        for (String path : List.of("/invoices/cancel", "/invoices/close")) {
            browser.send(path, Map.of("form-token", token, "id", "S-5", "reason", "x", "day", "2026-03-12"));
            assertThat(browser.status()).as(path).isEqualTo(403);
        }
        assertThat(browser.open("/invoices/invoice?id=S-5").select(".standing").text())
                .startsWith("Open: 30.00 EUR");
    }

    @Test
    void saysSoWhenTheLedgerIsAway() {
        RoomsForTests.ledger(office.rooms, null, null);
        try {
            Browser browser = office.browserOf("anna");
            Document page = browser.open("/invoices/invoice?id=S-1");
            assertThat(page.select(".flash.note").text()).startsWith("The invoice ledger does not answer now");
            assertThat(page.select(".standing").text()).startsWith("Partly paid: 400.00 EUR");
            browser.open("/invoices/cancel?id=S-1");
            assertThat(browser.status()).isEqualTo(409);
            assertThat(browser.page().select("[role=alert]").text()).contains("in the ERP");
        } finally {
            RoomsForTests.ledger(office.rooms, office.ledger, office.ledger);
        }
    }
}
