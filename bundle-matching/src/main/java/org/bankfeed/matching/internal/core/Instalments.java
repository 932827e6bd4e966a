package org.bankfeed.matching.internal.core;

/**
 * Recognises the next of several equal part payments of a document. One may be chance; who did it twice has agreed on a
 * plan. Costs one look at each line that touched the document, and nothing for a document that none touched.
 */
final class Instalments {

    private Instalments() {}

    /** How many payments of exactly this amount, by whomever, stand on a document and settle it in part. */
    static int before(Item item, long amount) {
        int count = 0;
        for (Past past : item.lines()) {
            for (Share share : past.shares) {
                boolean equal = share.document().equals(item.id) && share.amount() == amount && share.writeOff() == 0;
                count += equal && past.shares.size() == 1 && !item.takenBack(past) ? 1 : 0;
            }
        }
        return count;
    }
}
