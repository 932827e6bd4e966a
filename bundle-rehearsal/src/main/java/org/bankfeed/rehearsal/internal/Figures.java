package org.bankfeed.rehearsal.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bankfeed.history.HistoryDecision;

/** Counts what came of a history. */
final class Figures {

    private static final JsonMapper JSON = new JsonMapper();

    private int automatic;
    private int suggested;
    private int unmatched;

    void count(HistoryDecision decision) {
        switch (decision.decision()) {
            case AUTOMATIC -> automatic++;
            case SUGGESTED -> suggested++;
            case NONE -> unmatched++;
        }
    }

    /** The decisions counted so far. */
    int decisions() {
        return automatic + suggested + unmatched;
    }

    /**
     * One JSON object on one line.
     *
     * @param transactions lines that the journal holds
     * @param invoicesPaid documents with nothing outstanding through bookings
     * @param differences lines that the backtest decides otherwise
     */
    String json(int accounts, long transactions, int invoicesPaid, double seconds, Differences differences) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("accounts", accounts);
        figures.put("transactions", transactions);
        figures.put("automatic", automatic);
        figures.put("suggested", suggested);
        figures.put("unmatched", unmatched);
        figures.put("invoicesPaid", invoicesPaid);
        figures.put("unlikeBacktest", differences.counts());
        figures.put("seconds", Math.round(seconds * 1000) / 1000.0);
        figures.put("transactionsPerSecond", Math.round(transactions / Math.max(seconds, 0.001) * 10) / 10.0);
        try {
            return JSON.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
