package org.bankfeed.ledger.internal.pain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a payment file says, and what is said of one that is not right. */
class MessageReaderTest {

    private static final String THEIRS = "DE89370400440532013000";

    @ParameterizedTest
    @ValueSource(strings = {"pain.001.001.03", "pain.001.001.09"})
    void aTransferIsMoneyOutWithAllThatItSays(String version) throws Exception {
        Message message = MessageReader.read(file().version(version)
                .pays("E1", "12.5", "Otto", THEIRS, "<Ustrd>invoice</Ustrd><Ustrd>F-1</Ustrd>")
                .bytes());
        assertThat(message.id()).isEqualTo("MSG-1");
        assertThat(message.kind()).isEqualTo(PaymentFile.Kind.CREDIT_TRANSFERS);
        assertThat(message.accounts()).containsExactly(AccountReference.iban(PainFile.OURS));
        assertThat(message.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.endToEndId()).isEqualTo("E1");
            assertThat(payment.amount()).isEqualTo(Money.of("-12.50", "EUR"));
            assertThat(payment.day()).isEqualTo(LocalDate.of(2026, 3, 4));
            assertThat(payment.batch()).isEqualTo("MSG-1-A");
            assertThat(payment.counterparty()).isEqualTo("Otto");
            assertThat(payment.account()).isEqualTo(AccountReference.iban(THEIRS));
            assertThat(payment.remittance()).isEqualTo("invoice F-1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pain.008.001.02", "pain.008.001.08"})
    void aDirectDebitIsMoneyIn(String version) throws Exception {
        String structured = "<Strd><CdtrRefInf><Ref>010806817183</Ref></CdtrRefInf></Strd>";
        Message message = MessageReader.read(file().version(version)
                .pays("E1", "12.50", "Otto", THEIRS, structured)
                .bytes());
        assertThat(message.kind()).isEqualTo(PaymentFile.Kind.DIRECT_DEBITS);
        assertThat(message.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.amount()).isEqualTo(Money.of("12.50", "EUR"));
            assertThat(payment.references()).containsExactly("010806817183");
        });
    }

    @Test
    void aPaymentForWhichTheBankIsAskedForALineOfItsOwnIsInNoBatch() throws Exception {
        assertThat(MessageReader.read(
                                one().booked("<BtchBookg>false</BtchBookg>").bytes())
                        .payments())
                .allSatisfy(payment -> assertThat(payment.batch()).isNull());
        assertThat(MessageReader.read(one().booked("").bytes()).payments())
                .allSatisfy(payment -> assertThat(payment.batch()).isEqualTo("MSG-1-A"));
    }

    @Test
    void whatStandsWhereNoEndToEndIdWasGivenIsNone() throws Exception {
        Message message = MessageReader.read(
                file().pays("NOTPROVIDED", "1", "Otto", THEIRS, "").bytes());
        assertThat(message.payments().get(0).endToEndId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <MsgId>MSG-1</MsgId>                | ''                                  | Line 3 of the file: GrpHdr has no MsgId
            <MsgId>MSG-1</MsgId>                | <MsgId>123456789012345678901234567890123456</MsgId> | has 36 characters, and may have 35
            <CreDtTm>2026-03-03T09:00:00</CreDtTm> | ''                               | has no CreDtTm
            <EndToEndId>E1</EndToEndId>         | ''                                  | has no PmtId/EndToEndId
            <Nm>Otto</Nm>                       | ''                                  | has no Cdtr/Nm
            <PmtMtd>TRF</PmtMtd>                | <PmtMtd>CHK</PmtMtd>                | payment method CHK
            2026-03-04                          | 2026-02-30                          | which is no day
            Ccy="EUR"                           | ''                                  | names no currency
            Ccy="EUR"                           | Ccy="XYZ"                           | 12.50 XYZ: that currency does not exist
            >12.50<                             | >12.505<                            | 12.505 EUR: that currency does not exist, or has fewer decimals
            >12.50<                             | >0.00<                              | no amount to be paid
            >12.50<                             | >-12.50<                            | no amount to be paid
            >12.50<                             | >1E9<                               | no amount to be paid
            DE89370400440532013000              | DE89370400440532013001              | check digits do not fit
            BE68539007547034                    | ''                                  | has no Id/IBAN
            </PmtInf>                           | <CtrlSum>1</CtrlSum></PmtInf>       | come to 1 (CtrlSum), and they come to 12.50
            pain.001.001.03                     | camt.053.001.02                     | is a message camt.053.001.02, which is not read here
            pain.001.001.03                     | pain.002.001.03                     | is a message pain.002.001.03, which is not read here
            Document                            | Invoice                             | This is no payment file but Invoice
            """)
    void whatIsNotAsTheStandardAsksIsOneSentenceOfWhatAndWhere(String right, String wrong, String said) {
        String text = one().text().replace(right, wrong);
        assertThatThrownBy(() -> MessageReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(said);
    }

    @Test
    void aFileWithFewerPaymentsThanItSaysIsNotComplete() {
        assertThatThrownBy(() -> MessageReader.read(one().saying(2).bytes()))
                .hasMessageContaining("says 2 payments (NbOfTxs), and there are 1");
    }

    @Test
    void aFileThatIsCutOffSaysWhere() {
        String text = one().text();
        assertThatThrownBy(() -> MessageReader.read(
                        text.substring(0, text.indexOf("</PmtInf>")).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("it is no XML from here on")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{}", "%PDF-1.4 ..."})
    void aTextThatIsNoXmlIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> MessageReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("it is no XML");
    }

    @Test
    void nothingOutsideTheFileIsLookedAt(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n<Document";
        String text = one().text().replaceFirst("<Document", doctype).replace(">Otto<", ">&e;<");
        assertThatThrownBy(() -> MessageReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("document type (DOCTYPE)")
                .hasMessageNotContaining("the secret");
    }

    @Test
    void aPaymentOfMoreElementsThanAnyHasIsRefusedBeforeItFillsTheMemory() {
        String text = one().text().replace("<RmtInf>", "<RmtInf>" + "<Ustrd/>".repeat(5_000));
        assertThatThrownBy(() -> MessageReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("more elements in one place");
        String deep = one().text().replace("<RmtInf>", "<a>".repeat(40) + "</a>".repeat(40) + "<RmtInf>");
        assertThatThrownBy(() -> MessageReader.read(deep.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("more elements in one place");
    }

    @Test
    void aFileOfMorePaymentsThanAreTakenIsRefused() {
        PainFile many = file();
        for (int i = 0; i <= MessageReader.MOST_PAYMENTS; i++) {
            many.pays("E" + i, "1", "O", THEIRS, "");
        }
        assertThatThrownBy(() -> MessageReader.read(many.bytes())).hasMessageContaining("more than 10,000 payments");
    }

    private static PainFile file() {
        return new PainFile("MSG-1");
    }

    private static PainFile one() {
        return file().pays("E1", "12.50", "Otto", THEIRS, "<Ustrd>F-1</Ustrd>");
    }
}
