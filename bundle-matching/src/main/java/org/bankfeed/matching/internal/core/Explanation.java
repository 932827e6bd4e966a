package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.Evidence;
import org.jspecify.annotations.Nullable;

/** One way to understand a line: what it pays, or which settled item it speaks of. */
final class Explanation {

    final List<Item> items;
    final List<Share> shares;
    final Fit fit;

    /** The settled item it speaks of; then it settles nothing. */
    final @Nullable Item settled;

    final List<Evidence> evidence = new ArrayList<>(4);
    final List<Evidence> against = new ArrayList<>(2);

    /** Why it must not be booked without a person, or {@code null}. */
    @Nullable
    String doubt;

    double score;
    double payerWeight;
    double textWeight;
    boolean payerCertain;

    Explanation(List<Item> items, List<Share> shares, Fit fit) {
        this.items = items;
        this.shares = shares;
        this.fit = fit;
        this.settled = null;
    }

    Explanation(Item settled) {
        this.items = List.of(settled);
        this.shares = List.of();
        this.fit = Fit.EXACT;
        this.settled = settled;
    }

    void speaksFor(String sentence, @Nullable String field, @Nullable String excerpt) {
        evidence.add(new Evidence(Evidence.Speaks.FOR, sentence, field, excerpt));
    }

    void speaksAgainst(String sentence) {
        against.add(new Evidence(Evidence.Speaks.AGAINST, sentence, null, null));
    }

    void doubt(String sentence) {
        if (doubt == null) {
            doubt = sentence;
        }
        speaksAgainst(sentence);
    }

    Item first() {
        return items.get(0);
    }

    List<Evidence> words() {
        List<Evidence> words = new ArrayList<>(evidence);
        words.addAll(against);
        return words;
    }
}
