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

    /** Three banks on the way of a transfer keep hardly more than so many times what is usual. */
    private static final int LONG_WAY = 2;

    private static final int A_TWENTIETH = 20;

    /** They are rather charges than a part that somebody meant to pay. */
    private static final double UNTOLD = 1;

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

    /**
     * How the line pays all of an item but what the text says was kept, or what banks on a long way usually keep; {@code null}
     * if neither may be.
     */
    @Nullable
    Explanation explain(Item item) {
        long gap = gap(item);
        boolean told = areCharges(gap);
        boolean tax = !told && mentions.words().sayTaxWithheld();
        if (!told && !tax && (mentions.sayKept(gap) || !mayBeCharges(gap, item.open()))) {
            return null;
        }
        Explanation one =
                new Explanation(List.of(item), List.of(new Share(item.id(), line.size(), gap, null)), Fit.FEE);
        one.weighs(told ? Fit.EXACT.weight : tax ? Fit.FEE.weight : UNTOLD);
        one.speaksFor(
                tax ? ReasonCode.AMOUNT_LESS_TAX_WITHHELD : ReasonCode.AMOUNT_LESS_BANK_FEE,
                "amount",
                () -> List.of(Arguments.amount(gap, line.currency()), Arguments.document(item)));
        if (!told || !tolerance.allowsFee(gap, item.open())) {
            one.doubt(ReasonCode.ABOVE_TOLERANCE, () -> List.of(Arguments.amount(gap, line.currency())));
        }
        return one;
    }

    private boolean mayBeCharges(long gap, long open) {
        return Kinds.abroad(line)
                && gap <= LONG_WAY * Tolerance.usual(line.currency()).fee()
                && gap * A_TWENTIETH <= open;
    }

    private boolean areCharges(long gap) {
        return mentions.words().sayCharges() && mentions.writeAmount(gap) && !mentions.sayKept(gap);
    }

    private long gap(Item item) {
        return item.open() - line.size();
    }
}
