package org.bankfeed.screens.internal.view;

import java.util.List;
import org.bankfeed.matching.BacktestReport.Part;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.matching.RuleTrial.Change;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have changed, as a page says it.
 *
 * @param sentence the whole in one sentence
 * @param changes those that are told, those against what was decided first
 * @param more how many are not told
 */
public record RuleTrialView(RuleTrial trial, String sentence, List<Row> changes, long more) {

    /** One line that would have been decided otherwise; {@code decided} is null if nobody decided it. */
    public record Row(
            Change line,
            String text,
            String before,
            String after,
            @Nullable String decided) {}

    public static RuleTrialView of(RuleTrial trial) {
        RuleTrial.Counts counts = trial.counts();
        return new RuleTrialView(
                trial,
                "Of " + Words.counted(trial.lines(), "line") + " in the last twelve months: "
                        + lower(RuleRow.said(counts)),
                trial.changes().stream().map(RuleTrialView::row).toList(),
                Math.max(0, counts.more() + counts.fewer() - trial.changes().size()));
    }

    private static String lower(String said) {
        return said.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + said.substring(1);
    }

    private static Row row(Change change) {
        List<Part> decided = change.decided();
        return new Row(
                change,
                Masking.of(change.text()),
                said(change.before(), change.books()),
                said(change.after(), change.books()),
                decided == null ? null : BacktestView.said(decided));
    }

    private static String said(RuleTrial.Answer answer, List<Part> books) {
        return switch (answer) {
            case BOOKED -> "Booked: " + BacktestView.said(books);
            case SUGGESTED -> "Only suggested";
            case NOT_AN_INVOICE -> "Not an invoice";
            case NOTHING -> "No answer";
        };
    }
}
