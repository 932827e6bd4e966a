package org.bankfeed.screens.internal.view;

import java.util.List;
import org.bankfeed.matching.BacktestReport.Part;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.matching.RuleTrial.Change;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have changed, as a page says it.
 *
 * @param played how many lines were played
 * @param sentence what it would have changed
 * @param changes those that are told, those against what was decided first
 * @param more how many are not told
 */
public record RuleTrialView(RuleTrial trial, Message played, Message sentence, List<Row> changes, long more) {

    /** One line that would have been decided otherwise; {@code decided} is null if nobody decided it. */
    public record Row(
            Change line,
            String text,
            Message before,
            Message after,
            @Nullable Message decided) {}

    public static RuleTrialView of(RuleTrial trial) {
        RuleTrial.Counts counts = trial.counts();
        return new RuleTrialView(
                trial,
                Message.of("rule.trial.of", trial.lines()),
                RuleRow.said(counts),
                trial.changes().stream().map(RuleTrialView::row).toList(),
                Math.max(0, counts.more() + counts.fewer() - trial.changes().size()));
    }

    private static Row row(Change change) {
        List<Part> decided = change.decided();
        return new Row(
                change,
                Masking.of(change.text()),
                before(change),
                said(change.after(), change.books()),
                decided == null ? null : BacktestView.said(decided));
    }

    /** Where both book, what is told of is what the rule would book. */
    private static Message before(Change change) {
        return change.before() == RuleTrial.Answer.BOOKED && change.after() == RuleTrial.Answer.BOOKED
                ? Message.of("rule.booked-otherwise")
                : said(change.before(), change.books());
    }

    private static Message said(RuleTrial.Answer answer, List<Part> books) {
        return switch (answer) {
            case BOOKED -> Message.of("rule.booked", BacktestView.said(books));
            case SUGGESTED -> Message.of("rule.suggested");
            case NOT_AN_INVOICE -> Message.of("mark.none");
            case NOTHING -> Message.of("rule.no-answer");
        };
    }
}
