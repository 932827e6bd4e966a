package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bankfeed.matching.Decision;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings › Rules. */
class RulesPagesTest {

    private static final Map<String, String> WAGES =
            Map.of("sign", "words", "value", "loon", "flow", "out", "label", "wages");

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
    void aRuleIsMadeTriedSwitchedOnAndSettlesTheNextLine() {
        office.line("-1800.00", Office.TODAY, "Janssens", null, "loon februari BE68539007547034");
        office.work();
        Browser browser = office.browserOf("bert");
        add(browser, "nothing", WAGES);
        assertThat(browser.page().select("h2").eachText())
                .first()
                .isEqualTo("Money out with the words “loon”: wages, not an invoice.");
        assertThat(browser.page().select("form[action$=/on]")).isEmpty();

        Document tried = tried(browser);

        assertThat(tried.select(".verdict").text())
                .isEqualTo("Of 1 line in the last twelve months: it would have decided 1 more by itself, none of them"
                        + " against what was decided.");
        assertThat(tried.select("tbody tr").text())
                .contains("Janssens")
                .contains("Stays open Not an invoice Nobody decided")
                .doesNotContain("BE68539007547034");
        browser.fill("/settings/rules/rule/on", Map.of());
        assertThat(browser.page().select(".flash.good").text())
                .isEqualTo("The rule is in force from the next line on.");
        office.line("-1800.00", Office.TODAY, "Janssens", null, "loon maart");
        office.work();
        assertThat(office.matching.counts(office.anna)).containsEntry(Decision.State.NOT_AN_INVOICE, 1L);
        assertThat(browser.open("/settings/rules").select("tbody tr").text())
                .contains("R1 On It would have decided 1 more by itself")
                .contains(" 1 just now by bert");
    }

    @Test
    void whatARuleSaysIsSaidInTheLanguageOfThePage() {
        Browser browser = office.browserOf("bert");
        add(browser, "nothing", WAGES);
        assertThat(browser.page().select("form[action$=/try] button").attr("class"))
                .as("what to do next")
                .isEqualTo("primary");
        add(browser, "tolerance", Map.of("currency", "EUR", "difference", "1.50", "fee", "0"));
        add(browser, "suggest", Map.of("kind", "DISCOUNT" + Browser.AND + "RETURN"));

        assertThat(browser.speaks("nl")
                        .open("/settings/rules")
                        .select("tbody a")
                        .eachText())
                .containsExactlyInAnyOrder(
                        "Betaald geld met de woorden “loon”: wages, geen factuur.",
                        "Tot 1,50 EUR afboeken, en bankkosten tot 0,00 EUR.",
                        "Alleen voorstellen: Kortingen contant, Terugboekingen en terugbetalingen.");
        assertThat(browser.page().select("tbody [lang=en]")).isEmpty();
    }

    @Test
    void whatWasDoneToARuleIsSaidInTheLanguageOfThePage() {
        Browser browser = office.browserOf("bert");
        add(browser, "nothing", WAGES);
        tried(browser);
        browser.fill("/settings/rules/rule/on", Map.of());

        assertThat(browser.page()
                        .select("section[aria-labelledby=done] li span")
                        .eachText())
                .containsExactlyInAnyOrder("Added by bert", "Tried by bert", "Switched on by bert");
        assertThat(browser.speaks("nl")
                        .open("/settings/rules/rule?id=R1")
                        .select("section[aria-labelledby=done] li span")
                        .eachText())
                .containsExactlyInAnyOrder("Toegevoegd door bert", "Geprobeerd door bert", "Ingeschakeld door bert");
    }

