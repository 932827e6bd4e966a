package org.bankfeed.screens.internal.page.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Role;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.KindWords;
import org.bankfeed.screens.internal.view.RuleRow;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** The company's own rules, and the forms that add one. */
public final class RulesPage {

    private final Rooms rooms;

    public RulesPage(Rooms rooms) {
        this.rooms = rooms;
    }

    /** A kind that a rule may leave to a person, as a form offers it. */
    public record Choice(String value, Message name) {}

    public Answer list(Visit visit) {
        return list(visit, 200, null);
    }

    public Answer add(Visit visit) {
        try {
            RuleContent content = new RuleForm(visit.parameters()).content();
            Rule rule = rooms.rules().add(visit.caller(), content);
            visit.say(Message.of("rule.made"));
            return new Answer.See(RulePage.path(rule.id()));
        } catch (RefusedException e) {
            return list(visit, 400, e.said());
        } catch (IllegalArgumentException | MatchingException e) {
            return list(visit, 400, Message.all(Words.said(e)));
        }
    }

    private Answer list(Visit visit, int status, @Nullable Message problem) {
        List<Rule> rules = rooms.rules().rules(visit.caller());
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("rules", rules.stream().map(RuleRow::of).toList());
        model.put("automatic", automatic(rules));
        model.put("mayRule", visit.caller().may(Role.BOOKKEEPER));
        model.put(
                "choices",
                Arrays.stream(MatchKind.values())
                        .map(kind -> new Choice(kind.name(), KindWords.of(kind)))
                        .toList());
        model.put("problem", problem);
        model.put("typed", problem == null ? Map.of() : RuleForm.typed(visit.parameters()));
        return new Answer.Page(status, "rules.ftlh", model);
    }

    /** What is booked by itself now, in one sentence. */
    private static Message automatic(List<Rule> rules) {
        List<MatchKind> left = rules.stream()
                .filter(rule -> rule.state() == Rule.State.ON)
                .map(Rule::content)
                .filter(RuleContent.LeaveToPerson.class::isInstance)
                .flatMap(content -> ((RuleContent.LeaveToPerson) content).kinds().stream())
                .distinct()
                .sorted()
                .toList();
        if (left.isEmpty()) {
            return Message.of("rules.all-booked");
        }
        return left.size() == MatchKind.values().length
                ? Message.of("rules.none-booked")
                : Message.of(
                        "rules.only-suggested", left.stream().map(KindWords::of).toList());
    }
}
