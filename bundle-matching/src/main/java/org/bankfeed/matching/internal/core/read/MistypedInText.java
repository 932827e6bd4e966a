package org.bankfeed.matching.internal.core.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Facts;
import org.bankfeed.matching.internal.core.book.FormIndex;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.Past;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.jspecify.annotations.Nullable;

/**
 * References that look like any other number (KID, viitenumero, OCR, FIK) and stand mistyped among other words. Nothing but
 * a document of ours says that such a number is one, so that it must be open, and the only one that lies one error away or,
 * of those, the only one of the line's amount; it is evidence that books only with payer and amount beside it.
 *
 * <p>Costs some ten look-ups for each digit of a run that is about as long as a reference of ours and names nothing.
 */
final class MistypedInText {

    /** References that are shorter lie too near to one another, and to other numbers. */
    private static final int SHORTEST = 8;

    private static final int LONG = 12;

    private MistypedInText() {}

    /** @param read whether a run is part of something that is known */
    static List<Mentions.Hit> in(FormIndex forms, BankText text, Line line, Predicate<Run> read) {
        List<Mentions.Hit> hits = new ArrayList<>(1);
        if (!mayHoldOne(forms, text)) {
            return hits;
        }
        for (Run run : text.runs()) {
            Item meant =
                    isAsLong(forms, run.to() - run.from()) && !read.test(run) ? meant(forms, text, run, line) : null;
            if (meant != null) {
                double weight = run.to() - run.from() >= LONG ? Weights.REPAIRED_SHORT : Weights.REPAIRED_IN_TEXT;
                hits.add(new Mentions.Hit(meant, text, run.from(), run.to(), weight, Mentions.How.REPAIRED));
            }
        }
        return hits;
    }

    private static boolean mayHoldOne(FormIndex forms, BankText text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (!text.isDigit(i) || text.gapBefore(i)) {
                if (isAsLong(forms, i - from)) {
                    return true;
                }
                from = text.isDigit(i) ? i : i + 1;
            }
        }
        return false;
    }

    private static boolean isAsLong(FormIndex forms, int length) {
        return length >= SHORTEST && ReferenceRepair.isNearOurs(forms, length);
    }

    /** The one that is meant: the only one so near, or of several the only one that is of the line's amount. */
    private static @Nullable Item meant(FormIndex forms, BankText text, Run run, Line line) {
        String said = run.said();
        boolean account = Facts.accountKey(line.counterpart()).endsWith(said)
                || Facts.accountKey(line.account()).endsWith(said);
        if (account) {
            return null;
        }
        Set<Item> near = ReferenceRepair.oneErrorAway(forms, said);
        List<Item> fit = near.stream()
                .filter(item -> near.size() == 1 || fits(item, line))
                .toList();
        Item only = fit.size() == 1 ? fit.get(0) : null;
        return only != null
                        && !NextNumber.standsIn(text, only, NextNumber.SOON)
                        && only.isOpen()
                        && only.settledByMoneyIn() == line.in()
                ? only
                : null;
    }

    private static boolean fits(Item item, Line line) {
        Past last = item.last();
        return item.isOpen() ? item.open() == line.size() : last != null && last.amount() == line.amount();
    }
}
