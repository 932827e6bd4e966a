package org.bankfeed.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryTransaction;

/** Small histories. */
final class Lines {

    static final String FORTIS = "BE80001000000177";
    static final String BELFIUS = "BE37068000000128";

    private Lines() {}

    static HistoryTransaction line(String id, String account, String day, String amount, String text) {
        LocalDate date = LocalDate.parse(day);
        return new HistoryTransaction(
                id,
                account,
                date,
                date,
                new BigDecimal(amount),
                "EUR",
                "Bakkerij De Korenaar",
                "",
                text,
                text.isEmpty() ? null : HistoryTransaction.RemittanceType.UNSTRUCTURED,
                "PMNT-RCDT-ESCT",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static History of(HistoryTransaction... lines) {
        List<HistoryEvent> events = new ArrayList<>();
        for (HistoryTransaction line : lines) {
            events.add(new HistoryEvent.TransactionBooked(line));
        }
        return History.of(events);
    }

    /** So many lines of one day on one account: T1 is the oldest. */
    static History many(int count) {
        HistoryTransaction[] lines = new HistoryTransaction[count];
        for (int i = 0; i < count; i++) {
            lines[i] = line("T" + (i + 1), FORTIS, "2026-03-02", "1.00", "line " + i);
        }
        return of(lines);
    }
}
