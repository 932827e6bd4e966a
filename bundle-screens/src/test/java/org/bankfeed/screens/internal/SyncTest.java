package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.SyncProgress;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.screens.internal.rooms.Reading;
import org.bankfeed.value.InternetAddress;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncTest {

    private static final String HOME = "81.82.83.84";

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private FakeBankJournal journal;

    private final CountDownLatch ordered = new CountDownLatch(1);

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        journal = new ScriptedLink(office).journal;
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void ordersWithThePersonsOwnAddressAndSaysWhatCame() throws Exception {
        journal.receipt(new SyncReceipt(
                List.of(
                        new SyncReceipt.AccountPart(ScriptedLink.CHECKING, 2, 0, 0, true, null),
                        new SyncReceipt.AccountPart(
                                ScriptedLink.SAVINGS,
                                0,
                                0,
                                0,
                                true,
                                Sentence.quoted("the bank did not answer in time"))),
                List.of()));
        Browser browser = office.browserOf("bert").from("9.9.9.9, " + HOME);

        synchronize(browser, "/", Map.of());

        Reading done = office.readingEnds();
        assertThat(journal.orders()).singleElement().satisfies(order -> {
            assertThat(order.caller().name()).isEqualTo("bert");
            assertThat(order.accounts()).isEmpty();
            assertThat(InternetAddress.of(order.person())).hasToString(HOME);
        });
        assertThat(Office.said(done)).isEqualTo("The banks were asked: 2 new lines from 2 accounts.");
        assertThat(browser.open("/").select(".flash.note").text())
                .contains("The banks were asked: 2 new lines from 2 accounts. Ordered just now by bert.")
                .contains("Savings account: The bank did not answer in time");
    }

    @Test
    void whatWentWrongIsSaidInTheReadersLanguageAndWhatOthersSaidStaysAQuotation() throws Exception {
        journal.receipt(new SyncReceipt(
                List.of(
                        new SyncReceipt.AccountPart(
                                ScriptedLink.CHECKING, 0, 0, 0, false, Sentence.of(SentenceCode.BANK_TAKES_LONG)),
                        new SyncReceipt.AccountPart(
                                ScriptedLink.SAVINGS, 0, 0, 0, false, Sentence.quoted("The bank is busy."))),
                List.of(Sentence.of(
                        SentenceCode.LINK_COULD_NOT_BE_READ,
                        new Argument.Name("Korenaar"),
                        new Argument.Quote("No answer.")))));
        Browser browser = office.browserOf("bert").from("9.9.9.9, " + HOME);

        synchronize(browser, "/", Map.of());

        office.readingEnds();
        Elements said = browser.speaks("nl").open("/").select(".flash.note");
        assertThat(said.text())
                .contains("De verbinding met Korenaar kon niet worden gelezen: “No answer.”")
                .contains("De bank doet lang over haar antwoord")
                .contains("The bank is busy.");
        assertThat(said.select("[lang=en]").eachText()).contains("No answer.", "The bank is busy.");
    }

    @Test
    void oneAccountIsAskedFromItsPage() throws Exception {
        Browser browser = office.browserOf("anna").from(HOME);
        String page = "/settings/accounts/account?id=" + ScriptedLink.SAVINGS;

        synchronize(browser, page, Map.of());

        assertThat(browser.path()).isEqualTo(page);
        office.readingEnds();
        assertThat(journal.orders()).singleElement().satisfies(order -> assertThat(order.accounts())
                .isEqualTo(Set.of(ScriptedLink.SAVINGS)));
        browser.open("/");
        browser.fill("/synchronize", Map.of("account", "nobody's"));
        assertThat(browser.status()).isEqualTo(404);
    }

    @Test
    void showsHowFarItIsWhileItRuns() throws Exception {
        CountDownLatch goOn = held();
        journal.steps(
                new SyncProgress(
                        ScriptedLink.CHECKING,
                        SyncProgress.Step.DETAILS,
                        0,
                        2,
                        asks(SentenceCode.ASKS_FOR_BALANCE, "Current account")),
                new SyncProgress(
                        ScriptedLink.SAVINGS,
                        SyncProgress.Step.TRANSACTIONS,
                        1,
                        2,
                        asks(SentenceCode.ASKS_FOR_LINES, "Savings account")));
        Browser browser = office.browserOf("anna").from(HOME);

        synchronize(browser, "/", Map.of());
        assertThat(ordered.await(20, TimeUnit.SECONDS)).isTrue();
        browser.openPart("/read");

        assertThat(browser.page().select("[hx-get$=/read] p").text())
                .startsWith("KBC is asked for new transactions of Savings account. 1 of 2 accounts done");
        assertThat(browser.page().select("progress").attr("max")).isEqualTo("2");
        assertThat(browser.page().select("progress").attr("value")).isEqualTo("1");
        browser.speaks("fr").openPart("/read");
        assertThat(browser.page().select("[hx-get$=/read] p").text())
                .as("to who reads French")
                .startsWith("Les nouvelles opérations de Savings account sont demandées à KBC. 1 ");
        goOn.countDown();
        office.readingEnds();
        browser.openPart("/read");
        assertThat(browser.header("HX-Refresh")).isEqualTo("true");
    }

    private static Sentence asks(SentenceCode code, String account) {
        return Sentence.of(code, new Name("KBC"), new Name(account));
    }

    @Test
    void twoWhoPressAtOnceGetOneRun() throws Exception {
        CountDownLatch goOn = held();
        Browser anna = office.browserOf("anna").from(HOME);
        Browser bert = office.browserOf("bert").from("81.82.83.85");
        anna.open("/");
        bert.open("/");

        anna.fill("/synchronize", Map.of());
        bert.fill("/synchronize", Map.of());

        assertThat(bert.page().select(".flash.good").text()).startsWith("The banks are being read already");
        assertThat(bert.page().select(".flash.reading").text()).contains("ordered by anna");
        assertThat(bert.page().select("form[action$=/synchronize] button").hasAttr("disabled"))
                .isTrue();
        goOn.countDown();
        office.readingEnds();
        assertThat(journal.orders()).hasSize(1);
    }

    @Test
    void anAddressOfTheHouseIsRefusedWithWhatToConfigure() {
        for (String address : List.of("192.168.1.20", "10.0.0.8", "fd00::1", "127.0.0.1")) {
            Browser browser = office.browserOf("anna").from(address);
            browser.open("/");
            assertThat(browser.page().select("button.primary").eachText()).containsExactly("Read now");
            browser.fill("/synchronize", Map.of());
            assertThat(browser.page().select(".flash.bad").text())
                    .startsWith("Nothing was ordered.")
                    .contains("which only your own network knows", "proxies", "org.bankfeed.screens.cfg");
        }
        Browser hidden = office.browserOf("anna").from("81.82.83.84, unknown");
        synchronize(hidden, "/", Map.of());
        assertThat(hidden.page().select(".flash.bad").text()).contains("does not say from where you come");
        assertThat(journal.orders()).isEmpty();
        assertThat(office.errands.of(Office.COMPANY)).isEmpty();
    }

    @Test
    void aViewerMayNot() {
        Browser browser = office.browserOf("vera").from(HOME);
        assertThat(browser.open("/").select("form[action$=/synchronize]")).isEmpty();

        browser.send("/synchronize", Map.of("form-token", browser.formToken()));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(journal.orders()).isEmpty();
    }

    private static void synchronize(Browser browser, String page, Map<String, String> typed) {
        browser.open(page);
        browser.fill("/synchronize", typed);
    }

    private CountDownLatch held() {
        CountDownLatch goOn = new CountDownLatch(1);
        journal.onSynchronize(() -> {
            ordered.countDown();
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return goOn;
    }
}
