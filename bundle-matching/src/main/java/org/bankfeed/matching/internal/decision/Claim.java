package org.bankfeed.matching.internal.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.Evidence.Speaks;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;

/** What a line would take if it were alone, and how strongly: what a text names goes before what only fits. */
final class Claim {

    private static final Set<ReasonCode> NAMES = EnumSet.of(
            ReasonCode.REFERENCE_EQUALS,
            ReasonCode.REFERENCE_MISTYPED,
            ReasonCode.NUMBER_STANDS,
            ReasonCode.NUMBER_END_STANDS,
            ReasonCode.NUMBER_LISTED,
            ReasonCode.TAKES_BACK_END_TO_END,
            ReasonCode.TAKES_BACK_NAMED);
    private static final Set<ReasonCode> EXACT = EnumSet.of(
            ReasonCode.AMOUNT_IS_OPEN,
            ReasonCode.AMOUNT_LESS_DISCOUNT,
            ReasonCode.AMOUNT_IS_SUM,
            ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT,
            ReasonCode.AMOUNT_IS_SUM_LESS_SET_OFF,
            ReasonCode.AMOUNT_IS_SUM_LESS_DISCOUNT,
            ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT_AND_DISCOUNT);

    /** Confidences that differ by less say the same. */
    private static final double SAME = 0.01;

    final Set<String> documents;
    final boolean named;
    private final boolean exact;
    private final boolean certain;
    private final double confidence;

    private Claim(List<Share> shares, List<Evidence> evidence, boolean certain, double confidence) {
        this.documents = shares.stream().map(Share::document).collect(Collectors.toUnmodifiableSet());
        this.named = says(evidence, NAMES);
        this.exact = says(evidence, EXACT);
        this.certain = certain;
        this.confidence = confidence;
    }

    static Claim of(Verdict verdict) {
        return new Claim(
                verdict.shares(), verdict.evidence(), verdict.kind() == Verdict.Kind.BOOK, verdict.confidence());
    }

    /** Of the first proposal of an open line. */
    static Claim of(Verdict.Explained proposal) {
        return new Claim(proposal.shares(), proposal.evidence(), false, proposal.confidence());
    }

    private static boolean says(List<Evidence> evidence, Set<ReasonCode> codes) {
        return evidence.stream().anyMatch(one -> one.speaks() == Speaks.FOR && codes.contains(one.code()));
    }

    boolean meets(Claim other) {
        return other.documents.stream().anyMatch(documents::contains);
    }

    /** Whether it goes before another; among equals nobody does. */
    boolean isStrongerThan(Claim other) {
        for (List<Boolean> ours :
                List.of(List.of(named, other.named), List.of(exact, other.exact), List.of(certain, other.certain))) {
            if (!ours.get(0).equals(ours.get(1))) {
                return ours.get(0);
            }
        }
        return confidence > other.confidence + SAME;
    }
}
