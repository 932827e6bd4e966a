package org.bankfeed.matching.internal.core.find;

import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of why less is paid than the document that it names asks for: charges of banks on the way ("/CHGS/EUR30.00"),
 * a tax that the payer withholds ("RIT.ACC. 20%"). What is missing then is not due any more; it is written off, without
 * asking only within the company's tolerance.
 */
final class SaidDeduction {

    private final Line line;
    private final Tolerance tolerance;
    private final Mentions mentions;

    SaidDeduction(Line line, Tolerance tolerance, Mentions mentions) {
        this.line = line;
        this.tolerance = tolerance;
        this.mentions = mentions;
    }

    /** Doubts a part of which the text says that what is missing is not to come. */
    void doubt(Explanation part) {
        long gap = gap(part.first());
        if (mentions.words().sayTaxWithheld() || areCharges(gap)) {
            part.doubt(ReasonCode.DEDUCTION_SAID, () -> List.of(Arguments.amount(gap, line.currency())));
        }
    }

    /** How the line pays all of an item but what the text says was kept; {@code null} if it does not say. */
    @Nullable
    Explanation explain(Item item) {
        long gap = gap(item);
        boolean charges = areCharges(gap);
        if (!charges && !mentions.words().sayTaxWithheld()) {
            return null;
        }
        Explanation one =
                new Explanation(List.of(item), List.of(new Share(item.id(), line.size(), gap, null)), Fit.FEE);
        one.weighs(charges ? Fit.EXACT.weight : Fit.FEE.weight);
        one.speaksFor(
                charges ? ReasonCode.AMOUNT_LESS_BANK_FEE : ReasonCode.AMOUNT_LESS_TAX_WITHHELD,
                "amount",
                () -> List.of(Arguments.amount(gap, line.currency()), Arguments.document(item)));
        if (!charges || !tolerance.allowsFee(gap, item.open())) {
            one.doubt(ReasonCode.ABOVE_TOLERANCE, () -> List.of(Arguments.amount(gap, line.currency())));
        }
        return one;
    }

    private boolean areCharges(long gap) {
        return mentions.words().sayCharges() && mentions.writeAmount(gap);
    }

    private long gap(Item item) {
        return item.open() - line.size();
    }
}
