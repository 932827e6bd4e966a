package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was learned of who pays for whom, on its page. */
class LearnedTest {

    private static final String PATH = "/settings/learned";

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office().link();
        office.sale("2026-115", "Hotel Het Anker", "484.00", Office.TODAY.minusDays(40));
        office.sale("2026-116", "Brouwerij De Kroon", "150.00", Office.TODAY.minusDays(40));
        come("484.00", "J. Peeters", "fact. 2026-115");
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void showsWhatWasLearnedWithItsSourceAndThirdParties() {
        Document page = office.browserOf("vera").open(PATH);

        assertThat(page.select("tbody tr").text())
                .contains("Name J. Peeters", "Third party J. Peeters", "Hotel Het Anker", "1 × booked by itself");
        assertThat(page.expectFirst("tbody a").attr("href")).contains("/bank/line?id=");
        assertThat(page.html()).contains("BE…6769").doesNotContain("BE71096123456769");
        assertThat(page.select("main form[method=post]")).isEmpty();
    }

    @Test
    void searches() {
        Browser browser = office.browserOf("bert");

        assertThat(browser.open(PATH + "?q=anker&kind=NAME&third=on").select("tbody tr"))
                .hasSize(1);
        assertThat(browser.open(PATH + "?q=kroon").text()).contains("Nothing that fits");
        browser.open(PATH + "?kind=colour");
        assertThat(browser.status()).isEqualTo(400);
    }

    @Test
    void forgets() {
        Browser browser = office.browserOf("bert");
        int before = browser.open(PATH).select("tbody tr").size();

        browser.fill(PATH + "/forget", Map.of());

        assertThat(browser.page().select(".flash.good").text()).startsWith("Forgotten");
        assertThat(browser.page().select("tbody tr")).hasSize(before - 1);

        browser.send(PATH + "/forget", Map.of("form-token", browser.formToken(), "fact", "gone", "back", PATH));
        assertThat(browser.path()).isEqualTo(PATH);
        assertThat(browser.page().select(".flash.bad").text()).startsWith("This is not known any more");
    }

    @Test
    void corrects() {
        Browser browser = office.browserOf("bert");
        browser.open(PATH + "?kind=NAME");

        browser.fill(PATH + "/correct", Map.of("party", "brouwerij de kroon"));

        assertThat(browser.path()).isEqualTo(PATH + "?kind=NAME");
        assertThat(browser.page().select("tbody tr").text()).contains("Brouwerij De Kroon", "by bert");
        browser.speaks("nl").fill(PATH + "/correct", Map.of("party", "Nobody"));
        assertThat(browser.path()).isEqualTo(PATH + "?kind=NAME");
        assertThat(browser.page().select(".flash.bad").text())
                .isEqualTo("Er is niets gewijzigd: niemand met een stuk heet “Nobody”, of dit is intussen vergeten.");
        browser.fill(PATH + "/correct", Map.of("party", "brouwerij de kroon"));
        assertThat(browser.page().select(".flash.bad").text())
                .isEqualTo("Er is niets gewijzigd: ze betaalt daar al voor.");
    }

    @Test
    void whatWasCorrectedIsFoundByThePayersName() {
        Browser browser = office.browserOf("bert");
        browser.open(PATH + "?q=peeters&kind=ACCOUNT");

        browser.fill(PATH + "/correct", Map.of("party", "brouwerij de kroon"));

        assertThat(browser.path()).isEqualTo(PATH + "?q=peeters&kind=ACCOUNT");
        assertThat(browser.page().select("tbody tr").text())
                .contains("Brouwerij De Kroon", "Third party J. Peeters", "by bert");
    }

    @Test
    void aViewerIsRefused() {
        String fact =
                office.browserOf("bert").open(PATH).select("input[name=fact]").val();
        Browser viewer = office.browserOf("vera");
        viewer.open("/bank");

        viewer.send(PATH + "/forget", Map.of("form-token", viewer.formToken(), "fact", fact));

        assertThat(viewer.status()).isEqualTo(403);
    }

    private void come(String amount, String who, String text) {
        office.line(amount, Office.TODAY, who, "BE71096123456769", text);
        office.work();
    }
}
