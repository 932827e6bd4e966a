package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bank › Payment files. */
class PaymentFilesPagesTest {

    private static final String OURS = "BE71096123456769";
    private static final String THEIRS = "DE89370400440532013000";

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office().link();
        office.document(OpenItem.Direction.PURCHASE, "F-1001", "Otto Test", "80.00", Office.TODAY.minusDays(20));
        office.document(OpenItem.Direction.PURCHASE, "F-1002", "Otto Test", "90.00", Office.TODAY.minusDays(20));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void aFileIsAnnouncedAndItsInvoicesAreOnTheirWay() {
        office.work();
        Browser browser = announced(file("MSG-1", OURS));

        assertThat(browser.page().text()).contains("2 payments announced.", "Otto Test", "End-to-end id E1");
        assertThat(browser.page().select("main").text()).doesNotContain(THEIRS, OURS);
        assertThat(browser.page().select("a[href$='/invoices/invoice?id=F-1001']"))
                .isNotEmpty();
        assertThat(browser.open("/invoices/invoice?id=F-1001").text()).contains("On its way: a payment of €80.00");
        assertThat(browser.open("/bank/files").text()).contains("MSG-1", "2 announced", "-170.00 EUR");
    }

    @Test
    void oneLineForTheWholeFileThatCameBeforeItIsBookedOnAllItsInvoices() {
        office.line("-170.00", Office.TODAY, null, null, "BATCH MSG-1-A 2 PAYMENTS");
        office.work();
        Browser browser = announced(file("MSG-1", OURS));
        assertThat(browser.open("/bank/files/file?id=MSG-1").text()).contains("2 executed", "on 16 Mar 2026");
        assertThat(browser.page().select("a[href*='/bank/line?id=']")).hasSize(2);
        assertThat(browser.open("/invoices/invoice?id=F-1002").text()).contains("Paid");
    }

    @Test
    void theSameFileTwiceIsSaidToBeKnown() {
        announced(file("MSG-1", OURS));
        assertThat(announced(file("MSG-1", OURS)).page().text())
                .contains("This file was announced before, by bert: nothing was changed.");
    }

    @Test
    void aFileThatPaysWhatAnotherPaysSaysWhichPaymentsAreDouble() {
        announced(file("MSG-1", OURS));

        assertThat(announced(file("MSG-2", OURS)).page().text())
                .contains("2 payments announced")
                .contains(
                        "Payment MSG-2/1 of 80.00 EUR pays F-1001, which payment MSG-1/1 pays too: stop one of them at"
                                + " the bank, then withdraw it here.")
                .contains("Payment MSG-2/2");
    }

    @Test
    void aFileSaysWhatItsPaymentsPayByTheNumberThatIsPrintedAndEachDoublePairOnce() throws Exception {
        Money amount = Money.of("80.00", "EUR");
        office.ledger.add(
                office.anna,
                new NewDocument(
                        new DocumentId("A000177"),
                        OpenItem.Direction.PURCHASE,
                        OpenItem.Type.INVOICE,
                        "F-1077",
                        new Party("OttoTest", "Otto Test", Party.Kind.BUSINESS, List.of()),
                        amount,
                        amount,
                        Office.TODAY.minusDays(20),
                        Office.TODAY,
                        null,
                        null));
        office.work();

        Browser browser = announced(file("MSG-1", OURS)
                .replace("F-1001", "F-1077")
                .replace("F-1002", "F-1077")
                .replace("90.00", "80.00")
                .replace("170.00", "160.00"));

        assertThat(browser.page()
                        .select("a[href$='/invoices/invoice?id=A000177']")
                        .eachText())
                .containsOnly("F-1077");
        assertThat(browser.page().select(".flash").text())
                .isEqualTo("2 payments announced. Payment E1 of 80.00 EUR pays F-1077, which payment E2 pays too: stop"
                        + " one of them at the bank, then withdraw it here.");
    }

    @Test
    void whyAFileIsNotTakenIsSaidInTheLanguageOfThePage() {
        Browser browser = office.browserOf("bert").speaks("de");
        browser.open("/bank/files");

        browser.upload("/bank/files", "file", bytes(file("MSG-1", OURS).replace("170.00", "171.00")));

        assertThat(browser.page().select("[role=alert]").text())
                .isEqualTo(
                        "Es wurde nichts angekündigt. Zeile 3 der Datei: GrpHdr sagt, dass die Zahlungen 171.00 ergeben"
                                + " (CtrlSum), und sie ergeben 170.00; die Datei ist nicht vollständig oder wurde verändert.");
    }

