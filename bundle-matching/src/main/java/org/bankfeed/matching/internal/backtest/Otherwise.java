package org.bankfeed.matching.internal.backtest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.matching.RuleTrial.Answer;
import org.bankfeed.matching.RuleTrial.Change;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.jspecify.annotations.Nullable;

/** A line that two policies answer differently, in what they do by themselves. */
final class Otherwise {

    private final Line line;
    private final Answer before;
    private final Answer after;
    private final List<Share> bookedBefore;
    private final List<Share> bookedAfter;
    private @Nullable List<Share> decided;

    private Otherwise(Line line, Verdict before, Verdict after) {
        this.line = line;
        this.before = answer(before);
        this.after = answer(after);
        this.bookedBefore = booked(before);
        this.bookedAfter = booked(after);
    }

    /** Empty where both do the same, or one only suggests otherwise than the other. */
    static Optional<Otherwise> of(Replay.Answer answer) {
        Verdict other = answer.other();
        return other == null
                ? Optional.empty()
                : Optional.of(new Otherwise(answer.line(), answer.verdict(), other))
                        .filter(one -> one.more() || one.fewer());
    }

    private static Answer answer(Verdict verdict) {
        return switch (verdict.kind()) {
            case BOOK -> Answer.BOOKED;
            case SUGGEST -> Answer.SUGGESTED;
            case NO_PAYMENT -> Answer.NOT_AN_INVOICE;
            case OPEN -> Answer.NOTHING;
        };
    }

    private static List<Share> booked(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.BOOK ? verdict.shares() : List.of();
    }

    void decided(HistoryEvent.Confirmed event) {
        decided = Terms.shares(event.applications(), line.currency());
    }

    boolean more() {
        return switch (after) {
            case BOOKED -> before != Answer.BOOKED || !Judged.same(bookedBefore, bookedAfter);
            case NOT_AN_INVOICE -> before != Answer.NOT_AN_INVOICE;
            case SUGGESTED, NOTHING -> false;
        };
    }

    boolean against() {
        return more() && decided != null && !Judged.same(bookedAfter, decided);
    }

    boolean fewer() {
        return before == Answer.BOOKED && (after == Answer.SUGGESTED || after == Answer.NOTHING);
    }

    boolean preventsMistake() {
        return fewer() && decided != null && !Judged.same(bookedBefore, decided);
    }

    Change change(Map<String, String> numbers) {
        return new Change(
                line.id(),
                line.day(),
                Minor.money(line.amount(), line.currency()),
                line.name().isEmpty() ? null : line.name(),
                line.text(),
                before,
                after,
                Judged.parts(after == Answer.BOOKED ? bookedAfter : bookedBefore, line, numbers),
                decided == null ? null : Judged.parts(decided, line, numbers),
                against());
    }
}
