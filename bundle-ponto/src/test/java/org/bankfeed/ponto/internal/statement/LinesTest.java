package org.bankfeed.ponto.internal.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.feed.FeedTransaction.RemittanceType;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void readsARecordedTransaction() {
        FeedTransaction line = readable(PontoServer.text("transaction.json"));
        assertThat(line)
                .isEqualTo(new FeedTransaction(
                        "77e0b1c5-0f1d-4f6f-9f2c-4d8b5a3e6c02",
                        Money.of("-125.50", "EUR"),
                        LocalDate.of(2026, 2, 27),
                        LocalDate.of(2026, 2, 27),
                        "Drukkerij Van Aken",
                        "BE71096123456769",
                        "123456789002",
                        RemittanceType.STRUCTURED,
                        "Overschrijving",
                        "PMNT-ICDT-ESCT",
                        "0101",
                        null,
                        null,
                        "BE98ZZZ0123456789",
                        null,
                        "AM04"));
    }

    @ParameterizedTest
    @CsvSource({
        "59, EUR, 59.00",
        "84.4, EUR, 84.40",
        "84.400, EUR, 84.40",
        "'\"1\"', EUR, 1.00",
        "1e2, EUR, 100.00",
        "100, JPY, 100",
        "1.005, BHD, 1.005",
        "0.1, EUR, 0.10",
        "-9007199254740993.01, EUR, -9007199254740993.01"
    })
    void amountsComeFromTheLiteralDigits(String amount, String currency, String expected) {
        assertThat(readable(line("amount", amount, currency)).amount().decimal())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, EUR, more than the 2 decimals of EUR",
        "12.34567, EUR, more than the 2 decimals of EUR",
        "1.5, JPY, more than the 0 decimals of JPY",
        "null, EUR, The field amount is missing.",
        "1, XXA, none that this Java knows",
        "1e999999999, EUR, more than 18 digits",
        "'{}', EUR, The field amount has a form",
        "'\"ten\"', EUR, The field amount has a form"
    })
    void anAmountThatCannotBeHeldIsKeptUnread(String amount, String currency, String why) {
        FeedLine line = Lines.read(line("amount", amount, currency), BRUSSELS);
        assertThat(line).isInstanceOfSatisfying(FeedLine.Unreadable.class, unreadable -> {
            assertThat(unreadable.why()).asString().contains(why);
            assertThat(unreadable.id()).isEqualTo("x");
            assertThat(unreadable.raw()).isEqualTo(line("amount", amount, currency));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-19T00:00:00.000Z, Europe/Brussels, 2020-06-19",
        "2019-01-01T23:00:00.000Z, Europe/Brussels, 2019-01-02",
        "2019-07-01T22:00:00.319029Z, Europe/Brussels, 2019-07-02",
        "2019-07-01T12:30:00Z, Europe/Brussels, 2019-07-01",
        "2019-07-01T00:00:00Z, America/New_York, 2019-07-01",
        "2019-07-01T04:00:00Z, America/New_York, 2019-07-01",
        "2019-07-01T03:59:59Z, America/New_York, 2019-06-30",
        "2019-07-01, America/New_York, 2019-07-01",
        "2019-07-01T00:00:00+02:00, Europe/Brussels, 2019-07-01"
    })
    void daysAreBankDays(String told, String zone, LocalDate expected) {
        String raw =
                "{\"id\":\"x\",\"attributes\":{\"amount\":1,\"currency\":\"EUR\",\"executionDate\":\"" + told + "\"}}";
        assertThat(Lines.read(raw, ZoneId.of(zone))).isInstanceOfSatisfying(FeedLine.Readable.class, line -> {
            assertThat(line.transaction().executionDate()).isEqualTo(expected);
            assertThat(line.transaction().valueDate()).isEqualTo(expected); // the other one is missing
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | The fields executionDate and valueDate are both missing.",
                "\"soon\" | executionDate is not a date.",
                "\"BE68539007547034\" | executionDate is not a date.",
                "\"31/12/2026\" | executionDate holds ‘31/12/2026’, which is not a date.",
                "\"0026-01-01\" | not a year of our time",
                "[] | executionDate has a form"
            })
    void aLineWithoutADayIsKeptUnread(String told, String why) {
        String raw = "{\"id\":\"x\",\"attributes\":{\"amount\":1,\"currency\":\"EUR\",\"executionDate\":" + told + "}}";
        assertThat(Lines.read(raw, BRUSSELS))
                .isInstanceOfSatisfying(
                        FeedLine.Unreadable.class,
                        line -> assertThat(line.why()).asString().contains(why));
    }

    @ParameterizedTest
    @CsvSource({"structured, STRUCTURED", "UNSTRUCTURED, UNSTRUCTURED", "poem, UNKNOWN"})
    void anUnknownKindOfRemittanceIsUnknown(String word, RemittanceType expected) {
        FeedTransaction line = readable("{\"id\":\"x\",\"attributes\":{\"amount\":1,\"currency\":\"EUR\",\"valueDate\":"
                + "\"2026-01-01\",\"remittanceInformationType\":\"" + word.toLowerCase(Locale.ROOT) + "\"}}");
        assertThat(line.remittanceType()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | It is empty.",
                "5 | form",
                "{\"id\":\"x\"} | The field attributes is missing.",
                "{\"attributes\":{}} | The field id is missing.",
                "{\"id\":\"x\",\"attributes\":3} | attributes has a form"
            })
    void whatIsNoTransactionIsKeptUnread(String raw, String why) {
        assertThat(Lines.read(raw, BRUSSELS))
                .isInstanceOfSatisfying(
                        FeedLine.Unreadable.class,
                        line -> assertThat(line.why()).asString().contains(why));
    }

    private static String line(String field, String value, String currency) {
        return "{\"id\":\"x\",\"attributes\":{\"%s\":%s,\"currency\":\"%s\",\"valueDate\":\"2026-01-01\"}}"
                .formatted(field, value, currency);
    }

    private static FeedTransaction readable(String raw) {
        FeedLine line = Lines.read(raw, BRUSSELS);
        assertThat(line).isInstanceOf(FeedLine.Readable.class);
        return ((FeedLine.Readable) line).transaction();
    }
}