    @Test
    void aPaymentIsWithdrawnAndAnnouncedAgain() {
        Browser browser = announced(file("MSG-1", OURS));
        browser.send(
                "/bank/files/withdraw", Map.of("form-token", browser.formToken(), "id", "MSG-1", "payment", "MSG-1/2"));
        assertThat(browser.page().text()).contains("1 payment withdrawn", "1 announced", "1 withdrawn", "by bert");
        browser.send(
                "/bank/files/withdraw", Map.of("form-token", browser.formToken(), "id", "MSG-1", "payment", "MSG-1/2"));
        assertThat(browser.page().text()).contains("Nothing was changed");
        browser.fill("/bank/files/again", Map.of());
        assertThat(browser.page().text()).contains("1 payment under way again", "2 announced");
    }

    @Test
    void whatCannotBeReadIsOneSentenceAndNothingIsAnnounced() {
        Browser browser = office.browserOf("bert");
        for (Map.Entry<String, String> wrong : Map.of(
                        "hello",
                        "it is no XML from here on",
                        file("MSG-1", OURS).replace("<Document", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><Document"),
                        "has a document type (DOCTYPE)",
                        file("MSG-1", THEIRS),
                        "for account DE…3000, which is none of this company’s",
                        file("MSG-1", OURS).replace("pain.001.001.03", "camt.053.001.02"),
                        "camt.053.001.02, which is not")
                .entrySet()) {
            browser.open("/bank/files");
            browser.upload("/bank/files", "file", bytes(wrong.getKey()));
            assertThat(browser.status()).isEqualTo(400);
            assertThat(browser.page().select("[role=alert]").text())
                    .startsWith("Nothing was announced. ")
                    .contains(wrong.getValue());
        }
        assertThat(browser.open("/bank/files").text()).contains("No payment file was announced yet.");
    }

    @Test
    void aFileThatIsTooLongIsSaidToBe() {
        Browser browser = office.browserOf("bert");
        browser.open("/bank/files");
        browser.upload("/bank/files", "file", new byte[10 * 1024 * 1024]);
        assertThat(browser.page().select("[role=alert]").text()).contains("longer than 8 MiB");
        browser.open("/bank/files");
        browser.upload("/bank/files", "file", new byte[17 * 1024 * 1024]);
        assertThat(browser.status()).isEqualTo(413);
        assertThat(browser.page().text()).contains("a payment file has at most 8 MiB");
        browser.open("/bank/files");
        browser.upload("/bank/files", "file", new byte[0]);
        assertThat(browser.page().select("[role=alert]").text()).contains("is missing, or empty");
    }

    @Test
    void aStrangerIsSentToSignInAndAViewerMayNotAnnounce() {
        Browser stranger = office.browser();
        stranger.upload("/bank/files", "file", bytes(file("MSG-1", OURS)));
        assertThat(stranger.path()).startsWith("/sign-in");
        Browser viewer = office.browserOf("vera");
        viewer.open("/bank/files");
        assertThat(viewer.page().select("input[type=file]")).isEmpty();
        viewer.upload("/bank/files", "file", bytes(file("MSG-1", OURS)));
        assertThat(viewer.status()).isEqualTo(403);
        assertThat(viewer.open("/bank/files/file?id=MSG-1").text()).contains("There is no such payment file");
        assertThat(viewer.status()).isEqualTo(404);
    }

    @Test
    void whereTheErpTellsItselfWhatItSentThereIsNoSuchPage() {
        RoomsForTests.paymentFiles(office.rooms, null);
        Browser browser = office.browserOf("bert");
        assertThat(browser.open("/bank").select("a[href$='/bank/files']")).isEmpty();
        assertThat(browser.open("/bank/files").text()).contains("the ERP tells itself");
    }

    private Browser announced(String file) {
        Browser browser = office.browserOf("bert");
        browser.open("/bank/files");
        browser.upload("/bank/files", "file", bytes(file));
        assertThat(browser.status()).as(browser.page().text()).isEqualTo(200);
        return browser;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String file(String message, String account) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-03-15T09:00:00</CreDtTm><NbOfTxs>2</NbOfTxs>
                <CtrlSum>170.00</CtrlSum><InitgPty><Nm>Company</Nm></InitgPty></GrpHdr>
                <PmtInf><PmtInfId>%s-A</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg>
                <ReqdExctnDt>2026-03-16</ReqdExctnDt><Dbtr><Nm>Company</Nm></Dbtr>
                <DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct>
                %s%s
                </PmtInf></CstmrCdtTrfInitn></Document>
                """.formatted(
                        message, message, account, payment("E1", "80.00", "F-1001"), payment("E2", "90.00", "F-1002"));
    }

    private static String payment(String endToEnd, String amount, String text) {
        return """
                <CdtTrfTxInf><PmtId><EndToEndId>%s</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">%s</InstdAmt></Amt>
                <Cdtr><Nm>Otto Test</Nm></Cdtr><CdtrAcct><Id><IBAN>%s</IBAN></Id></CdtrAcct>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf></CdtTrfTxInf>
                """.formatted(endToEnd, amount, THEIRS, text);
    }
}
