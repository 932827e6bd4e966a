package org.bankfeed.matching.internal.core.find;

import java.util.List;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.core.book.Payers;
import org.bankfeed.matching.internal.core.read.Mentions;

/**
 * The one document that a text names beyond doubt and that its line pays to the cent, if there is one. Most lines pay such a
 * document, and then what else they may pay is so improbable that it need not be looked for.
 */
public final class Told {

    /** What is outweighed by so much has not one chance in a thousand, all such together. */
    private static final double FAR = 8;

    /** What the explanation weighs that the line pays it, at least. */
    private final double weight;

    private Told(double weight) {
        this.weight = weight;
    }

    /** @param known who the line may come from */
    public static Told of(Line line, Mentions mentions, List<Payers.Known> known) {
        Mentions.Hit hit = mentions.onlyStrong();
        if (hit == null || !hit.item().isPaidToTheCentBy(line)) {
            return new Told(Double.NEGATIVE_INFINITY);
        }
        return new Told(
                Weights.DISCOUNT_TAKEN_LATE + hit.weight() + weightOf(hit.item().party(), known));
    }

    private static double weightOf(Payer payer, List<Payers.Known> known) {
        for (Payers.Known one : known) {
            if (one.payer() == payer) {
                return one.weight();
            }
        }
        return 0;
    }

    /** Whether what weighs no more than this is outweighed. */
    public boolean outweighs(double most) {
        return most < weight - FAR;
    }
}
