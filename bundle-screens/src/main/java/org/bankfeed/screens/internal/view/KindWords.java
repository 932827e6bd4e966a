package org.bankfeed.screens.internal.view;

import org.bankfeed.matching.MatchKind;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** How the kinds of explanations are called. */
public final class KindWords {

    private KindWords() {}

    public static Message of(@Nullable MatchKind kind) {
        return Message.of(
                kind == null
                        ? "kind.none"
                        : switch (kind) {
                            case BY_REFERENCE -> "kind.reference";
                            case BY_NUMBER -> "kind.number";
                            case BY_PAYER_AND_AMOUNT -> "kind.payer";
                            case SEVERAL_DOCUMENTS -> "kind.several";
                            case PART_PAYMENT -> "kind.part";
                            case DISCOUNT -> "kind.discount";
                            case DIFFERENCE -> "kind.difference";
                            case OUTGOING -> "kind.outgoing";
                            case RETURN -> "kind.return";
                        });
    }
}
