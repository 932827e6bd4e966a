package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every line of the bank: searched, sorted into heaps, paged. */
class BankListTest {

    private static final int LINES = 240;

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        office = new Office().link();
        for (int n = 0; n < LINES; n++) {
            // every fourth line pays an invoice by its number, so that heaps are thin and page borders fall between
            String text = n % 4 == 0 ? "Invoice 2026-" + (1_000 + n) : "something else " + n;
            if (n % 4 == 0) {
                office.sale("2026-" + (1_000 + n), "Customer " + n, (100 + n) + ".00", Office.TODAY.minusDays(90));
            }
            office.line((100 + n) + ".00", Office.TODAY.minusDays(n / 7), "Customer " + n, null, text);
        }
        office.line("3.00", Office.TODAY, "Mr. Percent", null, "100%_sure");
        office.work();
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @Test
    void showsTheNewestFirstWithHowTheyStand() {
        Document page = office.browserOf("anna").open("/bank");

        assertThat(page.select("h1").text()).isEqualTo("Bank");
        assertThat(page.select("tbody.line")).hasSize(50);
        assertThat(page.select("[aria-label=State] a[aria-current]").text()).isEqualTo("All 241");
        Element booked = row(page, "Customer 4");
        assertThat(booked.select(".badge").text()).isEqualTo("Booked");
        assertThat(booked.select(".c-documents a").attr("href")).endsWith("/invoices/invoice?id=2026-1004");
        assertThat(booked.select("data").attr("value")).isEqualTo("104.00");
    }

    @Test
    void findsByTextInAnyCaseAndTakesSignsForThemselves() {
        Browser browser = office.browserOf("anna");

        assertThat(names(browser.open("/bank?q=invoice+2026-1008"))).containsExactly("Customer 8");
        assertThat(names(browser.open("/bank?q=100%25_SURE"))).containsExactly("Mr. Percent");
        assertThat(browser.open("/bank?q=nobody").select(".empty").text()).contains("No line says “nobody”");
        assertThat(browser.open("/bank?q=%3Cscript%3E").select("#q").val()).isEqualTo("<script>");
        assertThat(browser.page().select("main script")).isEmpty();
    }

    @Test
    void aStateIsPagedWithoutALineLostOrShownTwice() {
        for (String state : List.of("all", "booked", "to-decide")) {
            List<String> seen = walk("/bank?state=" + state);

            assertThat(seen).as(state).hasSameSizeAs(new HashSet<>(seen));
            assertThat(seen).as(state).hasSize(counted(state));
        }
        assertThat(walk("/bank?state=booked")).hasSize(LINES / 4);
    }

    @Test
    void daysAndAccountNarrowTheList() {
        Browser browser = office.browserOf("anna");
        String day = Office.TODAY.minusDays(1).toString();

        assertThat(browser.open("/bank?from=" + day + "&to=" + day).select("tbody.line"))
                .hasSize(7);
        assertThat(browser.page().select("input[name=from]").val()).isEqualTo(day);
        Document swapped = browser.open("/bank?from=" + Office.TODAY + "&to=" + day);
        assertThat(swapped.select("input[name=from]").val()).isEqualTo(day);
        assertThat(swapped.select("tbody.line"))
                .hasSameSizeAs(browser.open("/bank?from=" + day + "&to=" + Office.TODAY)
                        .select("tbody.line"));
        browser.open("/bank?account=nonsense");
        assertThat(browser.status()).isEqualTo(404);
    }

    @Test
    void nonsenseInTheAddressIsSaidInOneSentence() {
        Browser browser = office.browserOf("anna");
        for (String query : List.of(
                "after=nonsense",
                "after=2026-01-01~x",
                "from=yesterday",
                "from=%2B999999999-01-01",
                "state=lost",
                "q=" + "x".repeat(300))) {
            browser.open("/bank?" + query);
            assertThat(browser.status()).as(query).isEqualTo(400);
            assertThat(browser.page().select("[role=alert]").text()).as(query).endsWith(".");
        }
    }

    @Test
    void theLinesAreThereWhileTheMatchingIsAway() {
        RoomsForTests.matching(office.rooms, null);
        try {
            Browser browser = office.browserOf("anna");

            assertThat(browser.open("/bank?state=booked").select(".flash.note").text())
                    .startsWith("The matching is not there now");
            assertThat(browser.page().select("tbody.line")).hasSize(50);
            assertThat(browser.page().expectFirst("tbody.line .badge").text()).isEqualTo("Unknown");
            String href = browser.page().expectFirst("a.who-name").attr("href");
            assertThat(browser.open(href.substring("/bankfeed".length()))
                            .select(".facts")
                            .text())
                    .contains("Our account");
        } finally {
            RoomsForTests.matching(office.rooms, office.matching);
        }
    }

    @Test
    void anotherCompanySeesNoneOfIt() {
        assertThat(office.browserOf("nico").open("/bank").select("tbody.line")).isEmpty();
    }

    private static int counted(String state) {
        Document page = office.browserOf("anna").open("/bank");
        return Integer.parseInt(page.select("[data-count=" + state + "]").text());
    }

    private static List<String> walk(String first) {
        Browser browser = office.browserOf("anna");
        List<String> seen = new ArrayList<>();
        @Nullable Element more;
        String path = first;
        do {
            Document page = browser.open(path);
            seen.addAll(page.select("tbody.line").eachAttr("data-id"));
            more = page.selectFirst(".more a");
            path = more == null ? "" : more.attr("href").substring("/bankfeed".length());
        } while (more != null);
        return seen;
    }

    private static List<String> names(Document page) {
        return page.select("a.who-name").eachText();
    }

    private static Element row(Document page, String who) {
        return page.select("tbody.line").stream()
                .filter(line -> line.select("a.who-name").text().equals(who))
                .findFirst()
                .orElseThrow();
    }
}