    @Test
    void whatARuleSettledIsOpenedAgain() {
        Browser browser = office.browserOf("bert");
        add(browser, "nothing", WAGES);
        tried(browser);
        browser.fill("/settings/rules/rule/on", Map.of());
        office.line("-1800.00", Office.TODAY, "Janssens", null, "loon maart");
        office.work();
        browser.open("/settings/rules/rule?id=R1");
        assertThat(browser.page().text()).contains("1 line settled by it as not an invoice");

        browser.fill("/settings/rules/rule/off", Map.of());
        browser.fill("/settings/rules/rule/reopen", Map.of());

        assertThat(browser.page().select(".flash.good").text()).isEqualTo("1 line is open again.");
        assertThat(office.matching.counts(office.anna)).containsEntry(Decision.State.NOT_AN_INVOICE, 0L);
        browser.fill("/settings/rules/rule/remove", Map.of());
        assertThat(browser.path()).isEqualTo("/settings/rules");
        assertThat(browser.page().select("tbody tr")).isEmpty();
    }

    @Test
    void saysWhatIsBookedByItselfAndThatNothingIs() {
        Browser browser = office.browserOf("bert");
        assertThat(browser.open("/settings/rules").text())
                .contains("Now everything that has one explanation without a rival is booked by itself.");
        String all = String.join(
                Browser.AND, browser.page().select("input[name=kind]").eachAttr("value"));
        add(browser, "suggest", Map.of("kind", all));
        tried(browser);
        browser.fill("/settings/rules/rule/on", Map.of());

        assertThat(browser.open("/settings/rules").text())
                .contains("Now nothing is booked by itself: the matching only suggests.");
    }

    @Test
    void whatCannotBeIsSaidAndWhatWasTypedIsKept() {
        Browser browser = office.browserOf("bert");

        add(browser, "nothing", Map.of("sign", "name", "value", "x", "flow", "in", "label", "loan"));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("[role=alert]").text()).startsWith("What a rule looks for has 3 letters");
        assertThat(browser.page().select("input[name=label]").val()).isEqualTo("loan");
        assertThat(browser.page().select("select[name=flow] option[selected]").val())
                .isEqualTo("in");
        add(browser, "tolerance", Map.of("currency", "EUR", "difference", "1.0051", "fee", "0"));
        assertThat(browser.page().select("[role=alert]").text()).contains("more decimals than EUR has");
        add(browser, "suggest", Map.of());
        assertThat(browser.page().select("[role=alert]").text()).startsWith("Name at least one kind");
    }

    @Test
    void whoSawAnotherVersionIsTold() {
        Browser browser = office.browserOf("bert");
        add(browser, "nothing", WAGES);
        tried(browser);

        browser.fill("/settings/rules/rule/on", Map.of("version", "1"));

        assertThat(browser.page().select(".flash.bad").text())
                .isEqualTo("This rule was changed meanwhile, so nothing was done: here it is as it stands now.");
    }

    @Test
    void aViewerLooksAndTriesAndChangesNothing() {
        add(office.browserOf("bert"), "nothing", WAGES);
        Browser viewer = office.browserOf("vera");

        assertThat(viewer.open("/settings/rules").select("form[action$=/settings/rules]"))
                .isEmpty();
        viewer.open("/settings/rules/rule?id=R1");
        assertThat(tried(viewer).select("form[action$=/on], form[action$=/remove]"))
                .isEmpty();
        viewer.send("/settings/rules/rule/on", Map.of("form-token", viewer.formToken(), "id", "R1", "version", "2"));
        assertThat(viewer.status()).isEqualTo(403);
        assertThat(office.browserOf("nico").open("/settings/rules/rule?id=R1").text())
                .contains("There is no such rule here");
    }

    private static void add(Browser browser, String rule, Map<String, String> typed) {
        browser.open("/settings/rules");
        java.util.Map<String, String> fields = new java.util.HashMap<>(typed);
        fields.put("rule", rule);
        fields.put("form-token", browser.formToken());
        browser.send("/settings/rules", fields);
    }

    /** Tries the rule that is shown. */
    private static Document tried(Browser browser) {
        browser.fill("/settings/rules/rule/try", Map.of());
        Document page = browser.open("/settings/rules/rule?id=R1");
        while (!page.select("progress").isEmpty()) {
            page = browser.open("/settings/rules/rule?id=R1");
        }
        return page;
    }
}
