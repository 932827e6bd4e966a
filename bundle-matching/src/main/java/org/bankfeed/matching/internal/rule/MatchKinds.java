package org.bankfeed.matching.internal.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.jspecify.annotations.Nullable;

/** Of which kinds an explanation is. */
public final class MatchKinds {

    /** What tells most of an explanation comes first. */
    private static final List<MatchKind> TELLING = List.of(
            MatchKind.RETURN,
            MatchKind.OUTGOING,
            MatchKind.SEVERAL_DOCUMENTS,
            MatchKind.PART_PAYMENT,
            MatchKind.DISCOUNT,
            MatchKind.DIFFERENCE,
            MatchKind.BY_REFERENCE,
            MatchKind.BY_NUMBER,
            MatchKind.BY_PAYER_AND_AMOUNT);

    private static final Set<ReasonCode> REFERENCE = EnumSet.of(
            ReasonCode.REFERENCE_EQUALS,
            ReasonCode.REFERENCE_MISTYPED,
            ReasonCode.OWN_PAYMENT_END_TO_END,
            ReasonCode.BATCH_NAMED);
    private static final Set<ReasonCode> NUMBER =
            EnumSet.of(ReasonCode.NUMBER_STANDS, ReasonCode.NUMBER_END_STANDS, ReasonCode.NUMBER_LISTED);
    private static final Set<ReasonCode> DISCOUNT = EnumSet.of(
            ReasonCode.AMOUNT_LESS_DISCOUNT,
            ReasonCode.AMOUNT_LESS_LATE_DISCOUNT,
            ReasonCode.AMOUNT_IS_SUM_LESS_DISCOUNT,
            ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT_AND_DISCOUNT);

    private MatchKinds() {}

    /** Those of a verdict's shares, before the book took them in; none if it settles nothing. */
    public static Set<MatchKind> of(Line line, Verdict verdict, Book book) {
        Set<MatchKind> kinds = EnumSet.noneOf(MatchKind.class);
        List<Share> shares = verdict.shares();
        if (shares.isEmpty()) {
            return kinds;
        }
        Set<ReasonCode> said = EnumSet.noneOf(ReasonCode.class);
        for (Evidence one : verdict.evidence()) {
            if (one.speaks() == Evidence.Speaks.FOR) {
                said.add(one.code());
            }
        }
        boolean back = takesBack(shares);
        boolean refund = line.in() != book.documents().sales(shares.get(0).document());
        if (back || refund) {
            kinds.add(MatchKind.RETURN);
        } else if (!line.in()) {
            kinds.add(MatchKind.OUTGOING);
        }
        if (shares.size() > 1) {
            kinds.add(MatchKind.SEVERAL_DOCUMENTS);
        }
        if (!back) {
            named(kinds, said);
            amounts(kinds, line, shares, said, book);
        }
        return kinds;
    }

    private static boolean takesBack(List<Share> shares) {
        for (Share share : shares) {
            if (share.amount() < 0) {
                return true;
            }
        }
        return false;
    }

    private static void named(Set<MatchKind> kinds, Set<ReasonCode> said) {
        kinds.add(
                holds(said, REFERENCE)
                        ? MatchKind.BY_REFERENCE
                        : holds(said, NUMBER) ? MatchKind.BY_NUMBER : MatchKind.BY_PAYER_AND_AMOUNT);
    }

    private static boolean holds(Set<ReasonCode> said, Set<ReasonCode> any) {
        return !Collections.disjoint(said, any);
    }

    private static void amounts(Set<MatchKind> kinds, Line line, List<Share> shares, Set<ReasonCode> said, Book book) {
        boolean discount = holds(said, DISCOUNT);
        if (discount) {
            kinds.add(MatchKind.DISCOUNT);
        }
        long used = 0;
        for (Share share : shares) {
            used += book.documents().settledByMoneyIn(share.document()) == line.in() ? share.amount() : -share.amount();
            if (share.settles() < book.documents().open(share.document())) {
                kinds.add(MatchKind.PART_PAYMENT);
            }
            if (share.writeOff() != 0 && !discount) {
                kinds.add(MatchKind.DIFFERENCE);
            }
        }
        if (used != line.size()) {
            kinds.add(MatchKind.DIFFERENCE);
        }
    }

    /** The kind under which an explanation is counted, or {@code null} if it is of none. */
    public static @Nullable MatchKind telling(Set<MatchKind> kinds) {
        return TELLING.stream().filter(kinds::contains).findFirst().orElse(null);
    }
}
