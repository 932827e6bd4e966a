package org.bankfeed.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.bankfeed.history.HistoryEvent.Confirmed;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.history.HistoryEvent.TransactionBooked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryReaderTest {

    private static final String INVOICE = """
            {"event":"invoice","invoice":{"id":"S1","direction":"SALES","type":"INVOICE","number":"2026/17",\
            "party":{"id":"C1","name":"Café Dijle","ibans":["BE68539007547034"]},"currency":"EUR","total":"121.00",\
            "outstanding":"121.00","issueDate":"2026-01-05","dueDate":"2026-02-04",\
            "paymentReference":"+++090/9337/55493+++","discount":{"percent":"2","until":"2026-01-15","amount":"2.00"},\
            "retentions":[{"kind":"GUARANTEE","amount":"6.05","dueDate":"2027-01-05"},\
            {"kind":"SOCIAL_DEBT","amount":"35.00"}]}}""";
    private static final String TRANSACTION = """
            {"event":"transaction","transaction":{"id":"T1","account":"BE71096123456769","executionDate":"2026-01-12",\
            "valueDate":"2026-01-13","amount":"119.00","currency":"EUR","counterpartName":"CAFE DIJLE",\
            "counterpartReference":"","remittanceInformation":"090933755493",\
            "remittanceInformationType":"structured","bankTransactionCode":"PMNT-RCDT-ESCT",\
            "endToEndId":"NOTPROVIDED"}}""";
    private static final String CONFIRMED = """
            {"event":"confirmed","transactionId":"T1","applications":\
            [{"invoiceId":"S1","amount":"119.00","writeOff":"2.00"}]}""";
    private static final String RETURNED = """
            {"event":"confirmed","transactionId":"T1","applications":\
            [{"invoiceId":"S1","amount":"-119.00","takesBack":"T1"}],"by":"matching"}""";
    private static final String CLOSED = """
            {"event":"invoiceClosed","invoiceId":"S1"}""";

    @TempDir
    Path folder;

    @Test
    void readsEveryKindOfEvent() throws IOException {
        List<HistoryEvent> events = read(INVOICE, TRANSACTION, CONFIRMED, CLOSED);

        assertThat(events)
                .hasExactlyElementsOfTypes(
                        InvoiceOpened.class, TransactionBooked.class, Confirmed.class, InvoiceClosed.class);
        HistoryInvoice invoice = ((InvoiceOpened) events.get(0)).invoice();
        assertThat(invoice.total()).isEqualTo(new BigDecimal("121.00"));
        assertThat(invoice.discount())
                .isEqualTo(new HistoryDiscount(new BigDecimal("2"), LocalDate.of(2026, 1, 15), new BigDecimal("2.00")));
        assertThat(invoice.retentions())
                .containsExactly(
                        new HistoryRetention(
                                HistoryRetention.Kind.GUARANTEE, new BigDecimal("6.05"), LocalDate.of(2027, 1, 5)),
                        new HistoryRetention(HistoryRetention.Kind.SOCIAL_DEBT, new BigDecimal("35.00"), null));
        HistoryTransaction transaction = ((TransactionBooked) events.get(1)).transaction();
        assertThat(transaction.counterpartReference()).isEmpty();
        assertThat(transaction.mandateId()).isNull();
        assertThat(((Confirmed) events.get(2)).applications())
                .containsExactly(new HistoryApplication("S1", new BigDecimal("119.00"), new BigDecimal("2.00")));
    }

    @Test
    void writesWhatItReads() throws IOException {
        Files.writeString(folder.resolve("history.jsonl"), lines(INVOICE, TRANSACTION, CONFIRMED, RETURNED, CLOSED));

        try (HistoryWriter writer = HistoryWriter.create(folder.resolve("again.jsonl"))) {
            writer.write(History.read(folder));
        }

        assertThat(folder.resolve("again.jsonl")).hasSameTextualContentAs(folder.resolve("history.jsonl"));
    }

    @Test
    void tellsWhoDecidedAPersonIfNobodyIsNamed() throws IOException {
        List<HistoryEvent> events = read(INVOICE, TRANSACTION, CONFIRMED, RETURNED);

        assertThat(events.subList(2, 4))
                .extracting(event -> ((Confirmed) event).by())
                .containsExactly(HistoryEvent.By.PERSON, HistoryEvent.By.MATCHING);
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() throws IOException {
        String more = TRANSACTION.replace("\"currency\"", "\"mood\":{\"of\":[\"the\",\"day\"]},\"currency\"");

        assertThat(read(more)).hasSize(1);
    }

    @Test
    void skipsAndNotesEventsThatItDoesNotKnow() throws IOException {
        Files.writeString(folder.resolve("history.jsonl"), lines(INVOICE, "{\"event\":\"weather\",\"rain\":true}"));

        History history = History.read(folder);

        assertThat(history.events()).hasSize(1);
        assertThat(history.notes())
                .containsExactly("history.jsonl:2: the event 'weather' is not known to this version and was skipped.");
    }

    @Test
    void countsTheEventsThatItDoesNotKnowByKind() throws IOException {
        String weather = "{\"event\":\"weather\",\"rain\":true}";
        String many = IntStream.range(0, 30)
                .mapToObj(i -> "{\"event\":\"omen" + i + "\"}")
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("history.jsonl"), lines(weather, INVOICE, weather, many));

        assertThat(History.read(folder).notes())
                .hasSize(21)
                .startsWith(
                        "history.jsonl:1: the event 'weather' is not known to this version; 2 such lines were skipped.")
                .endsWith(
                        "history.jsonl: 11 lines with still other events that this version does not know were skipped.");
    }

    @Test
    void skipsBlankLinesAndAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + INVOICE, "", "  ", CLOSED)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "amount":"119.00"          | "amount":"119.001"            | has 2 decimals
            "amount":"119.00"          | "amount":"119,00"             | is no decimal number
            "amount":"119.00"          | "amount":"1e3"                | is no decimal number
            "amount":"119.00",         |                               | 'transaction.amount' is missing
            "account":                 | "acount":                     | 'transaction.account' is missing
            "id":"T1"                  | "id":" "                      | 'transaction.id' is empty
            "id":"T1"                  | "id":17                       | 'transaction.id' is not a text
            "currency":"EUR"           | "currency":"EURO"             | no currency of ISO 4217
            "currency":"EUR"           | "currency":"XAU"              | no currency of ISO 4217
            "2026-01-12"               | "2026-02-30"                  | is no date
            "structured"               | "free"                        | write structured / unstructured
            """)
    void refusesATransactionThatIsNot(String right, String wrong, String complaint) {
        String line = TRANSACTION.replace(right, wrong == null ? "" : wrong);

        assertBroken(2, complaint, INVOICE, line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "outstanding":"121.00"     | "outstanding":"-121.00"       | without a sign
            "outstanding":"121.00"     | "outstanding":"121.01"        | more than the total
            "direction":"SALES"        | "direction":"sales"           | write SALES / PURCHASE
            "type":"INVOICE"           | "type":"RECEIPT"              | write INVOICE / CREDIT_NOTE
            "name":"Café Dijle",       |                               | 'invoice.party.name' is missing
            ["BE68539007547034"]       | "BE68539007547034"            | 'invoice.party.ibans' is not a list
            ["BE68539007547034"]       | [68]                          | 'invoice.party.ibans' holds something
            "until":"2026-01-15",      |                               | 'invoice.discount.until' is missing
            "amount":"6.05"            | "amount":"99.00"              | more than the total
            "amount":"6.05"            | "amount":"0"                  | 'invoice.retentions[0].amount' is zero
            "GUARANTEE"                | "WARRANTY"                    | write GUARANTEE / SOCIAL_DEBT / TAX_DEBT
            "2027-01-05"               | "2027"                        | is no date
            """)
    void refusesAnInvoiceThatIsNot(String right, String wrong, String complaint) {
        String line = INVOICE.replace(right, wrong == null ? "" : wrong);

        assertBroken(1, complaint, line);
    }

    @Test
    void refusesALineThatWasCutOff() {
        assertBroken(2, "not JSON", INVOICE, TRANSACTION.substring(0, 30));
        assertBroken(1, "not JSON", TRANSACTION + "}");
        assertBroken(1, "not a JSON object", "[]");
        assertBroken(1, "'event' is missing", "{}");
    }

    @Test
    void refusesNamesOfWhatNobodyKnows() {
        assertBroken(1, "names invoice 'S1'", CLOSED);
        assertBroken(1, "names transaction 'T1'", CONFIRMED);
        assertBroken(
                3,
                "takesBack' names transaction 'T9'",
                INVOICE,
                TRANSACTION,
                RETURNED.replace("takesBack\":\"T1", "takesBack\":\"T9"));
        assertBroken(3, "write person / matching", INVOICE, TRANSACTION, RETURNED.replace("matching", "cat"));
    }

    @Test
    void acceptsAConfirmationThatNamesADocumentToCome() throws IOException {
        Files.writeString(folder.resolve("history.jsonl"), TRANSACTION + "\n" + CONFIRMED + "\n" + INVOICE + "\n");

        assertThat(History.read(folder).events()).hasSize(3);
    }

    @Test
    void refusesAnIdThatComesTwice() {
        assertBroken(2, "invoice 'S1' was opened before", INVOICE, INVOICE);
        assertBroken(3, "transaction 'T1' was booked before", INVOICE, TRANSACTION, TRANSACTION);
    }

    @Test
    void asksWhoeverTakesTheEventsInWhatCameBefore() throws IOException {
        Seen seen = new Seen() {
            @Override
            public boolean isOpened(String invoice) {
                return invoice.equals("S1");
            }

            @Override
            public @Nullable String currencyOf(String transaction) {
                return null;
            }
        };
        try (HistoryReader reader = HistoryReader.of("history.jsonl", stream(CLOSED, TRANSACTION, INVOICE), seen)) {
            assertThat(reader.next()).isEqualTo(new InvoiceClosed("S1"));
            assertThat(reader.next()).isInstanceOf(TransactionBooked.class);
            assertThatThrownBy(reader::next).hasMessageContaining("invoice 'S1' was opened before");
        }
    }

    @Test
    void knowsAFieldHoweverItsNameIsEscaped() throws IOException {
        assertThat(read(INVOICE, CLOSED.replace("event", "\\u0065vent"))).hasSize(2);
    }

    @Test
    void readsOneValueOnALineAndNoMore() {
        assertBroken(1, "not JSON (see column " + (TRANSACTION.length() + 2), TRANSACTION + " " + CONFIRMED);
    }

    @Test
    void countsTheColumnsOfEachLineFromItsBeginning() {
        assertBroken(3, "see column 13", INVOICE, TRANSACTION, "{\"event\":   what}");
        assertBroken(2, "see column " + (CONFIRMED.length() + 2), INVOICE + "  \r", CONFIRMED + " ,{}");
    }

    @Test
    void readsALineThatIsLongerThanTheParsersBuffer() throws IOException {
        String text = "é".repeat(20_000);
        List<HistoryEvent> events =
                read(INVOICE, TRANSACTION.replace("\"currency\"", "\"mood\":\"" + text + "\",\"currency\""));

        assertThat(events).hasSize(2);
        assertBroken(2, "not JSON", INVOICE, "{\"event\":\"" + text + "\"} {}");
    }

    @Test
    void saysThatAPackedFileHasToBeUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(INVOICE.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("history.jsonl"), packed.toByteArray());

        assertThatThrownBy(() -> History.read(folder))
                .isInstanceOf(BrokenHistoryException.class)
                .hasMessage("history.jsonl:1: this is a packed file (gzip or zip); unpack it first.");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("history.jsonl"), INVOICE.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> History.read(folder))
                .isInstanceOf(BrokenHistoryException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void saysWhatToNameWhenThereIsNoFile() {
        assertThatThrownBy(() -> History.read(folder))
                .isInstanceOf(BrokenHistoryException.class)
                .hasMessageContaining("name a folder that holds a history.jsonl");
    }

    @Test
    void keepsTheLiteralDigitsOfANumber() throws IOException {
        List<HistoryEvent> events = read(TRANSACTION.replace("\"119.00\"", "4503599627370497.10"));

        assertThat(((TransactionBooked) events.get(0)).transaction().amount())
                .isEqualTo(new BigDecimal("4503599627370497.10"));
    }

    @Test
    void announcedPaymentsAndWhatWasSaidOfFactsAreReadAsTheyAreWritten() throws IOException {
        List<HistoryEvent> events = List.of(
                new HistoryEvent.PaymentAnnounced(new HistoryAnnouncement(
                        "A1",
                        "E-1",
                        "FILE-7",
                        "MSG-7",
                        new BigDecimal("-12.50"),
                        "EUR",
                        LocalDate.of(2026, 3, 4),
                        List.of("P1", "P2"))),
                new HistoryEvent.PaymentAnnounced(new HistoryAnnouncement(
                        "A2", null, null, null, new BigDecimal("1.00"), "EUR", LocalDate.of(2026, 3, 4), List.of())),
                new HistoryEvent.AnnouncementEnded("A1"),
                new HistoryEvent.FactSaid(HistoryEvent.Sign.ACCOUNT, "BE68539007547034", "C1", "BE68 5390 0754 7034"),
                new HistoryEvent.FactSaid(HistoryEvent.Sign.NAME, "OTTO", "C1", null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HistoryWriter writer = HistoryWriter.of(out);
        for (HistoryEvent event : events) {
            writer.write(event);
        }
        writer.flush();

        assertThat(read(out.toString(StandardCharsets.UTF_8))).isEqualTo(events);
    }

    @Test
    void aFactOfAnUnknownSignIsRefused() {
        assertBroken(
                1,
                "'fact.sign' is 'shoe size'; write account / name / mandate.",
                "{\"event\":\"factSaid\",\"fact\":{\"sign\":\"shoe size\",\"key\":\"44\",\"partyId\":\"C1\"}}");
    }

    private static void assertBroken(int line, String complaint, String... lines) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(BrokenHistoryException.class)
                .hasMessageStartingWith("history.jsonl:" + line + ": ")
                .hasMessageContaining(complaint)
                .hasMessageEndingWith(".");
    }

    private static List<HistoryEvent> read(String... lines) throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        try (HistoryReader reader = HistoryReader.of("history.jsonl", stream(lines))) {
            reader.forEachRemaining(events::add);
        }
        return events;
    }

    private static InputStream stream(String... lines) {
        return new ByteArrayInputStream(lines(lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
