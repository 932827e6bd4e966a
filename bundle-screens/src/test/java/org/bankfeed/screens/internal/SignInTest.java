package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInTest {

    @SuppressWarnings("NullAway.Init")
    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @Test
    void whoIsNotSignedInComesBackToWhereHeWanted() {
        Browser browser = office.browser();
        browser.open("/?from=afar");
        assertThat(browser.path()).startsWith("/sign-in?next=");

        browser.fill("/sign-in", Map.of("user", "anna", "password", FakeSignIn.passwordOf("anna")));

        assertThat(browser.path()).isEqualTo("/?from=afar");
        assertThat(browser.page().select("h1").text()).isEqualTo("Dashboard");
    }

    @Test
    void whoseSessionEndedComesBackToThePageOnWhichHeWas() {
        Browser form = office.browser().cameFrom("/bank?state=to-decide&q=a+b");
        form.send("/bank/confirm", Map.of("id", "account/line"));
        assertThat(form.path()).startsWith("/sign-in?next=");
        form.fill("/sign-in", Map.of("user", "anna", "password", FakeSignIn.passwordOf("anna")));
        assertThat(form.path()).isEqualTo("/bank?state=to-decide&q=a+b");

        Browser part = office.browser().cameFrom("/bank?state=booked");
        part.openPart("/bank/line?id=account/line");
        assertThat(part.header("HX-Redirect")).contains("/sign-in?next=%2Fbank%3Fstate%3Dbooked");

        Browser nowhere = office.browser().cameFrom("/bank/book");
        nowhere.send("/bank/confirm", Map.of());
        assertThat(nowhere.path()).as("nothing can be looked at there").startsWith("/sign-in?next=%2F");
        Browser stranger = office.browser().cameFromAddress("https://evil.example/bank");
        stranger.send("/bank/confirm", Map.of());
        assertThat(stranger.path()).doesNotContain("bank%");
    }

    @Test
    void aForeignAddressIsNoPlaceToGoOnTo() {
        Browser browser = office.browser();
        browser.send(
                "/sign-in",
                Map.of("user", "anna", "password", FakeSignIn.passwordOf("anna"), "next", "//evil.example/"));

        assertThat(browser.path()).isEqualTo("/");
    }

    @Test
    void theFifthWrongPasswordMakesOneWait() {
        Browser browser = office.browser();
        for (int n = 1; n <= 4; n++) {
            browser.send("/sign-in", Map.of("user", "vera", "password", "wrong"));
            assertThat(browser.page().select("[role=alert]").text()).startsWith("User and password do not fit");
        }
        browser.send("/sign-in", Map.of("user", "vera", "password", "wrong"));
        assertThat(browser.page().select("[role=alert]").text())
                .startsWith("That was wrong too often: wait 15 minutes");

        browser.send("/sign-in", Map.of("user", "vera", "password", FakeSignIn.passwordOf("vera")));

        assertThat(browser.status()).isEqualTo(429);
    }

    @Test
    void aFormWithoutTheSessionsTokenDoesNothing() {
        Browser browser = office.browserOf("anna");

        browser.send("/sign-out", Map.of());

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.open("/").select("h1").text()).isEqualTo("Dashboard");
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = office.browserOf("anna");

        browser.fill("/sign-out", Map.of());

        assertThat(browser.page().text()).contains("You are signed out.");
        browser.open("/");
        assertThat(browser.path()).startsWith("/sign-in");
    }

    @Test
    void anUnknownAddressIsSaidInOneSentence() {
        Browser browser = office.browserOf("anna");

        browser.open("/no/such/page");

        assertThat(browser.status()).isEqualTo(404);
        assertThat(browser.page().select("[role=alert]").text()).isEqualTo("There is no page at this address.");
    }

    @Test
    void everyPageForbidsScriptsFromElsewhere() {
        Browser browser = office.browserOf("anna");
        browser.open("/");

        assertThat(browser.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'");
        assertThat(browser.page().select("script:not([src]), style, [style], [onclick]"))
                .isEmpty();
    }
}
