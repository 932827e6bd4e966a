package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nl-BE,  Overzicht,       Bankrekeningen, Verrichtingen",
        "fr-BE,  Tableau de bord, Comptes bancaires, Opérations",
        "de,     Übersicht,       Bankkonten, Umsätze",
        "es,     Dashboard,       Bank accounts, Lines",
        "'es,fr', Tableau de bord, Comptes bancaires, Opérations"
    })
    void aPageSpeaksTheFirstLanguageOfTheBrowserThatItKnows(String asked, String title, String accounts, String lines) {
        Browser browser = office.browserOf("anna").speaks(asked);

        assertThat(browser.open("/").select("h1").text()).isEqualTo(title);
        assertThat(browser.open("/bank").select(".tabs").text()).contains(lines);
        assertThat(browser.open("/settings/accounts").select(".tabs").text()).contains(accounts);
    }

    @Test
    void thePageSaysItsLanguageToBrowserAndCaches() {
        Browser browser = office.browserOf("anna").speaks("nl-BE,nl;q=0.9,en;q=0.5");

        Document page = browser.open("/invoices");

        assertThat(page.select("html").attr("lang")).isEqualTo("nl-BE");
        assertThat(browser.header("Content-Language")).isEqualTo("nl-BE");
        assertThat(browser.headers("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
    }

    @Test
    void whoIsNotSignedInChoosesToo() {
        Browser browser = office.browser().speaks("en");
        browser.open("/sign-in");

        browser.fill("/language", Map.of("language", "de"));

        assertThat(browser.page().select("h1 ~ form button").text()).isEqualTo("Anmelden");
        assertThat(browser.page().select(".languages [aria-pressed]").text()).isEqualTo("Deutsch");
    }

    @Test
    void whatARuleCannotSayIsSaidInTheReadersLanguage() {
        Browser browser = office.browserOf("bert").speaks("nl");
        browser.open("/settings/rules");

        browser.fill("/settings/rules", Map.of("value", "--", "label", "lonen"));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select(".flash").text()).contains("minstens 3 letters of cijfers");
        assertThat(browser.page().select(".flash [lang=en]")).isEmpty();
    }

    /** In French a heap of lines is feminine and plural, and what was learned masculine. */
    @Test
    void whatAListCanBeNarrowedToFitsWhatStandsInIt() {
        Browser browser = office.browserOf("bert").speaks("fr");

        assertThat(browser.open("/bank").select("main").text()).contains("Comptabilisées");
        assertThat(browser.open("/invoices")
                        .select("select[name=standing] option")
                        .eachText())
                .contains("Toutes", "Échues", "Ouvertes", "Payées");
        assertThat(browser.open("/settings/learned")
                        .select("select[name=kind] option")
                        .eachText())
                .first()
                .isEqualTo("Tous");
    }

    @Test
    void inEnglishNothingIsMarked() {
        Browser viewer = office.browserOf("vera");

        viewer.open("/invoices/new");

        assertThat(viewer.page().select("main [lang=en]")).isEmpty();
    }
}
