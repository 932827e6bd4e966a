package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Item;
import org.jspecify.annotations.Nullable;

/** Finds what a payer pays who says that he pays his statement of account: all that was open on some day, less his credit notes. */
final class Statement {

    private static final int MOST = 200;

    private final Line line;
    private final List<Item> pays;
    private final List<Item> nets;

    Statement(Line line, Candidates pays, Candidates nets) {
        this.line = line;
        this.pays = pays.items();
        this.nets = nets.items();
    }

    /** All issued up to a day that come out at the amount; {@code null} if there is no such day, or more than one. */
    @Nullable
    Explanation explanation() {
        if (pays.size() + nets.size() > MOST) {
            return null;
        }
        List<Item> all = Items.joined(pays, nets);
        all.sort(Comparator.comparingInt(Item::issuedOn));
        long sum = 0;
        int found = 0;
        for (int i = 0; i < all.size(); i++) {
            Item item = all.get(i);
            sum += item.settledByMoneyIn() == line.in() ? item.open() : -item.open();
            boolean dayEnds = i + 1 == all.size() || all.get(i + 1).issuedOn() > item.issuedOn();
            if (dayEnds && sum == line.size()) {
                if (found > 0) {
                    return null;
                }
                found = i + 1;
            }
        }
        return found < 2 ? null : allOf(all.subList(0, found));
    }

    private Explanation allOf(List<Item> items) {
        List<Item> settled = new ArrayList<>(pays);
        settled.retainAll(items);
        List<Item> netted = new ArrayList<>(nets);
        netted.retainAll(items);
        Explanation all = Less.NOTHING.explain(settled, netted, line, false);
        all.weighs(Weights.STATEMENT);
        all.speaksFor(ReasonCode.STATEMENT_SAID, "remittanceInformation", List::of);
        return all;
    }
}
