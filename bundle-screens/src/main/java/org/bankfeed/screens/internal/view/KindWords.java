package org.bankfeed.screens.internal.view;

import org.bankfeed.matching.MatchKind;
import org.jspecify.annotations.Nullable;

/** How the kinds of explanations are called. */
public final class KindWords {

    private KindWords() {}

    public static String of(@Nullable MatchKind kind) {
        return kind == null
                ? "No explanation"
                : switch (kind) {
                    case BY_REFERENCE -> "By payment reference";
                    case BY_NUMBER -> "By document number";
                    case BY_PAYER_AND_AMOUNT -> "By payer and amount";
                    case SEVERAL_DOCUMENTS -> "Several documents";
                    case PART_PAYMENT -> "Part payments";
                    case DISCOUNT -> "Early-payment discounts";
                    case DIFFERENCE -> "Differences and overpayments";
                    case OUTGOING -> "Payments to suppliers";
                    case RETURN -> "Returns and refunds";
                };
    }
}
