package org.bankfeed.history.internal;

import org.bankfeed.history.HistoryParty;
import org.jspecify.annotations.Nullable;

/**
 * Someone the company buys from.
 *
 * @param account where its invoices are paid to
 * @param numbering how it numbers its invoices: {@code Y} stands for the year, {@code #} for the running number
 * @param reference the reference printed on its invoices
 * @param median the usual amount of an invoice, in its currency
 * @param creditor its creditor identifier if it collects by direct debit
 * @param discounted whether it grants a discount for paying early
 */
record Supplier(
        HistoryParty party,
        String account,
        String numbering,
        Reference reference,
        int median,
        @Nullable String creditor,
        boolean discounted,
        String currency) {

    /** The kinds of reference that suppliers print. */
    enum Reference {
        BELGIAN,
        EUROPEAN,
        NONE
    }

    String name() {
        return party.name();
    }

    boolean collects() {
        return creditor != null;
    }

    String mandate() {
        return "M" + party.id().substring(1) + "-0442187";
    }
}
