package org.bankfeed.screens.internal.view;

import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleTrial;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a page says it.
 *
 * @param tone the colour of its state
 * @param word its state
 * @param sentence what it says
 * @param trial what its last trial showed, or {@code null}
 * @param warning whether that speaks against it
 */
public record RuleRow(
        Rule rule,
        String tone,
        String word,
        String sentence,
        @Nullable String trial,
        boolean warning) {

    public static RuleRow of(Rule rule) {
        Rule.Tried tried = rule.tried();
        return new RuleRow(
                rule,
                rule.state() == Rule.State.ON ? "good" : "calm",
                switch (rule.state()) {
                    case DRAFT -> "Draft";
                    case ON -> "On";
                    case OFF -> "Off";
                },
                Words.sentence(rule.content().sentence()),
                tried == null ? null : said(tried.counts()),
                tried != null && tried.counts().against() > 0);
    }

    /** {@code Would have decided 12 more, 1 of them against what was decided.} */
    static String said(RuleTrial.Counts counts) {
        StringBuilder said = new StringBuilder();
        if (counts.more() > 0) {
            said.append("Would have decided ")
                    .append(Words.count(counts.more()))
                    .append(" more by itself, ")
                    .append(counts.against() == 0 ? "none" : Words.count(counts.against()))
                    .append(" of them against what was decided. ");
        }
        if (counts.fewer() > 0) {
            said.append("Would have booked ")
                    .append(Words.count(counts.fewer()))
                    .append(" fewer by itself, ")
                    .append(counts.fewerWrong() == 0 ? "none" : Words.count(counts.fewerWrong()))
                    .append(" of them mistakes. ");
        }
        return said.isEmpty() ? "Would have changed nothing." : said.toString().strip();
    }

    /** Whether it may be put in force. */
    public boolean maySwitchOn() {
        return rule.state() != Rule.State.ON && rule.tried() != null;
    }

    /** Whether lines stand by it that can be opened again. */
    public boolean mayReopen() {
        return rule.state() != Rule.State.ON && rule.settled() > 0;
    }

    public boolean on() {
        return rule.state() == Rule.State.ON;
    }
}
