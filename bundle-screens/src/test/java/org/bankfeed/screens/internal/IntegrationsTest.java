package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedShare;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntegrationsTest {

    private static final String SETTINGS = "/settings/integrations";

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
    void withoutAFeedTheOperatorIsNamed() {
        office.journal.unbindFeed(office.feed);

        Document page = office.browserOf("anna").open(SETTINGS);

        assertThat(page.select("h2").text()).isEqualTo("No way to connect yet");
        assertThat(page.text()).contains("docs/configuration-ponto.md", "org.bankfeed.ponto.connect");
        assertThat(page.select("form[action$=connect]")).isEmpty();
    }

    @Test
    void aFeedThatWentAwayLeavesItsLinkInSight() throws Exception {
        office.link();
        office.journal.unbindFeed(office.feed);

        Document page = office.browserOf("anna").open(SETTINGS);

        assertThat(page.select(".flash.note").text()).contains("is not there now", "Nothing is lost");
        assertThat(page.select(".badge").eq(0).text()).isEqualTo("Connected");
        assertThat(page.select("form[action$=connect]")).isEmpty();
    }

    @Test
    void aBrokenLinkSaysWhatWhoAndSinceWhen() throws Exception {
        office.link();
        office.feed.failNext(new BankFeedException.ReconnectRequired("revoked <at> Ponto", "r-7", null));
        office.work();
        Browser browser = office.browserOf("anna");

        Document page = browser.open(SETTINGS);

        assertThat(page.select(".badge").eq(0).text()).isEqualTo("Problem");
        assertThat(page.select(".notice.bad").text())
                .startsWith("There is a problem with the connection to ")
                .contains("Bakkerij De Korenaar BV", "name the request id r-7")
                .contains(
                        "revoked <at> Ponto",
                        "No new lines come by it",
                        "Since 16 Mar 2026 09:00",
                        "Can mend it an administrator of Company")
                .doesNotContain("bank:");
        assertThat(page.select("form[action$=connect] button").eachText()).containsExactly("Reconnect");
    }

    @Test
    void aLinkThatSharesNothingIsNoBrokenLink() throws Exception {
        office.link();
        office.feed.unshare(Office.CHECKING);
        office.work();

        Document page = office.browserOf("anna").open(SETTINGS);

        assertThat(page.select(".badge").eq(0).text()).isEqualTo("No account shared");
        assertThat(page.select(".notice.bad").text())
                .contains("is connected, but no bank account is shared, so payments cannot be checked");
        assertThat(page.select("form[action$=connect] button").eachText()).containsExactly("Choose accounts at Ponto");
    }

    @Test
    void aBankThatDoesNotAnswerIsNoBrokenLinkEither() throws Exception {
        office.link();
        office.feed.failNext(new BankFeedException.Unavailable("Ponto rests", Duration.ZERO, null, null));
        office.work();

        Document page = office.browserOf("anna").open(SETTINGS);

        assertThat(page.select(".badge").eq(0).text()).isEqualTo("Waiting");
        assertThat(page.select("dd").eq(0).text()).contains("Connected since", "Ponto rests");
    }

    @Test
    void theNamesOfOthersAreText() throws Exception {
        office.feed.organization(new Organization("o-2", "<img src=x onerror=alert(1)>"));
        office.link();
        Browser browser = office.browserOf("anna");

        browser.open(SETTINGS);
        assertThat(browser.page().select("h3").text()).isEqualTo("<img src=x onerror=alert(1)>");
        browser.open(SETTINGS + "/link?id=" + link());
        assertThat(browser.page().select("main img")).isEmpty();
    }

    @Test
    void anUnknownLinkIsNotFound() {
        Browser browser = office.browserOf("anna");

        browser.open(SETTINGS + "/link?id=%3Cb%3E");
        assertThat(browser.status()).isEqualTo(404);
        browser.open(SETTINGS + "/link");

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text()).isEqualTo("The connection is missing: fill it in.");
    }

    @Test
    void aNeighbourSeesNothingOfIt() throws Exception {
        office.link();
        Browser nico = office.browserOf("nico");

        assertThat(nico.open(SETTINGS).text()).doesNotContain("Korenaar");
        nico.open(SETTINGS + "/link?id=" + link());

        assertThat(nico.status()).isEqualTo(404);
    }

    @Test
    void disconnectingNeedsTheTick() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        browser.open(SETTINGS + "/disconnect?id=" + link());
        assertThat(browser.page().text()).contains("Accounts, lines and decisions stay readable", "1 account");

        browser.fill(SETTINGS + "/disconnect", Map.of());
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text()).startsWith("Nothing was done");
        assertThat(state()).isEqualTo(Connection.State.CONNECTED);

        browser.fill(SETTINGS + "/disconnect", Map.of("sure", "on"));

        assertThat(state()).isEqualTo(Connection.State.DISCONNECTED);
        assertThat(browser.path()).isEqualTo(SETTINGS);
        assertThat(browser.page().select(".badge").eq(0).text()).isEqualTo("Disconnected");
        assertThat(browser.page().select("dl").text()).contains("What was read stays readable", "1 account");
        assertThat(browser.page().select("form[action$=connect] button").eachText())
                .containsExactly("Connect");
    }

    @Test
    void aProviderThatCannotBeReachedDoesNotKeepTheLink() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        browser.open(SETTINGS + "/disconnect?id=" + link());
        office.feed.failNext(new BankFeedException.Unavailable("Ponto does not answer", Duration.ZERO, null, null));

        browser.fill(SETTINGS + "/disconnect", Map.of("sure", "on"));

        assertThat(state()).isEqualTo(Connection.State.DISCONNECTED);
        assertThat(browser.page().select(".flash").text())
                .contains("is disconnected", "Ponto could not be told yet: Ponto does not answer.");
        assertThat(browser.page().select("dl.facts").text()).contains("That is tried again with every reading");
    }

    @Test
    void onlyAnAdministratorDisconnects() throws Exception {
        office.link();
        Browser browser = office.browserOf("vera");

        browser.open(SETTINGS + "/link?id=" + link());
        assertThat(browser.page().select("a.danger, form[action*=settings]")).isEmpty();
        browser.open(SETTINGS + "/disconnect?id=" + link());
        assertThat(browser.status()).isEqualTo(403);
        browser.open("/");
        browser.send(SETTINGS + "/disconnect", Map.of("form-token", browser.formToken(), "id", link(), "sure", "on"));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(state()).isEqualTo(Connection.State.CONNECTED);
    }

    @Test
    void whatTheProviderKeepsStandsBesideWhatWeKnow() throws Exception {
        office.link();
        FeedUsage usage =
                new FeedUsage(YearMonth.of(2026, 3), new BigDecimal("1.4"), BigDecimal.ZERO, null, null, null);
        office.feed.records(
                usage,
                List.of(
                        share(Office.CHECKING, "org-1"),
                        share(new FeedAccountId("new"), "org-1"),
                        share(Office.CHECKING, "x")));
        Browser browser = office.browserOf("anna");
        browser.open(SETTINGS + "/link?id=" + link());

        browser.open(browser.page()
                .select("a:contains(What Ponto keeps)")
                .attr("href")
                .replaceFirst(".*/bankfeed", ""));

        assertThat(browser.page().select("dl.facts").text())
                .contains("Accounts 1.4", "Payments 0")
                .doesNotContain("Bundles");
        assertThat(browser.page().select("tbody tr").eachText()).hasSize(2);
        assertThat(browser.page().select("tbody tr").eq(0).text())
                .contains("new", "15 Jan 2026", "Only there", "next reading");
        assertThat(browser.page().select("tbody tr").eq(1).text()).contains("Current account", "BE…6769", "Agreed");
        assertThat(browser.page().text())
                .contains("1 difference between", "1 more account is shared with the same application");
        assertThat(browser.page().select("a.button").eachText()).containsExactly("Feb 2026", "Back");
    }

    @Test
    void aWayWithoutRecordsSaysSoAndOthersSeeNone() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        browser.open(SETTINGS + "/provider?id=" + link());
        assertThat(browser.page().select(".flash.note").text()).contains("has no usage and no list");
        browser.open(SETTINGS + "/provider?id=" + link() + "&month=soon");
        assertThat(browser.status()).isEqualTo(400);

        Browser bookkeeper = office.browserOf("bert");
        bookkeeper.open(SETTINGS + "/provider?id=" + link());
        assertThat(bookkeeper.status()).isEqualTo(403);
        bookkeeper.open(SETTINGS + "/link?id=" + link());
        assertThat(bookkeeper.page().text()).doesNotContain("What Ponto keeps");
    }

    private static FeedShare share(FeedAccountId account, String organization) {
        return new FeedShare(account, organization, null, Instant.parse("2026-01-15T10:23:02Z"), null);
    }

    private String link() {
        return office.journal.connections(office.anna).get(0).id().value();
    }

    private Connection.State state() {
        return office.journal.connections(office.anna).get(0).state();
    }
}
