package org.bankfeed.history.internal;

import java.util.List;
import org.bankfeed.history.HistoryParty;
import org.jspecify.annotations.Nullable;

/**
 * Someone who buys from the company.
 *
 * @param party as the ERP knows it, often with no account number
 * @param payer whose name and account stand on its payments
 * @param otherAccount a second account that it sometimes pays from
 * @param thirdParty who usually pays for it
 * @param daysLate how many days after the due date it usually pays; negative: before
 * @param manner what sets it apart
 */
record Customer(
        HistoryParty party,
        Language language,
        Payer payer,
        @Nullable String otherAccount,
        @Nullable Payer thirdParty,
        Habit habit,
        int daysLate,
        Manner manner) {

    /** A name and account as a bank line shows them. */
    record Payer(String name, String account) {}

    /** What sets a customer apart from the others. */
    enum Manner {
        /** Pays each invoice by itself. */
        ORDINARY,
        /** Pays several invoices at once. */
        GROUPING,
        /** Has agreed to a discount for paying early. */
        EARLY,
        /** Is collected from by direct debit. */
        COLLECTED,
        /** Pays from outside the euro payment area, where banks keep back a fee. */
        ABROAD
    }

    String name() {
        return party.name();
    }

    String mandate() {
        return "KPV" + party.id().substring(1) + "M1";
    }

    /** Every account that it pays from. */
    List<String> accounts() {
        return otherAccount == null ? List.of(payer.account()) : List.of(payer.account(), otherAccount);
    }
}
