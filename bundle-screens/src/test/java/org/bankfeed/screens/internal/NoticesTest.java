package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Sentence;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final String SETTINGS = "/settings/integrations";

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private FakeBankJournal journal;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        journal = new ScriptedLink(office).journal;
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void everyKindHasItsLayerItsMenderAndAtMostOneButton() {
        for (Kind kind : Kind.values()) {
            journal.tell(
                    ScriptedLink.notice(kind, "It is " + kind + ".", ScriptedLink.CHECKING, ScriptedLink.CHECKING));
        }

        Document page = office.browserOf("anna").open("/");

        assertThat(page.select(".layer").eachAttr("data-layer"))
                .containsExactlyInAnyOrder("INTEGRATION", "SHARED_ACCOUNTS", "AUTHORIZATION", "BANK", "LINES");
        for (Kind kind : Kind.values()) {
            Element card = page.select("[data-layer=" + kind.layer() + "] .notice[data-kind=" + kind + "]")
                    .get(0);
            assertThat(card.text())
                    .contains("It is " + kind + ".", "Since 16 Mar 2026 08:00", "Affects Current account");
            assertThat(card.select("dt").eachText()).contains("Can mend it");
            assertThat(card.select("button, a.button"))
                    .as(kind.name())
                    .hasSize(kind.remedy() == Notice.Remedy.WAIT ? 0 : 1);
        }
    }

    @Test
    void theButtonsLeadWhereTheRemedyIs() {
        assertThat(button(Kind.CONNECTION_BROKEN)).isEqualTo("Reconnect: POST " + SETTINGS + "/connect feed=ponto");
        assertThat(button(Kind.NO_ACCOUNTS))
                .isEqualTo("Choose accounts at Ponto: POST " + SETTINGS + "/connect feed=ponto");
        assertThat(button(Kind.AUTHORIZATION_ENDED))
                .isEqualTo("Renew at the bank: POST " + SETTINGS + "/renew account=a1");
        assertThat(button(Kind.LINKED_TWICE)).isEqualTo("Renew instead: POST " + SETTINGS + "/renew account=a1");
        assertThat(button(Kind.BLOCKED)).isEqualTo("Open Ponto: https://myponto.com");
        assertThat(button(Kind.OTHER_ORGANIZATION))
                .isEqualTo("Say which is meant: " + SETTINGS + "/organization?id=c1");
        assertThat(button(Kind.DOUBTFUL_LINES)).isEqualTo("Decide: /bank/doubts");
        assertThat(button(Kind.AMOUNT_CHANGED)).isEqualTo("Compare: /bank/amounts");
        assertThat(button(Kind.UNREADABLE_LINES)).isEqualTo("Look at the lines: /bank?state=unreadable");
        assertThat(button(Kind.SILENT)).isEqualTo("Look: " + SETTINGS + "/link?id=c1");
        assertThat(button(Kind.READ_ONLY)).isEmpty();
    }

    @Test
    void whoMayNotMendItIsToldWhoCan() {
        journal.tell(ScriptedLink.notice(Kind.CONNECTION_BROKEN, "broken", null));
        journal.tell(ScriptedLink.notice(Kind.AUTHORIZATION_ENDED, "ended", ScriptedLink.CHECKING));

        Document bert = office.browserOf("bert").open("/");
        Document vera = office.browserOf("vera").open("/");

        assertThat(bert.select(".notice[data-kind=CONNECTION_BROKEN]").text())
                .contains("Can mend it an administrator of Company, on Settings › Integrations");
        assertThat(bert.select(".notice[data-kind=CONNECTION_BROKEN] button")).isEmpty();
        assertThat(bert.select(".notice[data-kind=AUTHORIZATION_ENDED] button").text())
                .isEqualTo("Renew at the bank");
        assertThat(vera.select(".notice button")).isEmpty();
    }

    @Test
    void countsTheInvoicesThatMayBePaidUnseenWhereLinesHaveStopped() {
        office.sale("2026-1", "Peeters", "121.00", Office.TODAY.minusDays(60));
        office.sale("2026-2", "Claes", "79.50", Office.TODAY.minusDays(3));
        office.work();
        journal.tell(ScriptedLink.notice(Kind.CONNECTION_BROKEN, "broken", null));
        journal.tell(ScriptedLink.notice(Kind.AUTHORIZATION_ENDS, "ends", ScriptedLink.SAVINGS, ScriptedLink.SAVINGS));

        Document page = office.browserOf("anna").open("/");

        assertThat(page.select(".notice[data-kind=CONNECTION_BROKEN]").text())
                .contains("Affects Current account, Savings account")
                .contains("2 open sales invoices, 200.50 EUR in all, may be paid there unseen.")
                .contains("1 of them is overdue: hold its reminder.");
        assertThat(page.select(".notice[data-kind=AUTHORIZATION_ENDS]").text())
                .contains("Affects Savings account")
                .doesNotContain("may be paid");
    }

    @Test
    void theGravestLayerComesFirstAndEachPageSaysItsPart() {
        Notice ends = ScriptedLink.notice(Kind.CERTIFICATE_ENDS, "the certificate ends", null);
        journal.tell(ScriptedLink.notice(Kind.AUTHORIZATION_ENDED, "the consent ended", ScriptedLink.CHECKING));
        journal.tell(ends);
        Browser browser = office.browserOf("anna");

        for (String path : List.of("/", "/settings/accounts", SETTINGS, SETTINGS + "/link?id=c1")) {
            Document page = browser.open(path);
            assertThat(page.select(".layer").eachAttr("data-layer"))
                    .as(path)
                    .containsExactly("AUTHORIZATION", "INTEGRATION");
        }
    }

    @Test
    void whatOthersWroteIsTextAndNumbersAreMasked() {
        journal.tell(ScriptedLink.notice(
                Kind.CONNECTION_BROKEN, "<b>BE71 0961 2345 6769</b> is refused", ScriptedLink.CHECKING));

        Document page = office.browserOf("anna").open("/");

        assertThat(page.select(".notice p").text()).isEqualTo("<b>BE…6769</b> is refused.");
        assertThat(page.select(".notice b")).isEmpty();
    }

    @Test
    void aNoticeSpeaksTheLanguageOfWhoeverReadsAndMarksWhatIsQuoted() {
        Sentence refused = Sentence.of(
                SentenceCode.LINK_BROKEN,
                new Argument.Name("Ponto"),
                new Argument.Name("Bakkerij BE71 0961 2345 6769"));
        Sentence quoted =
                Sentence.of(SentenceCode.REPORTED, new Argument.Quote("<b>BE71 0961 2345 6769</b> is refused"));
        journal.tell(new Notice(
                Kind.CONNECTION_BROKEN, ScriptedLink.MORNING, List.of(refused, quoted), ScriptedLink.LINK, null));

        for (String path : List.of("/", "/settings/accounts", SETTINGS, SETTINGS + "/link?id=c1", "/bank/automate")) {
            Element said = office.browserOf("anna")
                    .speaks("nl-BE")
                    .open(path)
                    .select(".notice p")
                    .get(0);
            assertThat(said.text())
                    .as(path)
                    .isEqualTo("Er is een probleem met de verbinding met Ponto (Bakkerij BE…6769). De melding luidt:"
                            + " “<b>BE…6769</b> is refused.”");
            assertThat(said.select("[lang=en]").text()).isEqualTo("<b>BE…6769</b> is refused.");
        }
        assertThat(office.browserOf("anna")
                        .open("/")
                        .select(".notice p, .notice [lang]")
                        .eachText())
                .containsExactly(
                        "There is a problem with the connection to Ponto (Bakkerij BE…6769). <b>BE…6769</b> is refused.");
    }

    @Test
    void whyNoConsentCanBeRenewedIsSaidInTheLanguageOfWhoeverAsks() {
        journal.tell(ScriptedLink.notice(Kind.AUTHORIZATION_ENDED, "ended", ScriptedLink.CHECKING));
        journal.renewNothing(Sentence.of(SentenceCode.RENEWAL_NOT_SHARED));
        Browser browser = office.browserOf("anna").speaks("fr-BE");
        browser.open("/");

        browser.fill(SETTINGS + "/renew", Map.of());

        assertThat(browser.page().select(".flash").text())
                .contains("Le prestataire ne partage plus ce compte : choisissez-le d’abord à nouveau");
        assertThat(browser.page().select(".flash [lang=en]")).isEmpty();
    }

    @Test
    void bothWaysLeadToTheSamePage() {
        journal.put(ScriptedLink.connection(ScriptedLink.LINK, Connection.State.BROKEN, "Bakkerij"));
        Browser browser = office.browserOf("anna");

        Set<String> settings = configure(browser.open(SETTINGS));
        browser.open("/bank");
        assertThat(browser.page().select("nav a:contains(Automate)").attr("href"))
                .isEqualTo("/bankfeed/bank/automate");
        Set<String> automate = configure(browser.open("/bank/automate"));

        assertThat(automate).isEqualTo(settings).containsExactly("/bankfeed" + SETTINGS + "/link?id=c1");
        assertThat(browser.page().text()).contains("Ponto", "Problem");
    }

    private static Set<String> configure(Document page) {
        return page.select("a.button:contains(Configure)").eachAttr("href").stream()
                .collect(Collectors.toSet());
    }

    private String button(Kind kind) {
        journal.nothingToTell();
        journal.tell(ScriptedLink.notice(kind, "It is so.", ScriptedLink.CHECKING));
        Document page = office.browserOf("anna").open("/");
        Element form = page.select(".notice form").first();
        if (form != null) {
            Map<String, String> sent = form.select("input:not([name=form-token])").stream()
                    .collect(Collectors.toMap(input -> input.attr("name"), Element::val));
            return form.select("button").text() + ": POST " + path(form.attr("action")) + " "
                    + sent.entrySet().iterator().next();
        }
        Element link = page.select(".notice a.button").first();
        return link == null ? "" : link.text() + ": " + path(link.attr("href"));
    }

    private static String path(String address) {
        return address.replaceFirst("^/bankfeed", "");
    }
}
