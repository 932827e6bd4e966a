package org.bankfeed.matching.internal.core.find;

import java.util.List;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.Past;
import org.bankfeed.matching.internal.core.book.Payer;

/** Whether a payer pays what he paid each time for a document of that party, though this one asks for a little more: the rent rose. */
final class UsualAmount {

    /** So many documents it must have settled. */
    private static final int ENOUGH = 2;

    private static final int LATELY = 200;

    /** Days. What is due much earlier or later is another document: that of this payment may come yet. */
    private static final int ABOUT_DUE = 20;

    /** A rent rises by less than this part. */
    private static final int RISE = 6;

    private final Book book;
    private final Line line;

    UsualAmount(Book book, Line line) {
        this.book = book;
        this.line = line;
    }

    /** @param pays all that the line may settle of the party */
    boolean isShortOf(Item item, Candidates pays) {
        long gap = item.open() - line.size();
        return gap > 0
                && gap * RISE < item.open()
                && Math.abs(item.dueOn() - line.day().toEpochDay()) <= ABOUT_DUE
                && isOnlyOneSoLarge(pays)
                && settledBefore(item.party());
    }

    private boolean isOnlyOneSoLarge(Candidates pays) {
        int large = 0;
        for (int i = 0; i < pays.size() && large < 2; i++) {
            large += pays.amount(i) >= line.size() ? 1 : 0;
        }
        return large == 1;
    }

    private boolean settledBefore(Payer party) {
        int times = 0;
        List<Past> lines = book.senders().of(line).lines();
        for (int i = 0; i < lines.size(); i++) {
            Past past = lines.get(i);
            boolean same = past.amount() == line.amount()
                    && line.day().toEpochDay() - past.day() < LATELY
                    && past.shares().size() == 1;
            times += same && settled(past.shares().get(0), party) ? 1 : 0;
        }
        return times >= ENOUGH;
    }

    private boolean settled(Share share, Payer party) {
        Item item = book.documents().items().get(share.document());
        return item != null && item.party() == party && !item.isOpen() && share.writeOff() == 0;
    }
}
