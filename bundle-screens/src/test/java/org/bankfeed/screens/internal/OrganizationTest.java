package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.ReconnectReceipt;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganizationTest {

    private static final String SETTINGS = "/settings/integrations";
    private static final String PATH = SETTINGS + "/organization";
    private static final ConnectionId OTHER = new ConnectionId("c2");

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private FakeBankJournal journal;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        journal = new ScriptedLink(office).journal;
        journal.put(ScriptedLink.connection(OTHER, State.UNCONFIRMED, "Slagerij <i>Maes</i>"));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void showsBothAndAsksFirst() {
        Document page = office.browserOf("anna").open(PATH + "?id=c2");

        assertThat(page.select("h1").text()).isEqualTo("Did you mean Slagerij <i>Maes</i>?");
        assertThat(page.select(".part-card").eachText().get(0))
                .contains(
                        "Connected so far", "Bakkerij De Korenaar BV", "Current account (BE…6769)", "Savings account");
        assertThat(page.select(".part-card.now").text()).contains("Came back now", "Slagerij <i>Maes</i>");
        assertThat(page.select("main button, main a.button").eachText())
                .containsExactly("Yes, connect Slagerij <i>Maes</i> as well", "No, that was a mistake", "Decide later");
        assertThat(state(OTHER)).isEqualTo(State.UNCONFIRMED);
    }

    @Test
    void acceptedItStandsBesideTheOneOfBefore() throws Exception {
        Browser browser = office.browserOf("anna");
        browser.open(PATH + "?id=c2");

        browser.fill(PATH + "/accept", Map.of());
        office.readingEnds();

        assertThat(state(OTHER)).isEqualTo(State.CONNECTED);
        assertThat(state(ScriptedLink.LINK)).isEqualTo(State.CONNECTED);
        assertThat(browser.path()).isEqualTo(SETTINGS + "/link?id=c2");
        browser.open(PATH + "?id=c2");
        assertThat(browser.path()).isEqualTo(SETTINGS + "/link?id=c2");
        assertThat(browser.page().select(".flash.good").text()).contains("needs no answer any more");
    }

    @Test
    void aMistakeChangesNothingAndSaysSo() {
        Browser browser = office.browserOf("anna");
        browser.open(PATH + "?id=c2");

        browser.fill(PATH + "/reject", Map.of());

        assertThat(state(OTHER)).isEqualTo(State.DISCONNECTED);
        assertThat(state(ScriptedLink.LINK)).isEqualTo(State.CONNECTED);
        assertThat(browser.page().select("main > .flash").text())
                .contains("is not connected, and nothing of it was read", "nothing was changed");
        assertThat(office.errands.of(Office.COMPANY)).isEmpty();
    }

    @Test
    void aSecondAnswerEndsNothing() throws Exception {
        Browser browser = office.browserOf("anna");
        browser.open(PATH + "?id=c2");
        journal.accept(office.anna, OTHER);

        browser.fill(PATH + "/reject", Map.of());

        assertThat(state(OTHER)).isEqualTo(State.CONNECTED);
        assertThat(browser.page().select("main > .flash.bad").text()).startsWith("Nothing was changed");
    }

    @Test
    void onlyAnAdministratorAnswers() {
        journal.tell(new Notice(
                Notice.Kind.OTHER_ORGANIZATION,
                ScriptedLink.MORNING,
                FakeBankJournal.saying("another organization"),
                OTHER,
                null));
        Browser browser = office.browserOf("bert");
        browser.open(SETTINGS);
        assertThat(browser.page().select(".notice").text()).contains("an administrator of Company");
        assertThat(browser.page().select("a[href*=organization]")).isEmpty();
        String token = browser.formToken();

        browser.open(PATH + "?id=c2");
        assertThat(browser.status()).isEqualTo(403);
        browser.send(PATH + "/accept", Map.of("form-token", token, "id", "c2"));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(state(OTHER)).isEqualTo(State.UNCONFIRMED);
    }

    @Test
    void whoConnectsASecondOneIsOfferedToRenewInstead() {
        Browser browser = office.browserOf("anna");
        browser.open(SETTINGS);
        browser.open(browser.page()
                .select("a:contains(Connect another organization)")
                .attr("href")
                .substring("/bankfeed".length()));

        assertThat(browser.page().select("main").text())
                .contains("Bakkerij De Korenaar BV", "Renew it instead", "Current account BE…6769");
        assertThat(browser.page().select("form[action$=/renew] button").eachText())
                .containsExactly("Renew at the bank", "Renew at the bank");
        assertThat(browser.page().select("form[action$=/connect] button").text())
                .isEqualTo("Go to Ponto for another organization");
    }

    @Test
    void whoComesBackSeesAtOnceWhatBecameOfTheGapAndNotForEver() {
        journal.put(receipt(office.rooms.clock().instant().minus(Duration.ofDays(1))));
        Browser browser = office.browserOf("vera");
        assertThat(browser.open(SETTINGS).select(".flash.note").text()).contains("0 doubled, 0 lost");

        journal.put(receipt(office.rooms.clock().instant().minus(Duration.ofDays(3))));
        assertThat(browser.open(SETTINGS).text()).doesNotContain("0 doubled, 0 lost");
    }

    private static ReconnectReceipt receipt(Instant returned) {
        return new ReconnectReceipt(
                ScriptedLink.LINK, returned, returned.minus(Duration.ofDays(3)), returned, 40, 0, 0, 7, 2);
    }

    @Test
    void aReceiptSaysWhatBecameOfTheGap() {
        journal.put(receipt(ScriptedLink.MORNING));

        Document page = office.browserOf("vera").open(SETTINGS + "/link?id=c1");

        assertThat(page.select(".flash").text())
                .contains("0 doubled, 0 lost")
                .contains("The gap from 13 Mar 2026 08:00 to 16 Mar 2026 08:00 is filled with 7 lines")
                .contains("40 lines came again and were recognised")
                .contains("2 doubtful lines are held back");
        assertThat(page.select(".flash a").attr("href")).isEqualTo("/bankfeed/bank/doubts");
    }

    private State state(ConnectionId id) {
        return journal.connections(office.anna).stream()
                .filter(link -> link.id().equals(id))
                .map(Connection::state)
                .findFirst()
                .orElseThrow();
    }
}
