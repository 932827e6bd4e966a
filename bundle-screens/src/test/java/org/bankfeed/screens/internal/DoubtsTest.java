package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.value.Money;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    private static final String PATH = "/bank/doubts";
    private static final TransactionId CAME = new TransactionId(ScriptedLink.CHECKING, "new-1");
    private static final TransactionId KNOWN = new TransactionId(ScriptedLink.CHECKING, "old-1");
    private static final TransactionId OTHER = new TransactionId(ScriptedLink.CHECKING, "old-2");

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private FakeBankJournal journal;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        journal = new ScriptedLink(office).journal;
        journal.doubt(new DoubtfulLine(
                line(CAME, BankTransaction.State.DOUBTFUL, "BE68539007547034", "factuur 2026-7 <b>dank</b>"),
                List.of(
                        line(KNOWN, BankTransaction.State.BOOKED, "BE68539007547034", "factuur 2026-7"),
                        line(OTHER, BankTransaction.State.BOOKED, "NL91ABNA0417164300", "factuur 2026-8"))));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void laysTheLineBesideItsCandidatesAndMarksWhatDiffers() {
        Document page = office.browserOf("bert").open(PATH);

        assertThat(page.select("article h2").text()).isEqualTo("Current account, came 16 Mar 2026 08:00");
        Element text = row(page, "What the payer wrote");
        assertThat(text.select("td").eachText())
                .containsExactly("factuur 2026-7 <b>dank</b>", "factuur 2026-7", "factuur 2026-8");
        assertThat(text.select("td").get(0).select("mark").text()).isEqualTo("<b>dank</b>");
        assertThat(text.select("td").get(1).select("mark")).isEmpty();
        assertThat(text.select("td").get(2).select("mark").text()).isEqualTo("2026-8");
        assertThat(row(page, "Their account").select("td").eachText()).containsExactly("BE…7034", "BE…7034", "NL…4300");
        assertThat(row(page, "Their account").select("mark").eachText()).containsExactly("NL…4300");
        assertThat(row(page, "Amount").hasClass("differs")).isFalse();
        assertThat(page.select("article button").eachText())
                .containsExactly("The same as known 1 s", "The same as known 2", "A new line n");
        assertThat(page.select("article b")).isEmpty();
    }

    @Test
    void theTabCountsThem() {
        Browser browser = office.browserOf("vera");

        browser.open("/bank");

        assertThat(browser.page()
                        .select("[aria-label=Bank] a:contains(Doubtful)")
                        .text())
                .isEqualTo("Doubtful 1");
        assertThat(browser.page().select("tbody.line[data-id=a1/new-1] .badge").text())
                .isEqualTo("Doubtful");
    }

    @Test
    void theSameIsNoLineAnyMoreAndCanBeTakenBack() {
        Browser browser = office.browserOf("bert");
        browser.open(PATH);

        browser.fill(PATH + "/same", Map.of());

        assertThat(journal.doubts(office.anna)).isEmpty();
        assertThat(journal.transaction(office.anna, CAME)).isEmpty();
        assertThat(journal.log(office.anna, 0, 10)).isEmpty();
        assertThat(browser.page().select(".flash.said").text()).startsWith("Kept as another id of the line");
        assertThat(browser.page().select(".empty").text()).isEqualTo("No line is in doubt.");

        browser.fill(PATH + "/new", Map.of());

        assertThat(journal.log(office.anna, 0, 10)).hasSize(1);
        assertThat(browser.page().select(".flash.said").text()).startsWith("Taken as a new line");
        assertThat(browser.page().select(".flash.said a").attr("href")).isEqualTo("/bankfeed/bank/line?id=a1%2Fnew-1");
    }

    @Test
    void aNewOneEntersTheLog() {
        Browser browser = office.browserOf("bert");
        browser.open(PATH);

        browser.fill(PATH + "/new", Map.of());

        assertThat(journal.log(office.anna, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.transaction().id()).isEqualTo(CAME));
    }

    @Test
    void thatALineIsNewCanBeTakenBack() {
        Browser browser = office.browserOf("bert");
        browser.open(PATH);
        browser.fill(PATH + "/new", Map.of());
        assertThat(browser.page().select("details summary").text()).isEqualTo("Said to be new (1)");

        browser.fill(PATH + "/same", Map.of());

        assertThat(journal.saidNew(office.anna)).isEmpty();
        assertThat(journal.transaction(office.anna, CAME)).isEmpty();
        assertThat(browser.page().select(".flash.said").text()).startsWith("Kept as another id of the line");
    }

    @Test
    void allLinesOfAnAccountAreDecidedAtOnceByWhoMeansIt() {
        TransactionId second = new TransactionId(ScriptedLink.CHECKING, "new-2");
        TransactionId third = new TransactionId(ScriptedLink.CHECKING, "old-3");
        journal.doubt(new DoubtfulLine(
                line(second, BankTransaction.State.DOUBTFUL, "BE68539007547034", "other words"),
                List.of(line(third, BankTransaction.State.BOOKED, "BE68539007547034", "words"))));
        Browser browser = office.browserOf("bert");
        browser.open(PATH);
        assertThat(browser.page().select("details summary").text()).isEqualTo("All 2 lines of Current account at once");
        assertThat(browser.page().select("details button").eachText())
                .containsExactly("The same: all 1 that are clear", "New: all 2");

        browser.fill(PATH + "/all", Map.of());
        assertThat(journal.doubts(office.anna))
                .as("nobody ticked that he means it")
                .hasSize(2);
        browser.fill(PATH + "/all", Map.of("sure", "on"));
        assertThat(journal.doubts(office.anna))
                .singleElement()
                .satisfies(left -> assertThat(left.line().id()).isEqualTo(CAME));

        browser.open(PATH);
        browser.send(
                PATH + "/all",
                Map.of(
                        "form-token",
                        browser.formToken(),
                        "account",
                        "a1",
                        "decision",
                        "new",
                        "seen",
                        "7",
                        "sure",
                        "on"));
        assertThat(browser.page().select(".flash").text()).contains("Nothing was changed");
        assertThat(journal.doubts(office.anna)).hasSize(1);
    }

    @Test
    void whatSomebodyElseDecidedMeanwhileIsSaid() throws Exception {
        Browser browser = office.browserOf("bert");
        browser.open(PATH);
        journal.isNew(office.anna, CAME);

        browser.fill(PATH + "/same", Map.of());

        assertThat(browser.path()).isEqualTo(PATH);
        assertThat(browser.page().select(".flash.bad").text())
                .startsWith("Nothing was changed.")
                .contains("Somebody said meanwhile that this line is new");
    }

    @Test
    void aViewerLooksOnly() {
        Browser browser = office.browserOf("vera");
        browser.open(PATH);
        assertThat(browser.page().select("article")).hasSize(1);
        assertThat(browser.page().select("main form")).isEmpty();

        browser.send(PATH + "/new", Map.of("form-token", browser.formToken(), "id", CAME.toString()));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(journal.doubts(office.anna)).hasSize(1);
        browser.send(PATH + "/new", Map.of("form-token", browser.formToken(), "id", "nonsense"));
        assertThat(browser.status()).isEqualTo(400);
    }

    private static Element row(Document page, String label) {
        return page.select("article tr:has(th:containsOwn(" + label + "))").get(0);
    }

    private static BankTransaction line(TransactionId id, BankTransaction.State state, String account, String text) {
        FeedTransaction read = new FeedTransaction(
                id.feedId(),
                Money.of("121.00", "EUR"),
                Office.TODAY.minusDays(3),
                Office.TODAY.minusDays(3),
                "Peeters",
                account,
                text,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new BankTransaction(id, state, read, ScriptedLink.MORNING, null);
    }
}
