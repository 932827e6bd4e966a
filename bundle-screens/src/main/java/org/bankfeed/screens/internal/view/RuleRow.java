package org.bankfeed.screens.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.screens.internal.words.Message;
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
        Message word,
        Message sentence,
        @Nullable Message trial,
        boolean warning) {

    public static RuleRow of(Rule rule) {
        Rule.Tried tried = rule.tried();
        return new RuleRow(
                rule,
                rule.state() == Rule.State.ON ? "good" : "calm",
                Message.of(
                        switch (rule.state()) {
                            case DRAFT -> "rule.draft";
                            case ON -> "rule.on";
                            case OFF -> "rule.off";
                        }),
                RuleWords.of(rule.content()),
                tried == null ? null : said(tried.counts()),
                tried != null && tried.counts().against() > 0);
    }

    /** {@code Would have decided 12 more, 1 of them against what was decided.} */
    static Message said(RuleTrial.Counts counts) {
        List<Object> said = new ArrayList<>();
        if (counts.more() > 0) {
            said.add(Message.of("rule.trial.more", counts.more(), counts.against()));
        }
        if (counts.fewer() > 0) {
            said.add(Message.of("rule.trial.fewer", counts.fewer(), counts.fewerWrong()));
        }
        return said.isEmpty() ? Message.of("rule.trial.nothing") : new Message("", said);
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
