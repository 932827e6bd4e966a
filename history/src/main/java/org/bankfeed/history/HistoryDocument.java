package org.bankfeed.history;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a document of the history stands in the ledger at the end.
 *
 * @param state the ledger's word for it, such as {@code PAID}
 * @param outstanding what is still open
 * @param transactions the ids of the bank lines that were applied to it
 */
public record HistoryDocument(String id, String state, BigDecimal outstanding, List<String> transactions) {
    public HistoryDocument {
        transactions = List.copyOf(transactions);
    }
}
