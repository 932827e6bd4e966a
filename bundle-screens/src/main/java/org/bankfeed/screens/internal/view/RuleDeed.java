package org.bankfeed.screens.internal.view;

import java.time.Instant;
import org.bankfeed.matching.RuleChange;
import org.bankfeed.screens.internal.words.Message;

/** What was done to a rule, by whom and when. */
public record RuleDeed(Instant at, Message said) {

    public static RuleDeed of(RuleChange change) {
        return new RuleDeed(
                change.at(),
                Message.of(
                        switch (change.act()) {
                            case ADDED -> "rule.done.added";
                            case TRIED -> "rule.done.tried";
                            case SWITCHED_ON -> "rule.done.on";
                            case SWITCHED_OFF -> "rule.done.off";
                            case REMOVED -> "rule.done.removed";
                        },
                        change.by()));
    }
}
