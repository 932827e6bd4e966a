package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.Decision;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.value.Money;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings › Matching: the company's own past, played again. */
class MatchingOnThePastTest {

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office().link();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void showsByKindWhatWouldHaveBeenBookedAndEachMistakeWithWhatWasDecided() throws Exception {
        office.sale("2026-0042", "Atelier Lumen", "121.00", Office.TODAY.minusDays(5));
        office.sale("2026-0043", "Atelier Lumen", "50.00", Office.TODAY.minusDays(5));
        office.line("121.00", Office.TODAY, "Atelier Lumen", "BE68539007547034", "Invoice 2026-0042 BE68539007547034");
        office.line("-9.99", Office.TODAY, "Post", null, "stamps");
        office.work();
        decideOtherwise("L1", "2026-0043", "50.00");
        Browser browser = office.browserOf("vera");

        Document page = played(browser);

        assertThat(page.select(".verdict").text())
                .isEqualTo("Of the 2 lines, 1 would have been booked by themselves: 0 as was decided, 1 otherwise.");
        assertThat(page.select(".kinds tbody tr").eachText())
                .containsExactly(
                        "By document number 1 1 0 1 0 0 0 0 % 0 %".replace("0 % 0 %", "0.00 % 0.00 %"),
                        "Nothing to pay, or not explained 1 0 0 0 0 0 1 – –",
                        "All 2 1 0 1 0 0 1 0.00 % 0.00 %");
        assertThat(page.select(".mistake .facts").text())
                .startsWith("Would book 2026-0042 121.00 EUR by document number Was decided 2026-0043 50.00 EUR");
        assertThat(page.select(".mistake").text()).doesNotContain("BE68539007547034");
        assertThat(page.select(".mistake li")).isNotEmpty();
        browser.open(page.select(".mistake h3 a").attr("href").replace("/bankfeed", ""));
        assertThat(browser.status()).isEqualTo(200);
    }

    @Test
    void saysThatItProvesLittleWhileNobodyDecidedAnything() throws Exception {
        office.sale("2026-0042", "Atelier Lumen", "121.00", Office.TODAY.minusDays(5));
        office.sale("2026-0043", "Atelier Lumen", "50.00", Office.TODAY.minusDays(5));
        String line = office.line("121.00", Office.TODAY, "Atelier Lumen", "BE68539007547034", "Invoice 2026-0042");
        office.line("50.00", Office.TODAY, "Atelier Lumen", "BE68539007547034", "Invoice 2026-0043");
        office.work();

        assertThat(played(office.browserOf("vera")).select(".flash.note").text())
                .startsWith("No person decided any of these lines yet.");

        decideOtherwise(line, "2026-0042", "120.00");
        assertThat(played(office.browserOf("vera")).select(".flash.note")).isEmpty();
        assertThat(office.browserOf("vera")
                        .speaks("nl")
                        .open("/settings/matching")
                        .select(".kinds")
                        .text())
                .contains("50,00 %");
    }

    @Test
    void isSomethingToDoAfterLinkingTheBank() {
        assertThat(played(office.browserOf("vera")).select(".empty").text()).contains("link the bank first");
    }

    @Test
    void showsHowFarItIsAndEndsWhenSomebodySaysSo() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        RoomsForTests.backtests(office.rooms, new Slow(ended));
        Browser browser = office.browserOf("bert");
        browser.open("/settings/matching");

