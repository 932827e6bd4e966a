package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.Past;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.core.book.Payers;
import org.bankfeed.matching.internal.core.book.SettledItems;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.jspecify.annotations.Nullable;

/**
 * Finds settled items that a line may speak of: closed by the user before the bank's line came, or paid already and now
 * paid twice. Such a line pays nothing that is open. An amount alone never says so.
 */
public final class SettledFinder {

    private static final int SOON = 10;
    private static final int ONCE_MORE = 20;

    private final Book book;
    private final Line line;
    private final Mentions mentions;
    private final Payer payer;
    private final Payers.@Nullable Known known;
    private final int day;
    private final List<Explanation> found = new ArrayList<>(2);

    public SettledFinder(Book book, Line line, Mentions mentions, Payer payer, Payers.@Nullable Known known) {
        this.book = book;
        this.line = line;
        this.mentions = mentions;
        this.payer = payer;
        this.known = known;
        this.day = (int) line.day().toEpochDay();
    }

    public List<Explanation> explanations() {
        // few are named, so that a list is searched sooner than a set
        List<Item> named = new ArrayList<>(2);
        for (Mentions.Hit hit : mentions.hits()) {
            if (hit.item().party() == payer && !named.contains(hit.item())) {
                named.add(hit.item());
                look(hit.item());
            }
        }
        SettledItems settled = payer.settled();
        for (int i = 0; i < settled.size(); i++) {
            boolean may = settled.mayBePaidAgain(i, day, line.size()) || mentions.mayShorten(settled.ending(i));
            if (may && !named.contains(settled.get(i))) {
                look(settled.get(i));
            }
        }
        return found;
    }

    private void look(Item item) {
        if (item.isOpen()
                || item.settledByMoneyIn() != line.in()
                || !item.currency().equals(line.currency())) {
            return;
        }
        Mentions.Hit hit = mentions.of(item);
        // an amount alone says nothing, unless it is clear who pays
        if (hit != null || known != null && known.weight() >= 4) {
            Explanation one = item.closedByUser() ? closed(item, hit) : paid(item, hit);
            if (one != null) {
                found.add(one);
            }
        }
    }

    private @Nullable Explanation closed(Item item, Mentions.@Nullable Hit hit) {
        boolean amount = item.closedAmount() == line.size();
        // entered by hand before the line came, or after it: either way about when the money moved
        int apart = Math.abs(day - item.closedOn());
        boolean apartOrLater = apart > SettledItems.CLOSED_LONG_AGO || item.issuedOn() > day;
        if (hit == null && (!amount || apartOrLater || linked(item))) {
            return null;
        }
        Explanation one = new Explanation(item);
        one.weighs(amount ? Weights.EXACT : -1);
        one.weighs(apart <= SOON ? 1 : hit == null ? -2 : 0);
        one.speaksFor(ReasonCode.CLOSED_BY_HAND, null, () -> List.of(Arguments.document(item)));
        return known(one);
    }

    private boolean linked(Item item) {
        for (Past past : book.senders().of(line).lines()) {
            if (past.linked() == item && !past.id().equals(line.id())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Explanation paid(Item item, Mentions.@Nullable Hit hit) {
        boolean longAgo = item.lastDay() < day - SettledItems.PAID_LONG_AGO;
        Past last = hit == null && longAgo ? null : item.last();
        if (last == null) {
            return null;
        }
        boolean amount = last.amount() == line.amount();
        if (hit == null && !amount) {
            return null;
        }
        Explanation one = new Explanation(item);
        one.speaksFor(ReasonCode.PAID_ON, null, () -> List.of(Arguments.document(item), Arguments.day(last.day())));
        if (hit == null) {
            one.weighs(Weights.EXACT - 4 + (sameText(last) ? 1.5 : 0));
        } else if (amount && day - last.day() <= ONCE_MORE) {
            one.weighs(Weights.EXACT);
        } else {
            // an old reference used again says little of what is meant
            one.weighs((amount ? 0 : -1) - Math.max(0, hit.weight() - 3));
        }
        return known(one);
    }

    private boolean sameText(Past past) {
        return past.text() != 0 && past.text() == Past.text(line);
    }

    private Explanation known(Explanation one) {
        if (known != null) {
            one.payerWeighs(known.weight());
            one.says(known.words());
        }
        return one;
    }
}
