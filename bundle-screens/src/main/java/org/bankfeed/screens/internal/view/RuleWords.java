package org.bankfeed.screens.internal.view;

import java.util.TreeSet;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.screens.internal.words.Message;

/** What a rule says, in one sentence. */
final class RuleWords {

    private RuleWords() {}

    static Message of(RuleContent content) {
        if (content instanceof RuleContent.NotAnInvoice said) {
            return Message.of("rule.says.nothing", Message.of(sign(said), said.shown()), said.label());
        }
        if (content instanceof RuleContent.Tolerance said) {
            return Message.of("rule.says.off", said.difference(), said.fee());
        }
        var kinds = new TreeSet<>(((RuleContent.LeaveToPerson) content).kinds());
        return kinds.size() == MatchKind.values().length
                ? Message.of("rule.says.suggest-all")
                : Message.of(
                        "rule.says.suggest", kinds.stream().map(KindWords::of).toList());
    }

    private static String sign(RuleContent.NotAnInvoice said) {
        return switch (said.sign()) {
            case WORDS ->
                switch (said.flow()) {
                    case IN -> "rule.says.words.in";
                    case OUT -> "rule.says.words.out";
                    case BOTH -> "rule.says.words";
                };
            case NAME ->
                switch (said.flow()) {
                    case IN -> "rule.says.name.in";
                    case OUT -> "rule.says.name.out";
                    case BOTH -> "rule.says.name";
                };
            case ACCOUNT ->
                switch (said.flow()) {
                    case IN -> "rule.says.account.in";
                    case OUT -> "rule.says.account.out";
                    case BOTH -> "rule.says.account";
                };
        };
    }
}
