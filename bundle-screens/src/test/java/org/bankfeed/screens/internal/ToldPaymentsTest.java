package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.bankfeed.invoice.OpenItem.Direction;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of payments whose text tells why they are not simply an invoice's amount. */
class ToldPaymentsTest {

    private static final LocalDate ISSUED = Office.TODAY.minusDays(20);

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

    // ---- set-off

    @Test
    void aSetOffIsMarkedOnTheLineAndSaidOfBothInvoices() throws Exception {
        office.sale("2026-114", "Alba NV", "267.05", ISSUED);
        office.document(Direction.PURCHASE, "7995", "Alba NV", "80.12", ISSUED);
        String line = come("PMNT-RCDT-ESCT", "186.93", "2026-114 verrekend met onze factuur 7995");

        Document page = lineOf(line);
        assertThat(page.select(".shares li").eachText())
                .containsExactly("2026-114 Alba NV 267.05 EUR", "7995 Alba NV set off 80.12 EUR");
        assertThat(page.select(".panel-why").text()).contains("set off").doesNotContain("unapplied");
        assertThat(payment("2026-114")).endsWith("+186.93 EUR It pays 267.05 EUR, with what was set off.");
        assertThat(payment("7995")).endsWith("+186.93 EUR 80.12 EUR was set off against what it pays.");
        assertThat(standing("7995")).startsWith("Paid on");
    }

    @Test
    void aSetOffThatIsOnlyProposedIsConfirmed() throws Exception {
        office.document(Direction.PURCHASE, "F-8200", "Alba NV", "900.00", ISSUED);
        office.sale("2026-114", "Alba NV", "267.05", ISSUED);
        String line = come("PMNT-ICDT-ESCT", "-632.95", "F-8200");

        Browser bert = office.browserOf("bert");
        Document page = bert.open("/bank/line?id=" + line);
        assertThat(page.select(".proposal.first .shares li").eachText())
                .contains("2026-114 Alba NV set off 267.05 EUR");
        bert.fill("/bank/confirm", Map.of());

        assertThat(bert.page().select(".flash.good").text()).isEqualTo("Confirmed.");
        assertThat(standing("2026-114")).startsWith("Paid on");
        assertThat(payment("2026-114")).endsWith("-632.95 EUR 267.05 EUR was set off against what it pays.");
    }

    // ---- what was kept

    @Test
    void aPersonConfirmsMoreToBeWrittenOffThanTheRulesAllowWithoutAsking() throws Exception {
        office.sale("SUB00574", "Alba NV", "1055.00", ISSUED);
        String line = come("PMNT-RCDT-ESCT", "1015.00", "SUB00574 ORIG AMT EUR 1055.00 CHRG EUR 40.00");

        Browser bert = office.browserOf("bert");
        Element first = bert.open("/bank/line?id=" + line).expectFirst(".proposal.first");
        assertThat(first.text())
                .contains("1,015.00 EUR and 40.00 EUR written off")
                .contains("€40.00 would be written off, more than your rules allow without asking");
        bert.fill("/bank/confirm", Map.of());

        assertThat(bert.page().select(".flash.good").text()).isEqualTo("Confirmed.");
        assertThat(standing("SUB00574")).startsWith("Paid on");
        assertThat(payment("SUB00574"))
                .endsWith("This invoice got 1,015.00 EUR of it, and 40.00 EUR beside it is written off.");
    }

    // ---- returns

    @Test
    void aReturnWithItsCostSaysHowMuchStaysUnapplied() throws Exception {
        office.sale("KO-2026-0776", "Alba NV", "1599.14", ISSUED);
        String paid = come("PMNT-IDDT-ESDD", "1599.14", "KO-2026-0776");
        if (!standing("KO-2026-0776").startsWith("Paid on")) {
            InvoiceOffice.confirm(office, paid.substring(paid.lastIndexOf('L')), "KO-2026-0776", "1599.14");
        }

        Browser bert = office.browserOf("bert");
        bert.open("/bank/line?id=" + come("PMNT-IDDT-UPDD", "-1605.14", "STORNO KO-2026-0776 AC06"));
        assertThat(bert.page().select(".proposal.first").text()).contains("6.00 EUR of the line would stay unapplied.");
        bert.fill("/bank/confirm", Map.of());

        assertThat(bert.page().select(".panel-why").text())
                .contains("-1,599.14 EUR")
                .contains("6.00 EUR of the line stays unapplied.");
        assertThat(standing("KO-2026-0776")).contains("It is open again: 1,599.14 EUR");
        assertThat(payment("KO-2026-0776")).contains("It took back 1,599.14 EUR of what was paid");
    }

    // ---- words

    @Test
    void whatTheTextSaysOfOtherMoneyIsSaidInEveryLanguage() throws Exception {
        office.sale("2026-114", "Alba NV", "500.00", ISSUED);
        String line = come("PMNT-RCDT-ESCT", "500.00", "acompte commande");

        assertThat(reasons("en", line)).contains("The text speaks of an advance, of interest or of a reminder’s costs");
        assertThat(reasons("nl", line)).contains("spreekt van een voorschot, rente of aanmaningskosten");
        assertThat(reasons("fr", line)).contains("parle d’un acompte, d’intérêts ou de frais de rappel");
        assertThat(reasons("de", line)).contains("spricht von einer Anzahlung, Zinsen oder Mahnkosten");
    }

    // ---- the parts

    private String reasons(String language, String line) {
        return office.browserOf("vera")
                .speaks(language)
                .open("/bank/line?id=" + line)
                .select(".reasons")
                .text();
    }

    /** The line's id, as an address writes it. */
    private String come(String code, String amount, String text) throws Exception {
        String id = office.line(code, amount, Office.TODAY, "Alba NV", null, text);
        office.work();
        return office.journal.accounts(office.anna).get(0).id() + "%2F" + id;
    }

    private Document lineOf(String id) {
        return office.browserOf("vera").open("/bank/line?id=" + id);
    }

    private Document invoice(String number) {
        return office.browserOf("vera").open("/invoices/invoice?id=" + number);
    }

    private String standing(String number) {
        return invoice(number).select(".standing").text();
    }

    /** What the page says of the last line that pays a document. */
    private String payment(String number) {
        return invoice(number).select(".payments li:last-child").text();
    }
}
