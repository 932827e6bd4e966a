package org.bankfeed.matching;

/**
 * How an explanation explains its line. What may be booked by itself is said for each of these, and a backtest counts by
 * them. An explanation may be of several kinds: by a reference, of several documents, less a discount, on money that goes
 * out.
 */
public enum MatchKind {
    /** The line bears the payment reference of what it pays, or the end-to-end id of our own payment file. */
    BY_REFERENCE,
    /** It bears the number of what it pays, whole or in part. */
    BY_NUMBER,
    /** It names nothing: who pays and how much say it. */
    BY_PAYER_AND_AMOUNT,
    /** It settles several documents. */
    SEVERAL_DOCUMENTS,
    /** It pays a part, and the rest stays open. */
    PART_PAYMENT,
    /** A discount for early payment was kept back. */
    DISCOUNT,
    /** Something is written off (rounding, a bank's fee), or more came than was asked for. */
    DIFFERENCE,
    /** We pay: money goes out to a supplier. */
    OUTGOING,
    /** Money goes back: a returned or refused payment, or a credit note that is paid out. */
    RETURN
}
