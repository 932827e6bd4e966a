package org.bankfeed.matching.internal.core.find;

import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.Past;
import org.bankfeed.matching.internal.core.read.Mentions;

/**
 * Recognises the next of several equal part payments of a document. One may be chance; who did it twice has agreed on a
 * plan. Costs one look at each line that touched the document, and nothing for a document that none touched.
 */
public final class Instalments {

    private Instalments() {}

    /**
     * Whether the text says that this is the next part of a document, or another one.
     *
     * @return 0 if it does not say, 1 if it is the next, -1 if it is another
     */
    public static int isNext(Item item, Line line, Mentions mentions) {
        int before = before(item, line.size());
        int said = before == 0 ? 0 : mentions.part(line);
        return said == 0 ? 0 : said == before + 1 ? 1 : -1;
    }

    /** How many payments of exactly this amount, by whomever, stand on a document and settle it in part. */
    static int before(Item item, long amount) {
        int count = 0;
        for (Past past : item.lines()) {
            for (Share share : past.shares()) {
                boolean equal = share.document().equals(item.id()) && share.amount() == amount && share.writeOff() == 0;
                count += equal && past.shares().size() == 1 && !item.takenBack(past) ? 1 : 0;
            }
        }
        return count;
    }
}
