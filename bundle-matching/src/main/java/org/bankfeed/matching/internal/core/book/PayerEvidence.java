package org.bankfeed.matching.internal.core.book;

import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Span;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.text.Fold;
import org.jspecify.annotations.Nullable;

/** How it is said whose money a line may be. */
public final class PayerEvidence {

    private PayerEvidence() {}

    /** That a field of the line leads to a payer. */
    static Evidence evidence(ReasonCode reason, Payer payer, String field, String excerpt, @Nullable Span at) {
        return new Evidence(
                Evidence.Speaks.FOR,
                reason,
                List.of(Arguments.text(excerpt), Arguments.party(payer)),
                field,
                excerpt,
                at);
    }

    /** Why: the ERP knows it, or it was so before. */
    static ReasonCode reason(Facts.Said said, ReasonCode before) {
        return said.byHost > 0 ? ReasonCode.ACCOUNT_ON_FILE : before;
    }

    /** An account number that may stand in a sentence. */
    public static String masked(String account) {
        return account.length() <= 6
                ? account
                : account.substring(0, 2) + "…" + account.substring(account.length() - 4);
    }

    /** The text says the name of a party. */
    public static Evidence nameIsSaid(Payer payer) {
        return new Evidence(
                Evidence.Speaks.FOR,
                ReasonCode.NAME_IN_TEXT,
                List.of(Arguments.party(payer)),
                "remittanceInformation",
                payer.name(),
                null);
    }

    /** The name on a line is that of a party, or much like it. */
    public static Evidence nameIsLike(Payer payer, Line line) {
        if (Fold.compact(line.name()).equals(Fold.compact(payer.name()))) {
            return new Evidence(
                    Evidence.Speaks.FOR,
                    ReasonCode.NAME_EQUALS,
                    List.of(Arguments.party(payer)),
                    "counterpartName",
                    line.name(),
                    whole(line.name()));
        }
        return evidence(ReasonCode.NAME_IS_LIKE, payer, "counterpartName", line.name(), whole(line.name()));
    }

    static Span whole(String text) {
        return new Span(0, text.length());
    }
}