        browser.fill("/settings/matching", Map.of());
        awaitText(browser, "1,200 of 5,000 lines");
        assertThat(browser.openPart("/settings/matching").select("progress").attr("value"))
                .isEqualTo("1200");
        browser.open("/settings/matching");
        browser.fill("/settings/matching/end", Map.of());

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(awaitEnd(browser).select(".flash.bad").text()).startsWith("This went wrong on our side");
        assertThat(browser.openPart("/settings/matching").text()).isEmpty();
        assertThat(browser.header("HX-Refresh")).isEqualTo("true");
    }

    @Test
    void playsARecordedHistoryAndSaysWhichFileItWas() {
        Document page = sent(office.browserOf("vera"), """
                {"event":"invoice","invoice":{"id":"I1","direction":"SALES","type":"INVOICE","number":"2026-0042",\
                "party":{"id":"C1","name":"Atelier Lumen","ibans":["BE68539007547034"]},"currency":"EUR",\
                "total":"121.00","outstanding":"121.00","issueDate":"2026-01-02","dueDate":"2026-02-01"}}
                {"event":"transaction","transaction":{"id":"T1","account":"BE71096123456769","amount":"121.00",\
                "currency":"EUR","executionDate":"2026-01-20","valueDate":"2026-01-20","counterpartName":"Atelier Lumen",\
                "counterpartReference":"BE68539007547034","remittanceInformation":"2026-0042",\
                "remittanceInformationType":"unstructured"}}
                {"event":"confirmed","transactionId":"T1","applications":[]}
                """);

        assertThat(page.select(".verdict").text())
                .isEqualTo("Of the 1 line, 1 would have been booked by themselves: 0 as was decided, 1 otherwise.");
        assertThat(page.select("#came ~ small").text()).endsWith("a file.xml");
        assertThat(page.select(".mistake h3").text()).contains("Atelier Lumen", "T1");
        assertThat(page.select(".mistake h3 a")).isEmpty();
    }

    @Test
    void saysWhichLineOfAHistoryIsWrong() {
        assertThat(sent(office.browserOf("vera"), "{\"event\":")
                        .select("[role=alert]")
                        .text())
                .isEqualTo(
                        "Line 1 of a file.xml: The line is not JSON (see column 10); mend it, or write the history again if it"
                                + " was cut off.");
    }

    @Test
    void asksForAFileWhereNoneWasChosen() {
        Browser browser = office.browserOf("vera");
        browser.open("/settings/matching");

        browser.upload("/settings/matching/file", "file", new byte[0]);

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text())
                .isEqualTo("The history is missing, or empty: choose it.");
    }

    @Test
    void saysThatTheMatchingIsAway() throws Exception {
        Browser browser = office.browserOf("bert");
        browser.open("/settings/matching");
        RoomsForTests.backtests(office.rooms, null);

        browser.fill("/settings/matching", Map.of());

        assertThat(browser.page().text()).contains("The matching is not there now");
    }

    /** One that goes on until it is told to end, and then fails. */
    private record Slow(CountDownLatch ended) implements OwnPast {
        @Override
        public BacktestReport own(Caller caller, Progress progress) {
            while (progress.at(1_200, 5_000)) {
                Thread.onSpinWait();
            }
            ended.countDown();
            throw new IllegalStateException("as a test wants it");
        }
    }

    private void decideOtherwise(String line, String document, String amount) throws Exception {
        TransactionId id = office
                .matching
                .decisions(office.anna, new org.bankfeed.matching.DecisionQuery(java.util.Set.of(), null, null, 10))
                .items()
                .stream()
                .map(Decision::transaction)
                .filter(one -> one.feedId().equals(line))
                .findFirst()
                .orElseThrow();
        office.matching.undo(office.anna, id, version(id));
        office.matching.confirm(
                office.anna,
                id,
                version(id),
                java.util.List.of(Application.of(new DocumentId(document), Money.of(amount, "EUR"))));
    }

    private long version(TransactionId id) {
        return office.matching.decision(office.anna, id).orElseThrow().version();
    }

    private static Document played(Browser browser) {
        browser.open("/settings/matching");
        browser.fill("/settings/matching", Map.of());
        return awaitEnd(browser);
    }

    private static Document sent(Browser browser, String history) {
        browser.open("/settings/matching");
        browser.upload("/settings/matching/file", "file", history.getBytes(StandardCharsets.UTF_8));
        return awaitEnd(browser);
    }

    private static Document awaitEnd(Browser browser) {
        Document page = browser.open("/settings/matching");
        while (!page.select("progress").isEmpty()) {
            page = browser.open("/settings/matching");
        }
        return page;
    }

    private static void awaitText(Browser browser, String text) {
        while (!browser.open("/settings/matching").text().contains(text)) {
            Thread.onSpinWait();
        }
    }
}
