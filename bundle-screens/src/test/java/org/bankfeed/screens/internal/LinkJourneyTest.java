package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.screens.internal.rooms.Reading;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of the link with the real journal behind them: whoever clicks gets what the journal does. */
class LinkJourneyTest {

    private static final String SETTINGS = "/settings/integrations";

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office().link();
        office.work();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void theBankIsAskedForWhoWaits() throws Exception {
        office.line("121.00", Office.TODAY, "Atelier Lumen", null, "Invoice 2026-0042");
        Browser browser = office.browserOf("bert").from("81.82.83.84");
        browser.open("/");

        browser.fill("/synchronize", Map.of());

        Reading done = office.readingEnds();
        assertThat(Office.problems(done)).isEmpty();
        assertThat(Office.said(done)).startsWith("The banks were asked: 1 new line from 1 account");
    }

    @Test
    void whoComesBackWithAnotherOrganizationIsAskedAndAccepts() throws Exception {
        Browser browser = backWithAnother();
        assertThat(browser.path()).startsWith(SETTINGS + "/organization?id=");
        assertThat(browser.page().select("h1").text()).isEqualTo("Did you mean Slagerij Maes NV?");
        assertThat(states()).containsExactlyInAnyOrder(State.CONNECTED, State.UNCONFIRMED);
        assertThat(browser.open("/")
                        .select(".notice[data-kind=OTHER_ORGANIZATION] a.button")
                        .text())
                .isEqualTo("Say which is meant");
        browser.open(browser.page()
                .select(".notice[data-kind=OTHER_ORGANIZATION] a.button")
                .attr("href")
                .substring("/bankfeed".length()));

        browser.fill(SETTINGS + "/organization/accept", Map.of());
        office.readingEnds();

        assertThat(states()).containsExactly(State.CONNECTED, State.CONNECTED);
    }

    @Test
    void whoComesBackWithAnotherOrganizationByMistakeChangesNothing() throws Exception {
        Browser browser = backWithAnother();

        browser.fill(SETTINGS + "/organization/reject", Map.of());

        assertThat(states()).containsExactly(State.CONNECTED);
        assertThat(browser.page().select("main > .flash").text()).contains("nothing was changed");
        assertThat(browser.open("/").select(".notice[data-kind=OTHER_ORGANIZATION]"))
                .isEmpty();
    }

    @Test
    void aWebhookComesInByItsDoorAndIsShown() throws Exception {
        Instant now = office.rooms.clock().instant();
        office.feed.deliver(new FeedEvent(
                "e-1",
                "d-1",
                now.plus(Duration.ofMinutes(2)),
                FeedEvent.Kind.TRANSACTIONS_CREATED,
                "pontoConnect.account.transactionsCreated",
                "org-1",
                Office.CHECKING,
                "s-1",
                1,
                now));
        assertThat(post("signed")).isEqualTo(200);
        assertThat(post("forged")).isEqualTo(400);

        Document page = office.browserOf("vera").open("/settings/events");

        assertThat(page.select("tbody tr").eachText())
                .anyMatch(row -> row.contains("New lines pontoConnect.account.transactionsCreated"))
                .anyMatch(row -> row.startsWith("Webhooks 1"));
    }

    private int post(String body) throws Exception {
        URI door = URI.create(office.url()).resolve("/bankfeed-webhooks/ponto");
        HttpRequest request =
                HttpRequest.newBuilder(door).POST(BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private Browser backWithAnother() {
        office.feed.organization(new Organization("org-2", "Slagerij Maes NV"));
        Browser browser = office.browserOf("anna");
        browser.open(SETTINGS + "/another?feed=ponto");
        browser.fill(SETTINGS + "/connect", Map.of());
        String state = browser.page().select("a.primary").attr("href").replace("http://127.0.0.1:1/auth?state=", "");
        browser.open("/connect/return?state=" + state + "&code=code-2");
        return browser;
    }

    private List<State> states() {
        return office.journal.connections(office.anna).stream()
                .map(Connection::state)
                .toList();
    }
}
