package org.bankfeed.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids that a reader gave out, where nobody else holds them. */
final class Remembered implements Seen {

    private final Set<String> invoices = new HashSet<>();
    private final Map<String, String> currencyOfTransaction = new HashMap<>();

    /** Remembers what an event names for the first time. */
    void add(HistoryEvent event) {
        if (event instanceof HistoryEvent.InvoiceOpened opened) {
            invoices.add(opened.invoice().id());
        } else if (event instanceof HistoryEvent.TransactionBooked booked) {
            currencyOfTransaction.put(
                    booked.transaction().id(), booked.transaction().currency());
        }
    }

    @Override
    public boolean isOpened(String invoice) {
        return invoices.contains(invoice);
    }

    @Override
    public @Nullable String currencyOf(String transaction) {
        return currencyOfTransaction.get(transaction);
    }
}
