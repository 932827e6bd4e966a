package org.bankfeed.history;

import java.util.List;

/**
 * A customer or supplier.
 *
 * @param ibans the account numbers that the ERP knows of it, often none
 */
public record HistoryParty(String id, String name, List<String> ibans) {
    public HistoryParty {
        ibans = List.copyOf(ibans);
    }
}
