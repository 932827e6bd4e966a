package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.rehearsal.DayReport;
import org.bankfeed.rehearsal.TimeLapse;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardTest {

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void whoHasLinkedNothingIsToldHow() {
        Document page = office.browserOf("anna").open("/");

        assertThat(page.select("h2").eachText()).contains("Link your bank");
        assertThat(page.select("a.primary").attr("href")).isEqualTo("/bankfeed/settings/integrations");
    }

    @Test
    void showsBalancesWithTheirAgeAndTheSameInFigures() throws Exception {
        office.link();
        office.line("-300.00", Office.TODAY.minusDays(2), "Landlord", null, "rent");
        office.line("100.00", Office.TODAY.minusDays(1), "Somebody", null, "hello");
        office.work();

        Document page = office.browserOf("anna").open("/?days=30");

        assertThat(page.select(".balance .sum").eachText()).containsExactly("10,000.00 EUR");
        assertThat(page.select(".balance").text()).contains("as of 1 hour ago");
        assertThat(page.select("table tbody tr")).hasSize(31);
        assertThat(valueOn(page, Office.TODAY)).isEqualTo("10000.00");
        assertThat(valueOn(page, Office.TODAY.minusDays(2))).isEqualTo("9900.00");
        assertThat(valueOn(page, Office.TODAY.minusDays(3))).isEqualTo("10200.00");
    }

    @Test
    void theTotalSaysWhichAccountItLeavesOut() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        browser.open("/settings/accounts/enter");
        browser.fill("/settings/accounts/enter", Map.of("number", "BE68539007547034", "label", "Savings & more"));

        Document page = browser.open("/");

        assertThat(page.select(".balance .sum").eachText())
                .containsExactly("10,000.00 EUR", "Unknown", "10,000.00 EUR");
        assertThat(page.select(".balance").eachText()).endsWith("Together 10,000.00 EUR without Savings & more");
    }

    @Test
    void countsWhatAPersonShouldDecideAndLeadsThere() throws Exception {
        office.sale("2026-001", "Peeters", "121.00", Office.TODAY.minusDays(60));
        office.link();
        office.line("55.00", Office.TODAY.minusDays(1), "Stranger", null, "no idea");
        office.work();

        Document page = office.browserOf("anna").open("/");

        assertThat(page.select(".attention li span").eachText())
                .contains("1 bank line to decide: 0 with a suggestion, 1 without.", "1 sales invoice is overdue.");
        assertThat(page.select(".attention a").eachAttr("href")).contains("/bankfeed/bank?state=to-decide");
    }

    @Test
    void staysThereWhileTheMatchingIsAway() throws Exception {
        office.link().work();
        RoomsForTests.matching(office.rooms, null);

        Document page = office.browserOf("anna").open("/");

        assertThat(page.select(".balance .sum").text()).isEqualTo("10,000.00 EUR");
        assertThat(page.select(".attention").text()).contains("The matching is not there now.");
    }

    @Test
    void anotherCompanySeesNothingOfIt() throws Exception {
        office.link().work();

        Document page = office.browserOf("nico").open("/");

        assertThat(page.select(".balance")).isEmpty();
    }

    @Test
    void refusesASpanThatItDoesNotShow() {
        Browser browser = office.browserOf("anna");

        browser.open("/?days=12");

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text()).isEqualTo("The picture shows 30, 90 or 365 days.");
    }

    @Test
    void aDayPassesOnlyInADemonstration() {
        Browser browser = office.browserOf("anna");
        assertThat(browser.open("/").select("aside.demo")).isEmpty();
        RoomsForTests.timeLapse(office.rooms, new OneDay());
        browser.open("/?days=30");
        assertThat(browser.page().select("aside.demo").text()).contains("today is 16 Mar 2026");

        assertThat(office.browserOf("vera").open("/").select("aside.demo button"))
                .as("of who may not")
                .isEmpty();

        browser.fill("/next-day", Map.of());

        assertThat(browser.path()).isEqualTo("/?days=30");
        assertThat(browser.page().select(".flash").text())
                .isEqualTo("17 Mar 2026: 2 new documents, 5 bank lines; 4 booked by themselves, 1 to decide.");
    }

    private static String valueOn(Document page, LocalDate day) {
        return page.select("tr:has(time[datetime=" + day + "]) data").attr("value");
    }

    /** A demonstration of which one day passes. */
    private static final class OneDay implements TimeLapse {

        @Override
        public LocalDate today() {
            return Office.TODAY;
        }

        @Override
        public DayReport nextDay(Caller caller) {
            return new DayReport(Office.TODAY.plusDays(1), 2, 5, 4, 1, null);
        }
    }
}
