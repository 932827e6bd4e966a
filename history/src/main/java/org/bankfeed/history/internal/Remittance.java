package org.bankfeed.history.internal;

import org.bankfeed.history.HistoryTransaction.RemittanceType;

/** What stands in the remittance field of a bank line, and how the bank says it is written. */
record Remittance(String text, RemittanceType type) {

    /** As much as a SEPA credit transfer carries. */
    private static final int LONGEST = 140;

    static Remittance free(String text) {
        return new Remittance(text.length() > LONGEST ? text.substring(0, LONGEST) : text, RemittanceType.UNSTRUCTURED);
    }

    static Remittance structured(String reference) {
        return new Remittance(reference, RemittanceType.STRUCTURED);
    }
}
