package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.journal.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectTest {

    private static final String SETTINGS = "/settings/integrations";

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        office.feed.share(Office.account(Office.CHECKING, "BE71096123456769", "Current <b>account</b>", "10000.00"));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void connectsAndReadsByItself() throws Exception {
        office.line("-9.99", Office.TODAY, "Post", null, "stamps");
        Browser browser = office.browserOf("anna");
        browser.open(SETTINGS);
        assertThat(browser.page().select(".badge").text()).isEqualTo("Not connected");
        assertThat(browser.page().select("a[href=https://myponto.com]").attr("rel"))
                .isEqualTo("noopener");

        String state = setOut(browser);
        assertThat(browser.open(SETTINGS).select(".badge").text()).isEqualTo("Connecting");
        assertThat(browser.page().text()).contains("Somebody was sent to Ponto just now");
        browser.open("/connect/return?state=" + state + "&code=code-1");

        assertThat(browser.path()).isEqualTo(SETTINGS);
        assertThat(flash(browser))
                .isEqualTo("Connected to Bakkerij De Korenaar BV at Ponto: 1 account shared. Their lines are being read"
                        + " now.");
        assertThat(Office.said(office.readingEnds())).startsWith("1 new line from 1 account");
        browser.open(SETTINGS);
        assertThat(browser.page().select(".badge").eq(0).text()).isEqualTo("Connected");
        assertThat(browser.page().select("dl").text()).contains("Current <b>account</b>", "Last read just now");
        assertThat(browser.page().select("dl b")).isEmpty();
    }

    @Test
    void whatIsNoLongerSharedIsNotCountedAmongTheSharedAccounts() throws Exception {
        office.link();
        office.feed.unshare(Office.CHECKING);
        office.feed.share(Office.account(new FeedAccountId("savings"), "BE55194981120644", "Savings", "1.00"));
        Browser browser = office.browserOf("anna");

        browser.open("/connect/return?state=" + setOut(browser) + "&code=code-2");

        assertThat(flash(browser)).contains("Ponto: 1 account shared.");
    }

    @Test
    void somebodyNewHasTheProvidersFormsFilledIn() {
        Browser browser = office.browserOf("anna");
        browser.open(SETTINGS);
        Map<String, String> typed = Map.of(
                "form-token",
                browser.formToken(),
                "feed",
                "ponto",
                "email",
                "lies@korenaar.example",
                "vat-number",
                "BE0999999922");

        browser.send(SETTINGS + "/newcomer", typed);

        OnboardingDetails told = Objects.requireNonNull(office.feed.onboarding());
        assertThat(told.email()).isEqualTo("lies@korenaar.example");
        assertThat(told.vatNumber()).isEqualTo("BE0999999922");
        assertThat(told.partnerReference()).isEqualTo(Office.COMPANY.value());

        browser.open(SETTINGS);
        browser.send(
                SETTINGS + "/connect", Map.of("form-token", browser.formToken(), "feed", "ponto", "email", "lies"));
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().text()).contains("‘lies’ is no address of mail");
    }

    @Test
    void aFormLeavesForTheProviderThroughAPageThatSaysSo() {
        Browser browser = office.browserOf("anna");

        String state = setOut(browser);

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.header("Refresh")).isEqualTo("0; url=http://127.0.0.1:1/auth?state=" + state);
        assertThat(browser.page().text()).contains("You are on your way to Ponto.");
    }

    @Test
    void whoRefusesChangesNothing() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");

        browser.open("/connect/return?state=" + setOut(browser) + "&error=access_denied");

        assertThat(browser.path()).isEqualTo(SETTINGS);
        assertThat(flash(browser)).isEqualTo("You did not give access at Ponto; nothing was changed.");
        assertThat(office.journal.connections(office.anna))
                .extracting(Connection::state)
                .containsExactly(Connection.State.CONNECTED);
    }

    @Test
    void aForeignStateChangesNothing() {
        Browser browser = office.browserOf("anna");

        browser.open("/connect/return?state=%3Cscript%3E&code=code-1");

        assertThat(flash(browser)).startsWith("You came back from Ponto in a way that nobody waits for here");
        assertThat(browser.page().select("form[action$=connect] button").text()).isEqualTo("Connect");
        assertThat(office.journal.connections(office.anna)).isEmpty();
    }

    @Test
    void aUsedStateIsUsed() throws Exception {
        Browser browser = office.browserOf("anna");
        String state = setOut(browser);
        browser.open("/connect/return?state=" + state + "&code=code-1");
        office.readingEnds();

        browser.open("/connect/return?state=" + state + "&code=code-1");

        assertThat(flash(browser)).contains("it was used already").contains("Nothing was changed or lost");
        assertThat(office.journal.connections(office.anna)).hasSize(1);
    }

    @Test
    void aReturnWithoutAStateIsSaid() {
        Browser browser = office.browserOf("anna");

        browser.open("/connect/return?code=code-1");

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text())
                .startsWith("This is the address to which Ponto sends people back");
    }

    @Test
    void aCodeThatTheProviderRefusesIsSaid() {
        Browser browser = office.browserOf("anna");

        browser.open("/connect/return?state=" + setOut(browser) + "&code=wrong");

        assertThat(flash(browser)).startsWith("Not connected. The code was used, has expired, or is not ours");
    }

    @Test
    void aProviderThatDoesNotAnswerIsTriedAgainWithTheSameConsent() throws Exception {
        Browser browser = office.browserOf("anna");
        String state = setOut(browser);
        office.feed.failNext(new BankFeedException.Unavailable("Ponto does not answer", Duration.ZERO, null, null));
        browser.open("/connect/return?state=" + state + "&code=code-1");
        assertThat(browser.status()).isEqualTo(503);

        String again = browser.page().select("a.primary").attr("href");
        browser.open(again.substring("/bankfeed".length()));

        assertThat(flash(browser)).startsWith("Connected to Bakkerij De Korenaar BV");
        office.readingEnds();
    }

    @Test
    void whoComesBackWithoutASessionSignsInAndGoesOn() throws Exception {
        String state = setOut(office.browserOf("anna"));
        Browser other = office.browser();
        other.open("/connect/return?state=" + state + "&code=code%261");
        assertThat(other.path()).startsWith("/sign-in?next=");

        other.fill("/sign-in", Map.of("user", "anna", "password", FakeSignIn.passwordOf("anna")));

        assertThat(other.path()).isEqualTo(SETTINGS);
        assertThat(flash(other)).startsWith("Connected to");
        office.readingEnds();
    }

    @Test
    void anotherPersonsReturnIsForeign() {
        String state = setOut(office.browserOf("anna"));
        Browser nico = office.browserOf("nico");

        nico.open("/connect/return?state=" + state + "&code=code-1");

        assertThat(flash(nico)).contains("begun by somebody else");
    }

    @Test
    void whoIsNoAdministratorIsToldWhoMay() {
        Browser browser = office.browserOf("bert");
        browser.open(SETTINGS);
        assertThat(browser.page().select("form[action$=connect], a.danger")).isEmpty();
        assertThat(browser.page().text()).contains("needs the role administrator", "ask an administrator of Company");

        browser.send(SETTINGS + "/connect", Map.of("form-token", browser.formToken(), "feed", "ponto"));
        assertThat(browser.status()).isEqualTo(403);
        browser.open("/connect/return?state=x&code=code-1");

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.page().select("[role=alert]").text())
                .startsWith("You are signed in as bert, who may not connect a bank");
    }

    @Test
    void aWayThatIsNotThereIsSaid() {
        Browser browser = office.browserOf("anna");
        browser.open(SETTINGS);

        browser.fill(SETTINGS + "/connect", Map.of("feed", "<i>nowhere</i>"));

        assertThat(flash(browser)).startsWith("Not connected. There is no bank feed ‘<i>nowhere</i>’ now");
        assertThat(browser.page().select("i")).isEmpty();
    }

    @Test
    void renewsAtTheBankAndComesBack() throws Exception {
        office.link();
        Browser browser = office.browserOf("bert");
        browser.open(SETTINGS);
        browser.open(browser.page().select("a:contains(Configure)").attr("href").substring("/bankfeed".length()));
        assertThat(browser.page().select("td .badge.good").eachText()).containsExactly("Linked", "120 days left");

        browser.fill(SETTINGS + "/renew", Map.of());

        assertThat(browser.header("Refresh")).isEqualTo("0; url=http://127.0.0.1:1/renew/checking");
        assertThat(browser.page().text()).contains("You are on your way to Test bank.");
    }

    @Test
    void aBankThatCannotBeAskedForRenewalIsSaid() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        String id = office.journal.connections(office.anna).get(0).id().value();
        browser.open(SETTINGS + "/link?id=" + id);
        office.feed.failNext(new BankFeedException.Unavailable("Ponto does not answer", Duration.ZERO, null, null));

        browser.fill(SETTINGS + "/renew", Map.of());

        assertThat(browser.path()).isEqualTo(SETTINGS + "/link?id=" + id);
        assertThat(browser.page().select(".flash.bad").text()).endsWith("Ponto does not answer.");
        browser.fill(SETTINGS + "/renew", Map.of("account", "none"));
        assertThat(browser.status()).isEqualTo(404);
    }

    private static String flash(Browser browser) {
        return browser.page().select("main > .flash").eq(0).text();
    }

    private String setOut(Browser browser) {
        browser.open(SETTINGS);
        if (browser.page().select("form[action$=connect]").isEmpty()) {
            browser.open(SETTINGS + "/another?feed=ponto");
        }
        browser.fill(SETTINGS + "/connect", Map.of());
        return browser.page().select("a.primary").attr("href").replace("http://127.0.0.1:1/auth?state=", "");
    }
}
