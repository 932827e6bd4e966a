package org.bankfeed.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.TransactionBooked;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void anUndatedEventBelongsToTheDayOfTheNextTransaction() {
        History history = History.of(List.of(line("T1", MONDAY), closed("S1"), line("T2", MONDAY.plusDays(1))));

        assertThat(history.days()).extracting(HistoryDay::date).containsExactly(MONDAY, MONDAY.plusDays(1));
        assertThat(history.days().get(1).events()).startsWith(closed("S1")).hasSize(2);
    }

    @Test
    void aLineBookedWithAnOlderDateArrivesOnTheDayItComes() {
        History history = History.of(List.of(line("T1", MONDAY), line("T2", MONDAY.minusDays(3))));

        assertThat(history.days()).hasSize(1);
        assertThat(history.days().get(0).transactions())
                .extracting(HistoryTransaction::id)
                .containsExactly("T1", "T2");
    }

    @Test
    void whatComesAfterTheLastTransactionBelongsToTheLastDay() {
        History history = History.of(List.of(line("T1", MONDAY), closed("S1")));

        assertThat(history.days()).hasSize(1);
        assertThat(history.days().get(0).events(InvoiceClosed.class)).containsExactly(closed("S1"));
    }

    @Test
    void everyAccountNumberAndCurrencyIsAnAccount() {
        History history = History.of(List.of(line("T1", MONDAY), line("T2", MONDAY), yen("T3")));

        assertThat(history.accounts()).extracting(HistoryAccount::currency).containsExactly("EUR", "JPY");
        assertThat(history.accounts().get(1).openingBalance()).isEqualTo(BigDecimal.ZERO);
        assertThat(history.transactions().filter(history.accounts().get(0)::holds))
                .hasSize(2);
    }

    private static InvoiceClosed closed(String invoice) {
        return new InvoiceClosed(invoice);
    }

    private static HistoryEvent line(String id, LocalDate day) {
        return booked(id, day, "EUR");
    }

    private static HistoryEvent yen(String id) {
        return booked(id, MONDAY, "JPY");
    }

    private static HistoryEvent booked(String id, LocalDate day, String currency) {
        return new TransactionBooked(new HistoryTransaction(
                id,
                "BE71096123456769",
                day,
                day,
                BigDecimal.TEN,
                currency,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }
}
