package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.screens.internal.rooms.Reading;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrandsTest {

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
    void readsMatchesAndTellsWhatCame() throws Exception {
        office.sale("2026-0042", "Atelier Lumen", "121.00", Office.TODAY.minusDays(5));
        office.line("121.00", Office.TODAY, "Atelier Lumen", null, "Invoice 2026-0042");
        office.line("-9.99", Office.TODAY, "Post", null, "stamps");
        Browser browser = office.browserOf("bert");

        readNow(browser);

        assertThat(Office.said(office.readingEnds()))
                .isEqualTo("2 new lines from 1 account; 1 booked by itself, 0 with a suggestion.");
        assertThat(browser.open("/read").select(".reading").text())
                .contains("2 new lines")
                .contains("by bert");
    }

    @Test
    void aSecondPressWhileItRunsBeginsNothing() throws Exception {
        Browser browser = office.browserOf("anna");
        synchronized (office.feed) { // the bank does not answer yet
            readNow(browser);
            assertThat(browser.page().select(".reading progress")).hasSize(1);
            assertThat(browser.page().select("form[action$=/read] button").hasAttr("disabled"))
                    .isTrue();

            readNow(browser);

            assertThat(browser.page().select(".flash.good").text()).startsWith("The banks are being read already");
            browser.openPart("/read");
            assertThat(browser.page().select("[hx-get$=/read] progress")).hasSize(1);
        }
        office.readingEnds();

        browser.openPart("/read");

        assertThat(browser.header("HX-Refresh")).isEqualTo("true");
        assertThat(browser.open("/read").select("[hx-get]")).isEmpty();
    }

    @Test
    void tellsWhatWentWrongAndWhere() throws Exception {
        office.feed.failNext(new BankFeedException.Unavailable("The bank <b>sleeps</b>", Duration.ZERO, null, null));
        Browser browser = office.browserOf("anna");

        readNow(browser);
        office.readingEnds();

        assertThat(browser.open("/read").select(".flash.note").text())
                .contains("could not be read: The bank <b>sleeps</b>");
        assertThat(browser.page().select(".flash.note b")).isEmpty();
    }

    @Test
    void anAccountsProblemNamesTheAccount() throws Exception {
        office.feed.share(Office.account(new FeedAccountId("card"), "BE68539007547034", "Cards", "5.00"));
        office.work();
        office.feed.unshare(new FeedAccountId("card"));

        office.errands.begin(office.anna);

        Reading done = office.readingEnds();
        assertThat(Office.said(done)).isEqualTo("No new lines from 1 account.");
    }

    @Test
    void aServiceThatIsAwayIsSaid() throws Exception {
        RoomsForTests.matching(office.rooms, null);
        office.line("-9.99", Office.TODAY, "Post", null, "stamps");

        office.errands.begin(office.anna);

        Reading done = office.readingEnds();
        assertThat(Office.said(done)).isEqualTo("1 new line from 1 account.");
        assertThat(Office.problems(done)).singleElement().asString().startsWith("The matching is not there now.");
    }

    @Test
    void aViewerMayNotBegin() throws Exception {
        Browser browser = office.browserOf("vera");
        assertThat(browser.open("/read").select("form[action$=/read]")).isEmpty();

        browser.send("/read", Map.of("form-token", browser.formToken()));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.page().select("[role=alert]").text())
                .startsWith("That needs the role bookkeeper or administrator.");
        assertThat(office.errands.of(Office.COMPANY)).isEmpty();
    }

    @Test
    void aForeignAddressIsNoWayBack() throws Exception {
        Browser browser = office.browserOf("anna");
        browser.open("/read");

        browser.fill("/read", Map.of("back", "https://evil.example/"));

        assertThat(browser.path()).isEqualTo("/");
        office.readingEnds();
    }

    private static void readNow(Browser browser) {
        browser.open("/read");
        browser.fill("/read", Map.of());
    }
}
