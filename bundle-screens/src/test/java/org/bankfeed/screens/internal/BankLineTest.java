package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.TransactionQuery;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One line: its evidence, and what a person says of it. */
class BankLineTest {

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office().link();
        office.sale("2026-115", "Hotel Het Anker", "484.00", Office.TODAY.minusDays(40));
        office.sale("2026-116", "Brouwerij De Kroon", "150.00", Office.TODAY.minusDays(40));
        office.sale("2026-117", "Brouwerij De Kroon", "50.00", Office.TODAY.minusDays(30));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    // ---- what it says

    @Test
    void marksTheCharactersThatSayItInTheBanksOwnTextAndEscapesTheRest() {
        String line = "/bank/line?id="
                + encoded(come("484.00", "Hotel Het Anker", "<script>alert(1)</script> fact. 2026-115 & thanks"));
        Document page = office.browserOf("anna").open(line);

        assertThat(page.select("mark").eachText()).contains("2026-115");
        assertThat(page.select("dd").eachText()).contains("<script>alert(1)</script> fact. 2026-115 & thanks");
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select(".shares a").text()).isEqualTo("2026-115");
        assertThat(page.select(".reasons").text()).contains("number of invoice 2026-115");
    }

    @Test
    void saysItsReasonsInTheLanguageOfTheBrowserUntilSomebodyChoosesAnother() {
        String line = "/bank/line?id=" + encoded(come("484.00", "Hotel Het Anker", "fact. 2026-115"));
        Browser browser = office.browserOf("anna").speaks("fr-BE,fr;q=0.9");
        assertThat(browser.open(line).select(".reasons").text()).contains("« 2026-115 » est le numéro de la facture");
        assertThat(browser.page().select("html").attr("lang")).isEqualTo("fr-BE");
        assertThat(browser.page().select(".languages [aria-pressed]").text()).isEqualTo("Français");

        browser.fill("/language", Map.of("language", "nl"));

        assertThat(browser.path()).isEqualTo(line);
        assertThat(browser.page().select(".reasons").text()).contains("“2026-115” is het nummer van factuur 2026-115");
        browser.open("/bank");
        assertThat(browser.open(line).select(".languages [aria-pressed]").text())
                .isEqualTo("Nederlands");
    }

    @Test
    void reasonsWriteAmountsAsTheRestOfThePageDoes() {
        String line = "/bank/line?id=" + encoded(come("483.80", "Hotel Het Anker", "fact. 2026-115"));

        Document page = office.browserOf("anna").speaks("en-BE").open(line);

        assertThat(page.select(".shares").text()).contains("483.80 EUR", "0.20 EUR written off");
        assertThat(page.select(".reasons").text()).contains("Only €0.20 short").doesNotContain("0,20");
    }

    @Test
    void whatAPersonChoseHimselfBearsNoReasonsOfWhatHePassedOverAndSaysWhatStaysUnapplied() {
        String id = come("484.00", "Het Anker", "bedankt");
        Browser anna = office.browserOf("anna");
        anna.open("/bank/pick?id=" + encoded(id));

        anna.fill("/bank/book", Map.of("document", "2026-116", "amount:2026-116", "150"));

        assertThat(anna.page().select(".shares").text()).contains("2026-116", "150.00 EUR");
        assertThat(anna.page().select(".panel-why").text()).contains("334.00 EUR of the line stays unapplied.");
        assertThat(anna.page().select(".reasons li")).isEmpty();
        anna.fill("/bank/set-aside", Map.of());
        assertThat(anna.page().select(".reasons li")).isEmpty();
    }

    @Test
    void aSecondPaymentSaysThatTheMoneyMayHaveToGoBack() {
        come("484.00", "Hotel Het Anker", "fact. 2026-115");
        String again = come("484.00", "Hotel Het Anker", "fact. 2026-115");

        Document page = office.browserOf("anna").open("/bank/line?id=" + encoded(again));

        assertThat(page.select(".panel-why").text())
                .contains("It seems to pay once more what was paid already: if so, the money has to go back.")
                .contains("2026-115 was paid on");
    }

    @Test
    void moneyThatGoesBackSaysWhichPaymentItComesFromAndWhatToDo() {
        come("494.00", "Hotel Het Anker", "fact. 2026-115");
        String back = come("-10.00", "Hotel Het Anker", "Terugbetaling te veel ontvangen 2026-115");

        Document page = office.browserOf("anna").open("/bank/line?id=" + encoded(back));

        assertThat(page.select(".panel-why").text())
                .contains("It seems to give back money that settles no invoice.", "say here: Not an invoice.")
                .contains("It gives back the €10.00 by which invoice 2026-115 was paid too much on")
                .doesNotContain("No open document fits");
        assertThat(page.select("mark").eachText()).contains("2026-115");
    }

    @Test
    void aReturnedPaymentSaysWhenAndWhyAndEachOfTheTwoLeadsToTheOther() {
        office.line("PMNT-IDDT-ESDD", "484.00", Office.TODAY.minusDays(5), "Hotel Het Anker", null, "fact. 2026-115");
        office.work();
        String paid = newest();
        Browser anna = office.browserOf("anna");
        assertThat(anna.open("/bank/line?id=" + encoded(paid)).select(".money-back"))
                .isEmpty();
        office.line("PMNT-IDDT-UPDD", "-484.00", Office.TODAY, "Hotel Het Anker", null, "retour 2026-115 MD06");
        office.work();
        String returned = newest();

        Element said = anna.open("/bank/line?id=" + encoded(paid)).expectFirst(".money-back");
        assertThat(said.text())
                .isEqualTo("Returned on 16 Mar 2026 (484.00 EUR)."
                        + " The debtor asked for his money back (MD06): a dispute, do not collect again.");
        assertThat(said.select("a").attr("href")).isEqualTo("/bankfeed/bank/line?id=" + encoded(returned));
        Element back = anna.open("/bank/line?id=" + encoded(returned)).expectFirst(".shares small a");
        assertThat(back.text()).isEqualTo("Takes back the payment of 11 Mar 2026 (484.00 EUR)");
        assertThat(back.attr("href")).isEqualTo("/bankfeed/bank/line?id=" + encoded(paid));

        assertThat(anna.speaks("de")
                        .open("/bank/line?id=" + encoded(paid))
                        .select(".money-back")
                        .text())
                .startsWith("Zurückgekommen am 16.03.2026 (484,00 EUR). Der Zahler");
        anna.open("/bank/line?id=" + encoded(returned));
        anna.fill("/bank/undo", Map.of());
        assertThat(anna.open("/bank/line?id=" + encoded(paid)).select(".money-back"))
                .isEmpty();
    }

    @Test
    void anUndoThatCannotBeSaysWhatHasToBeUndoneFirstAndLeavesNothingBehind() {
        office.line("PMNT-IDDT-ESDD", "484.00", Office.TODAY.minusDays(9), "Hotel Het Anker", null, "fact. 2026-115");
        office.work();
        String paid = newest();
        office.line("PMNT-IDDT-UPDD", "-484.00", Office.TODAY.minusDays(5), "Hotel Het Anker", null, "2026-115 AM04");
        office.work();
        String returned = newest();
        come("484.00", "Hotel Het Anker", "fact. 2026-115");
        Browser anna = office.browserOf("anna");
        anna.open("/bank/line?id=" + encoded(returned));

        anna.fill("/bank/undo", Map.of());

        assertThat(anna.page().select(".flash.bad").eachText())
                .containsExactly(
                        "This cannot be undone: it would settle €484.00 of the invoice 2026-115 again, but only"
                                + " €0.00 is outstanding; undo the payment of 16 March 2026 (€484.00) first.");
        assertThat(anna.open("/bank/line?id=" + encoded(returned)).select(".flash.bad"))
                .isEmpty();
        assertThat(anna.page().expectFirst(".badge").text()).isEqualTo("Booked");

        anna.open("/bank/line?id=" + encoded(paid));
        anna.fill("/bank/undo", Map.of());
        assertThat(anna.page().select(".flash.bad").eachText())
                .containsExactly("The line of 11 March 2026 (€484.00) took back what this one booked; undo that one"
                        + " first.");
    }

    @Test
    void moneyThatCameTwiceAndWentBackSaysSoAndEachOfTheTwoLeadsToTheOther() {
        come("484.00", "Hotel Het Anker", "fact. 2026-115");
        String again = come("484.00", "Hotel Het Anker", "fact. 2026-115");
        String back = come("-484.00", "Hotel Het Anker", "terugbetaling dubbele betaling");
        Browser anna = office.browserOf("anna");

        Document twice = anna.open("/bank/line?id=" + encoded(again));
        assertThat(twice.select(".money-back").text()).isEqualTo("Given back on 16 Mar 2026 (484.00 EUR).");
        assertThat(twice.select(".money-back a").attr("href")).isEqualTo("/bankfeed/bank/line?id=" + encoded(back));
        assertThat(twice.select(".panel-why").text())
                .contains("and the money went back.")
                .doesNotContain("has to go back");
        anna.open("/bank/line?id=" + encoded(back));
        anna.fill("/bank/set-aside", Map.of());

        assertThat(anna.page().select(".money-back").text())
                .isEqualTo("Gives back money of the payment of 16 Mar 2026 (484.00 EUR)");
        assertThat(anna.page().select(".money-back a").attr("href"))
                .isEqualTo("/bankfeed/bank/line?id=" + encoded(again));
    }

    @Test
    void aLinkThatWasUndoneSaysThatTheBooksMayHaveThePayment() throws Exception {
        office.ledger.close(office.anna, new DocumentId("2026-115"), Office.TODAY);
        String line = come("484.00", "Hotel Het Anker", "fact. 2026-115");
        Browser anna = office.browserOf("anna");
        anna.open("/bank/line?id=" + encoded(line));

        anna.fill("/bank/undo", Map.of());

        assertThat(anna.page().expectFirst(".badge").text()).isEqualTo("Open");
        assertThat(anna.page().select(".panel-why").text())
                .contains("The books seem to have this payment already. If so, link the line to it");
    }

    @Test
    void aLinkThatWasUndoneIsMadeAgain() throws Exception {
        office.ledger.close(office.anna, new DocumentId("2026-115"), Office.TODAY);
        String line = come("484.00", "Hotel Het Anker", "fact. 2026-115");
        Browser bert = office.browserOf("bert");
        bert.open("/bank/line?id=" + encoded(line));
        assertThat(bert.page().select("form[action$=/bank/link]")).isEmpty();
        bert.fill("/bank/undo", Map.of());
        assertThat(office.browserOf("vera")
                        .open("/bank/line?id=" + encoded(line))
                        .select("form[action$=/bank/link]"))
                .isEmpty();

        bert.fill("/bank/link", Map.of());

        assertThat(bert.page().select(".flash.good").text()).startsWith("Linked: the books have this payment");
        assertThat(bert.page().expectFirst(".badge").text()).isEqualTo("Already in the books");
        assertThat(bert.page().select(".panel-why").text()).contains("Linked by bert on 16 Mar 2026");
        assertThat(bert.page().select("form[action$=/bank/undo]")).hasSize(1);
        assertThat(outstanding("2026-115")).isEqualTo("0.00");
    }

    @Test
    void aLineWhosePaymentTheBooksHoldLeadsToItsInvoice() throws Exception {
        office.ledger.close(office.anna, new DocumentId("2026-115"), Office.TODAY);
        String line = come("484.00", "Hotel Het Anker", "fact. 2026-115");
        Browser anna = office.browserOf("anna");

        String row = "tr:has(a[href*=" + encoded(line) + "])";
        assertThat(anna.open("/bank").select(row + " .c-mark").text()).isEqualTo("Already in the books");
        assertThat(anna.page().select(row + " .c-documents a").attr("href"))
                .isEqualTo("/bankfeed/invoices/invoice?id=2026-115");
        assertThat(anna.open("/bank/line?id=" + encoded(line))
                        .select(".panel-why a")
                        .attr("href"))
                .isEqualTo("/bankfeed/invoices/invoice?id=2026-115");
    }

    @Test
    void theBanksCodeIsSaidInWordsWithTheCodeBesideItOrAsItCame() {
        String transfer = come("484.00", "Hotel Het Anker", "fact. 2026-115");
        office.line("PMNT-DRFT-NTAV", "-5.00", Office.TODAY, "Janssens", null, "wissel");
        office.work();
        Browser anna = office.browserOf("anna").speaks("nl");

        assertThat(anna.open("/bank/line?id=" + encoded(transfer))
                        .select("dt:contains(Bankcode) + dd")
                        .text())
                .isEqualTo("Ontvangen overschrijving, SEPA (PMNT-RCDT-ESCT)");
        assertThat(anna.open("/bank/line?id=" + encoded(newest()))
                        .select("dt:contains(Bankcode) + dd")
                        .text())
                .isEqualTo("PMNT-DRFT-NTAV");
    }

    @Test
    void aNumberIsNotBrokenAtItsHyphenAndWhatIsBesideItIsEscaped() {
        String line = come("484.00", "Hotel Het Anker", "<b>a-1</b> & fact. 2026-115 'x'&amp;7-8");

        Document page = office.browserOf("anna").open("/bank/line?id=" + encoded(line));

        assertThat(page.select("mark .whole").text()).isEqualTo("2026-115");
        assertThat(page.select("dd b")).isEmpty();
        assertThat(page.select("dd").eachText()).contains("<b>a-1</b> & fact. 2026-115 'x'&amp;7-8");
    }

    @Test
    void whatIsOnlyOutstandingIsSaidInTheLanguageOfThePage() {
        String id = come("484.00", "Somebody", "on account");
        Browser anna = office.browserOf("anna").speaks("nl");
        anna.open("/bank/pick?id=" + encoded(id));

        anna.fill("/bank/book", Map.of("document", "2026-116", "amount:2026-116", "150", "write-off:2026-116", "0.01"));

        assertThat(anna.status()).isEqualTo(400);
        assertThat(anna.page().select("[role=alert]").text())
                .isEqualTo("Van 2026-116 staat maar 150,00 EUR open: betaal en boek niet meer dan dat af.");
    }

    @Test
    void pickingPresetsWhatIsSuggestedAndNothingThatIsImprobable() {
        office.sale("2026-120", "Traiteur Louche", "77.00", Office.TODAY.minusDays(40));
        Browser anna = office.browserOf("anna");
        String suggested = come("484.00", "Het Anker", "bedankt");
        assertThat(anna.open("/bank/pick?id=" + encoded(suggested)).select("input[name=document][checked]"))
                .hasSize(1);

        String weak = come("77.00", "Kromwijck Invest", "-");
        Document line = anna.open("/bank/line?id=" + encoded(weak));
        assertThat(line.expectFirst(".badge").text()).isEqualTo("Open");
        assertThat(line.select(".proposal").text()).contains("2026-120", "Improbable");
        assertThat(line.select(".reasons").text()).doesNotContain("No open document fits");
        assertThat(anna.open("/bank/pick?id=" + encoded(weak)).select("input[name=document][checked]"))
                .isEmpty();
        // what is to be chosen is looked for at once; what is ticked already is only to be confirmed
        assertThat(anna.page().select("#pick-q[autofocus]")).hasSize(1);
        assertThat(anna.open("/bank/pick?id=" + encoded(suggested)).select("#pick-q[autofocus]"))
                .isEmpty();
    }

    @Test
    void aLanguageThatIsNotThereIsRefusedAndAnUnknownOneOfTheBrowserIsEnglish() {
        String line = "/bank/line?id=" + encoded(come("484.00", "Hotel Het Anker", "fact. 2026-115"));
        Browser browser = office.browserOf("anna").speaks("es");
        assertThat(browser.open(line).select(".reasons").text()).contains("number of invoice 2026-115");

        browser.fill("/language", Map.of("language", "es"));

        assertThat(browser.status()).isEqualTo(400);
    }

    @Test
    void theListSaysWhatALineIsThatPaysNoInvoice() {
        office.line("PMNT-ICDT-SALA", "-1800.00", Office.TODAY, "Janssens", null, "loon maart");
        String aside = come("75.00", "Somebody", "a gift");
        Browser anna = office.browserOf("anna").speaks("nl");
        anna.open("/bank/line?id=" + encoded(aside));
        anna.fill("/bank/set-aside", Map.of());

        Document list = anna.open("/bank?state=not-an-invoice");

        assertThat(list.select("tr:has(a:contains(Janssens)) .c-documents").text())
                .isEqualTo("Lonen");
        assertThat(list.select("tr:has(a:contains(Somebody)) .c-documents").text())
                .isEmpty();
    }

    @Test
    void opensBelowItsRowWhenHtmxAsks() {
        String id = come("484.00", "Hotel Het Anker", "2026-115");
        Browser browser = office.browserOf("anna");

        browser.openPart("/bank/line?id=" + encoded(id));

        assertThat(browser.page().body().text()).contains("Hotel Het Anker", "What the bank says");
        assertThat(browser.page().select("h1, nav, html > head > title")).isEmpty();
    }

    @Test
    void nonsenseIs400AndAnotherCompanysLineIs404() {
        String id = come("484.00", "Hotel Het Anker", "2026-115");
        Browser browser = office.browserOf("anna");
        for (String nonsense : List.of("nonsense", "/", "a/", "%2Fa")) {
            browser.open("/bank/line?id=" + nonsense);
            assertThat(browser.status()).as(nonsense).isEqualTo(400);
        }
        browser.open("/bank/line");
        assertThat(browser.status()).isEqualTo(400);
        browser.open("/bank/line?id=account/none");
        assertThat(browser.status()).isEqualTo(404);

        Browser neighbour = office.browserOf("nico");
        neighbour.open("/bank/line?id=" + encoded(id));
        assertThat(neighbour.status()).isEqualTo(404);
        neighbour.open("/bank/pick?id=" + encoded(id));
        assertThat(neighbour.status()).isEqualTo(404);
        neighbour.open("/settings/accounts");
        neighbour.send("/bank/undo", Map.of("form-token", neighbour.formToken(), "id", id, "version", "1"));
        assertThat(neighbour.status()).isIn(404, 409);
        assertThat(outstanding("2026-115")).isEqualTo("0.00");
    }

    @Test
    void aViewerSeesNoButtonsAndIsRefused() {
        String id = come("484.00", "Hotel Het Anker", "2026-115");
        Browser viewer = office.browserOf("vera");
        viewer.open("/bank/line?id=" + encoded(id));

        assertThat(viewer.page().select("main form[method=post], main .panel-acts"))
                .isEmpty();
        String open = come("12.00", "Somebody", "hello");
        assertThat(viewer.open("/bank/line?id=" + encoded(open)).select("main").text())
                .contains("To decide needs the role bookkeeper. You are signed in as vera.");

        viewer.send("/bank/undo", Map.of("form-token", viewer.formToken(), "id", id, "version", "1"));
        assertThat(viewer.status()).isEqualTo(403);
        viewer.open("/bank/pick?id=" + encoded(id));
        assertThat(viewer.status()).isEqualTo(403);
        viewer.speaks("nl").open("/bank/pick?id=" + encoded(id));
        assertThat(viewer.page().select("[role=alert]").text())
                .isEqualTo("Dat vraagt de rol boekhouder (bookkeeper). U bent aangemeld als vera.");
        assertThat(viewer.page().select("main [lang=en]")).isEmpty();
        assertThat(outstanding("2026-115")).isEqualTo("0.00");
    }

    // ---- what a person says

    @Test
    void confirmsAProposal() {
        String id = come("484.00", "Hotel Het Anker", "bedankt");
        Browser bert = office.browserOf("bert");
        bert.open("/bank/line?id=" + encoded(id));
        assertThat(bert.page().expectFirst(".badge").text()).isEqualTo("Suggested");

        bert.fill("/bank/confirm", Map.of());

        assertThat(bert.path()).startsWith("/bank/line?id=");
        assertThat(bert.page().select(".flash.good").text()).isEqualTo("Confirmed.");
        assertThat(bert.page().text()).contains("Confirmed by bert on 16 Mar 2026");
        assertThat(outstanding("2026-115")).isEqualTo("0.00");
    }

    @Test
    void anUndoIntoAClosedPeriodSaysWhereItsCounterEntryStands() throws Exception {
        String id = come("484.00", "Hotel Het Anker", "fact. 2026-115");
        office.ledger.closeUntil(office.anna, Office.TODAY);
        Browser bert = office.browserOf("bert");
        bert.open("/bank/line?id=" + encoded(id));

        bert.fill("/bank/undo", Map.of());

        String said = "The counter-entry of the booking that was taken back stands on 17 Mar 2026";
        assertThat(bert.page().select(".flash.good").text())
                .startsWith("Undone")
                .contains(said);
        assertThat(bert.open("/bank/line?id=" + encoded(id))
                        .select(".panel-why")
                        .text())
                .contains(said);
        assertThat(outstanding("2026-115")).isEqualTo("484.00");
    }

    @Test
    void anActThroughHtmxBringsRowAndEvidenceBackAsTheyStandNow() {
        String id = come("484.00", "Het Anker", "bedankt");
        Browser anna = office.browserOf("anna");
        anna.open("/bank/line?id=" + encoded(id));
        Map<String, String> fields = fieldsOf(anna.page(), "/bank/confirm");

        anna.sendPart("/bank/confirm", fields);

        assertThat(anna.status()).isEqualTo(200);
        assertThat(anna.page().body().text()).contains("Booked", "Confirmed.", "Undo");
    }

    @Test
    void theSecondOfTwoPeopleIsToldAndSeesTheLineAsItStands() {
        String id = come("484.00", "Het Anker", "bedankt");
        Browser anna = office.browserOf("anna");
        Browser bert = office.browserOf("bert");
        anna.open("/bank/line?id=" + encoded(id));
        bert.open("/bank/line?id=" + encoded(id));
        Map<String, String> stale = fieldsOf(bert.page(), "/bank/set-aside");
        anna.fill("/bank/confirm", Map.of());

        bert.fill("/bank/confirm", Map.of());

        assertThat(bert.page().select(".flash.bad").text())
                .isEqualTo("This line was changed meanwhile, so nothing was done."
                        + " Confirmed by anna on 16 Mar 2026 09:00.");
        assertThat(bert.page().text()).contains("Confirmed by anna");
        bert.sendPart("/bank/set-aside", stale);
        assertThat(bert.status()).isEqualTo(409);
        assertThat(bert.page().body().text()).contains("Confirmed by anna on", "Booked");

        bert.open("/bank/line?id=" + encoded(id));
        bert.fill("/bank/undo", Map.of());
        assertThat(bert.page().select(".flash.good").text()).startsWith("Undone");
        assertThat(outstanding("2026-115")).isEqualTo("484.00");
    }

    @Test
    void setsAsideAndUndoes() {
        String id = come("75.00", "Somebody", "a gift");
        Browser anna = office.browserOf("anna");
        anna.open("/bank/line?id=" + encoded(id));

        anna.fill("/bank/set-aside", Map.of());
        assertThat(anna.page().expectFirst(".badge").text()).isEqualTo("Not an invoice");
        assertThat(anna.page().text()).contains("Set aside by anna");

        anna.fill("/bank/undo", Map.of());
        assertThat(anna.page().expectFirst(".badge").text()).isEqualTo("Open");
    }

    // ---- picking

    @Test
    void picksTwoInvoicesInPart() {
        String id = come("120.00", "Somebody", "on account");
        Browser anna = office.browserOf("anna");
        anna.open("/bank/pick?id=" + encoded(id));

        anna.fill(
                "/bank/book",
                Map.of(
                        "document", "2026-116" + Browser.AND + "2026-117",
                        "amount:2026-116", "100",
                        "amount:2026-117", "15,50",
                        "write-off:2026-117", "1.50"));

        assertThat(anna.page().select(".flash.good").text()).isEqualTo("Booked as you said.");
        assertThat(anna.page().select(".shares a").eachText()).containsExactly("2026-116", "2026-117");
        assertThat(outstanding("2026-116")).isEqualTo("50.00");
        assertThat(outstanding("2026-117")).isEqualTo("33.00");
    }

    @Test
    void whatWasTypedStaysWhenAnAmountIsRefused() {
        String id = come("120.00", "Somebody", "on account");
        Browser anna = office.browserOf("anna");
        Map<String, String> wrong = Map.of(
                "1.234", "can be read in two ways",
                "abc", "is not an amount",
                "-5", "is below zero",
                "10.0055", "more decimals",
                "0", "Nothing is to be paid on 2026-116",
                "140.00", "20.00 EUR more than this line");
        wrong.forEach((typed, sentence) -> {
            anna.open("/bank/pick?id=" + encoded(id));
            anna.fill("/bank/book", Map.of("document", "2026-116", "amount:2026-116", typed, "q", "Kroon"));

            assertThat(anna.status()).as(typed).isEqualTo(400);
            assertThat(anna.page().select("[role=alert]").text()).contains(sentence);
            assertThat(field(anna.page(), "amount:2026-116").val()).isEqualTo(typed);
            assertThat(anna.page().expectFirst("input[value=2026-116]").hasAttr("checked"))
                    .isTrue();
            assertThat(anna.page().select("#pick-q").val()).isEqualTo("Kroon");
        });
        anna.open("/bank/pick?id=" + encoded(id));
        anna.fill("/bank/book", Map.of());
        assertThat(anna.page().select("[role=alert]").text()).startsWith("Tick at least one document");
        assertThat(outstanding("2026-116")).isEqualTo("150.00");
    }

    @Test
    void aCreditNoteIsSetOff() {
        office.document(
                OpenItem.Direction.SALES, OpenItem.Type.CREDIT_NOTE, "CN-9", "Hotel Het Anker", "84.00", Office.TODAY);
        String id = come("400.00", "Somebody", "less the credit");
        Browser anna = office.browserOf("anna");
        anna.open("/bank/pick?id=" + encoded(id));
        assertThat(anna.page().select("tr:has(input[value=CN-9])").text()).contains("Credit note", "set off");

        anna.fill("/bank/book", Map.of("document", "CN-9"));
        assertThat(anna.page().select("[role=alert]").text()).startsWith("More is set off than is paid");

        anna.fill(
                "/bank/book",
                Map.of("document", "2026-115" + Browser.AND + "CN-9", "amount:2026-115", "484", "amount:CN-9", "84"));
        assertThat(anna.page().select(".flash.good").text()).isEqualTo("Booked as you said.");
        assertThat(outstanding("CN-9")).isEqualTo("0.00");
    }

    @Test
    void searchesByPartyNumberAndAmount() {
        String id = come("1.00", "Somebody", "hello");
        Browser anna = office.browserOf("anna");

        for (String search : List.of("anker", "2026-115", "484.00", "484,00")) {
            Document page = anna.open("/bank/pick?id=" + encoded(id) + "&q=" + encoded(search));
            assertThat(page.select("input[name=document]").eachAttr("value"))
                    .as(search)
                    .containsExactly("2026-115");
        }
        Document none = anna.open("/bank/pick?id=" + encoded(id) + "&q=nobody");
        assertThat(none.select(".empty").text()).contains("No open document fits “nobody”");
        assertThat(none.select(".empty a").attr("href")).endsWith("/invoices/new");
    }

    @Test
    void aBookedLineIsBookedOtherwiseByUndoingFirst() {
        String id = come("150.00", "Brouwerij De Kroon", "2026-116");
        Browser anna = office.browserOf("anna");
        anna.open("/bank/pick?id=" + encoded(id));
        assertThat(anna.page().select(".flash.note").text()).contains("undoes that first");
        assertThat(anna.page().select("input[name=document][checked]").val()).isEqualTo("2026-116");

        anna.fill(
                "/bank/book",
                Map.of(
                        "document",
                        "2026-116" + Browser.AND + "2026-117",
                        "amount:2026-116",
                        "100",
                        "amount:2026-117",
                        "50"));

        assertThat(outstanding("2026-116")).isEqualTo("50.00");
        assertThat(outstanding("2026-117")).isEqualTo("0.00");
    }

    @Test
    void twoPeoplePickingKeepsWhatTheSecondTyped() {
        String id = come("120.00", "Somebody", "on account");
        Browser anna = office.browserOf("anna");
        Browser bert = office.browserOf("bert");
        anna.open("/bank/line?id=" + encoded(id));
        bert.open("/bank/pick?id=" + encoded(id));
        anna.fill("/bank/set-aside", Map.of());
        Map<String, String> typed = Map.of("document", "2026-116", "amount:2026-116", "99.50");

        bert.fill("/bank/book", typed);

        assertThat(bert.status()).isEqualTo(409);
        assertThat(bert.page().select("[role=alert]").text()).contains("Set aside by anna");
        assertThat(field(bert.page(), "amount:2026-116").val()).isEqualTo("99.50");
        bert.fill("/bank/book", Map.of());
        assertThat(bert.page().select(".flash.good").text()).isEqualTo("Booked as you said.");
        assertThat(outstanding("2026-116")).isEqualTo("50.50");
    }

    // ---- the parts

    /** A line comes and is taken up; its id. */
    private String come(String amount, String who, String text) {
        office.line(amount, Office.TODAY, who, null, text);
        office.work();
        return newest();
    }

    private String newest() {
        return office.journal
                .transactions(office.anna, TransactionQuery.newest(1))
                .items()
                .get(0)
                .id()
                .toString();
    }

    private String outstanding(String document) {
        try {
            return office.ledger
                    .item(office.anna, new DocumentId(document))
                    .orElseThrow()
                    .outstanding()
                    .decimal();
        } catch (LedgerUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    private static Element field(Document page, String name) {
        return page.expectFirst("[name=\"" + name + "\"]");
    }

    private static Map<String, String> fieldsOf(Document page, String path) {
        Map<String, String> fields = new HashMap<>();
        page.expectFirst("form[action$=" + path + "]")
                .select("input")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
