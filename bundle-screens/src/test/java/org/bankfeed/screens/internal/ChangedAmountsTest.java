package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.ChangedAmount;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.value.Money;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangedAmountsTest {

    private static final String PATH = "/bank/amounts";
    private static final TransactionId LINE = new TransactionId(ScriptedLink.CHECKING, "t-1");

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private FakeBankJournal journal;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        journal = new ScriptedLink(office).journal;
        told("70.00");
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void showsWhatWasKeptAndWhatTheBankSaysNow() {
        Document page = office.browserOf("bert").open(PATH);

        assertThat(page.select("tbody tr").text())
                .contains("Bakkerij <b>Peeters</b>")
                .contains("7.00 EUR")
                .contains("70.00 EUR");
        assertThat(page.select("tbody b")).isEmpty();
    }

    @Test
    void aBookkeeperSettlesItAndTakesThatBack() {
        Browser browser = office.browserOf("bert");
        browser.open(PATH);

        browser.fill(PATH + "/settle", Map.of());
        assertThat(browser.page().select("details summary").text()).isEqualTo("Settled (1)");
        assertThat(browser.page().select("details tbody tr").text()).contains("bert");

        browser.fill(PATH + "/reopen", Map.of());
        assertThat(browser.page().select("details summary")).isEmpty();
        assertThat(browser.page().select("form[action$=settle]")).hasSize(1);
    }

    @Test
    void anAmountThatChangedAgainMeanwhileIsNotSettledUnseen() {
        Browser browser = office.browserOf("bert");
        browser.open(PATH);
        told("700.00");

        browser.fill(PATH + "/settle", Map.of());
        assertThat(browser.page().select(".flash").text()).contains("yet another amount");
        assertThat(browser.page().select("form[action$=settle]")).hasSize(1);
    }

    @Test
    void whoOnlyLooksFindsNoButton() {
        assertThat(office.browserOf("vera").open(PATH).select("form[action$=settle]"))
                .isEmpty();
    }

    private void told(String amount) {
        FeedTransaction line = new FeedTransaction(
                "t-1",
                Money.of("7.00", "EUR"),
                LocalDate.of(2026, 3, 10),
                LocalDate.of(2026, 3, 10),
                "Bakkerij <b>Peeters</b>",
                null,
                null,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        journal.changeAmount(new ChangedAmount(
                new BankTransaction(LINE, BankTransaction.State.BOOKED, line, Instant.EPOCH, null),
                Money.of(amount, "EUR"),
                Instant.parse("2026-03-12T09:00:00Z"),
                null,
                null));
    }
}
