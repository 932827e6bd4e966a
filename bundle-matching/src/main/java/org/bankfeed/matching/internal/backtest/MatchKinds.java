package org.bankfeed.matching.internal.backtest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.internal.core.Book;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
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

    private static final Set<String> PAYER = Set.of("counterpartName", "counterpartReference", "mandateId");

    private MatchKinds() {}

    /** Those of a verdict's shares, before the book took them in; none if it settles nothing. */
    public static Set<MatchKind> of(Line line, Verdict verdict, Book book) {
        Set<MatchKind> kinds = EnumSet.noneOf(MatchKind.class);
        List<Share> shares = verdict.shares();
        if (shares.isEmpty()) {
            return kinds;
        }
        kinds.add(named(verdict.evidence()));
        boolean back = shares.stream().anyMatch(share -> share.amount() < 0);
        boolean refund = line.in() != book.sales(shares.get(0).document());
        if (back || refund) {
            kinds.add(MatchKind.RETURN);
        } else if (!line.in()) {
            kinds.add(MatchKind.OUTGOING);
        }
        if (shares.size() > 1) {
            kinds.add(MatchKind.SEVERAL_DOCUMENTS);
        }
        if (!back) {
            amounts(kinds, line, verdict, book);
        }
        return kinds;
    }

    private static MatchKind named(List<Evidence> evidence) {
        for (Evidence one : evidence) {
            if (one.sentence().startsWith("structured reference")) {
                return MatchKind.BY_REFERENCE;
            }
        }
        boolean number = evidence.stream().anyMatch(one -> one.excerpt() != null && !PAYER.contains(one.field()));
        return number ? MatchKind.BY_NUMBER : MatchKind.BY_PAYER_AND_AMOUNT;
    }

    private static void amounts(Set<MatchKind> kinds, Line line, Verdict verdict, Book book) {
        long used = 0;
        for (Share share : verdict.shares()) {
            used += book.settledByMoneyIn(share.document()) == line.in() ? share.amount() : -share.amount();
            if (share.settles() < book.open(share.document())) {
                kinds.add(MatchKind.PART_PAYMENT);
            }
            if (share.writeOff() != 0) {
                kinds.add(MatchKind.DIFFERENCE);
            }
        }
        if (used != line.size()) {
            kinds.add(MatchKind.DIFFERENCE);
        }
    }

    /** The kind under which an explanation is counted, or {@code null} if it is of none. */
    static @Nullable MatchKind telling(Set<MatchKind> kinds) {
        return TELLING.stream().filter(kinds::contains).findFirst().orElse(null);
    }
}
