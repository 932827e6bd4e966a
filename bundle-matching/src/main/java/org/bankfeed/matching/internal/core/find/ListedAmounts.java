package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list in which an amount stands behind each document that is named, as on a remittance advice: "00614 3480.00 +
 * 00591 358.46 (part)".
 */
final class ListedAmounts {

    private final Line line;
    private final Mentions mentions;
    private final List<Mentions.Hit> named;

    /** @param named where the text names what the line may settle */
    ListedAmounts(Line line, Mentions mentions, List<Mentions.Hit> named) {
        this.line = line;
        this.mentions = mentions;
        this.named = named.stream()
                .filter(hit -> hit.weight() >= Weights.NAMED)
                .sorted(Comparator.comparingInt(Mentions.Hit::from))
                .toList();
    }

    /** All that is named, each paid what stands behind it, if that is the line's amount and some of it is a part; else {@code null}. */
    @Nullable
    Explanation explanation() {
        List<Item> items = new ArrayList<>(named.size());
        List<Share> shares = new ArrayList<>(named.size());
        long left = line.size();
        boolean part = false;
        for (int i = 0; i < named.size(); i++) {
            Mentions.Hit hit = named.get(i);
            int before = i + 1 < named.size() ? named.get(i + 1).from() : Integer.MAX_VALUE;
            long amount = mentions.amountBehind(hit, before);
            if (amount == 0 || amount > hit.item().open()) {
                return null;
            }
            items.add(hit.item());
            shares.add(Share.of(hit.item().id(), amount));
            left -= amount;
            part |= amount < hit.item().open();
        }
        if (left != 0 || !part) {
            return null;
        }
        Explanation listed = new Explanation(items, shares, Fit.SET);
        listed.weighs(Fit.SET.weight);
        listed.speaksFor(
                ReasonCode.AMOUNTS_LISTED, "remittanceInformation", () -> List.of(Arguments.count(items.size())));
        return listed;
    }
}
