package org.bankfeed.matching.internal.core.judge;

import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.find.Explanation;
import org.bankfeed.words.Argument;

/** Why an explanation came second: the first thing that the better one has and it has not, as a person would weigh them. */
final class RunnerUp {

    /** Weights that differ by less say the same. */
    private static final double SAME = 0.5;

    private RunnerUp() {}

    static Evidence lostBecause(Explanation second, Explanation first) {
        Argument winner = Arguments.documents(first.items());
        if (first.isMeant() || first.textWeight() > second.textWeight() + SAME) {
            return against(ReasonCode.TEXT_SAYS_MORE, winner);
        }
        if (first.payerWeight() > second.payerWeight() + SAME) {
            return against(
                    ReasonCode.PAYER_SAYS_MORE, Arguments.party(first.first().party()));
        }
        if (first.fit().exact() && !second.fit().exact()) {
            return against(ReasonCode.AMOUNT_FITS_OTHER, winner);
        }
        if (first.items().size() == 1 && second.items().size() > 1) {
            return against(ReasonCode.ONE_EXPLAINS_IT_ALONE, Arguments.document(first.first()));
        }
        if (first.items().size() == 1 && second.items().size() == 1 && Item.byAge(first.first(), second.first()) < 0) {
            return against(ReasonCode.OTHER_IS_DUE_EARLIER, Arguments.document(first.first()));
        }
        return against(ReasonCode.OTHER_MORE_PROBABLE, winner);
    }

    private static Evidence against(ReasonCode reason, Argument argument) {
        return Evidence.of(Evidence.Speaks.AGAINST, reason, argument);
    }
}
