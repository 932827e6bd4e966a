package org.bankfeed.matching.internal.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.internal.core.Verdict;

/** Puts what is decided of a line into the words of the history format. */
public final class Answers {

    private Answers() {}

    /** An answer with codes for its reasons, {@code -} before what speaks against it. */
    public static HistoryDecision withCodes(Replay.Answer answer) {
        return of(answer, Answers::code);
    }

    /** An answer, each reason written in some way. */
    public static HistoryDecision of(Replay.Answer answer, Function<Evidence, String> reason) {
        Verdict verdict = answer.verdict();
        String currency = answer.line().currency();
        HistoryDecision.Verdict kind =
                switch (verdict.kind()) {
                    case BOOK -> HistoryDecision.Verdict.AUTOMATIC;
                    case SUGGEST -> HistoryDecision.Verdict.SUGGESTED;
                    case OPEN, NO_PAYMENT -> HistoryDecision.Verdict.NONE;
                };
        return new HistoryDecision(
                answer.line().id(),
                kind,
                Terms.applications(verdict.shares(), currency),
                verdict.confidence(),
                alternatives(verdict.alternatives(), currency),
                reasons(verdict.evidence(), reason));
    }

    private static List<HistoryDecision.Alternative> alternatives(List<Verdict.Explained> others, String currency) {
        List<HistoryDecision.Alternative> alternatives = new ArrayList<>(others.size());
        for (Verdict.Explained other : others) {
            alternatives.add(
                    new HistoryDecision.Alternative(Terms.applications(other.shares(), currency), other.confidence()));
        }
        return alternatives;
    }

    private static List<String> reasons(List<Evidence> evidence, Function<Evidence, String> reason) {
        List<String> reasons = new ArrayList<>(evidence.size());
        for (Evidence one : evidence) {
            reasons.add(reason.apply(one));
        }
        return reasons;
    }

    private static String code(Evidence evidence) {
        return evidence.speaks() == Evidence.Speaks.AGAINST
                ? "-" + evidence.code()
                : evidence.code().name();
    }
}
