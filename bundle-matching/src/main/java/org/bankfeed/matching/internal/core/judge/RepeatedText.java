package org.bankfeed.matching.internal.core.judge;

import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.find.Explanation;
import org.bankfeed.matching.internal.core.find.Fit;

/** Who pays the same sum again and again may repeat an old text: what it names is long due then, and its twin due now. */
final class RepeatedText {

    private static final int LONG_OVERDUE = 45;

    private static final int SOON_DUE = 15;

    private final Book book;
    private final Line line;

    RepeatedText(Book book, Line line) {
        this.book = book;
        this.line = line;
    }

    /** Who pays the same sum again and again may repeat an old text: a twin that is due says that this is so. */
    void doubt(Explanation top) {
        Item named = top.first();
        boolean ours = !line.mandate().isEmpty() && line.in();
        if (ours
                || top.textWeight() == 0
                || top.items().size() > 1
                || top.payerWeight() < 3
                || top.fit() == Fit.DISCOUNT) {
            return;
        }
        int day = (int) line.day().toEpochDay();
        if (named.dueOn() >= day - LONG_OVERDUE || !mayRepeat(named)) {
            return;
        }
        OpenItems open = named.party().open();
        for (int i = 0; i < open.size(); i++) {
            boolean same = open.amount(i) == named.open() && open.settledByMoneyIn(i) == line.in();
            if (same && open.due(i) > named.dueOn() && open.due(i) < day + SOON_DUE) {
                Item twin = open.get(i);
                top.doubt(
                        ReasonCode.TEXT_MAY_BE_OLD, () -> List.of(Arguments.document(twin), Arguments.document(named)));
                return;
            }
        }
    }

    /**
     * Whether a text may be used again: its payer is new here, or said the same before, or what he paid with it before
     * may be money that nobody has decided yet.
     */
    private boolean mayRepeat(Item named) {
        return book.senders().of(line).saidBefore(line)
                || book.senders().of(line).lines().isEmpty()
                || book.undecided().holdsAmountOf(line, named.issuedOn());
    }
}
