package org.bankfeed.benchmarks.kinds;

/** What a bank line is, as whoever made it up knows. */
enum Kind {
    REFERENCE("structured reference", 22),
    DAMAGED("reference or number damaged", 12),
    NUMBER("document number", 16),
    SHORT("number shortened to its end", 5),
    LIST("several documents, numbers listed", 6),
    SEVERAL("several documents, no word", 3),
    SILENT("one document, no word", 7),
    PART("part payment", 4),
    DISCOUNT("early-payment discount taken", 5),
    FEE("short by a foreign bank's fee", 2),
    ROUNDED("short by some cents", 2),
    OVERPAID("paid too much", 2),
    LESS_CREDIT("less a credit note", 3),
    THIRD_PARTY("paid by somebody else", 3),
    COLLECTED("our direct debit", 5),
    PURCHASE("payment of ours to a supplier", 14),
    RETURNED("direct debit returned", 0),
    REFUND("credit note paid back", 0),
    TWICE("paid once more", 0),
    BY_HAND("booked by hand before", 0),
    PAYOUT("payout of a payment provider", 0),
    WAGES("wages", 0),
    TAX("tax", 0),
    OWN_TRANSFER("between own accounts", 0),
    BANK("card, interest, charges", 0),
    STRANGER("money of a stranger", 0);

    final String title;

    /** How often a document is paid in this way, of a hundred or so; 0 for what comes about otherwise. */
    final int share;

    Kind(String title, int share) {
        this.title = title;
        this.share = share;
    }
}
