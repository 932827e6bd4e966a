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
import org.bankfeed.screens.internal.web.Visit;
import org.jspecify.annotations.Nullable;

/** The company's own rules, and the forms that add one. */
public final class RulesPage {

    private final Rooms rooms;

    public RulesPage(Rooms rooms) {
        this.rooms = rooms;
    }

    /** A kind that a rule may leave to a person, as a form offers it. */
    public record Choice(String value, String name) {}

    public Answer list(Visit visit) {
        return list(visit, 200, null);
    }

    public Answer add(Visit visit) {
        try {
            RuleContent content = new RuleForm(visit.parameters()).content();
            Rule rule = rooms.rules().add(visit.caller(), content);
            visit.say("A draft is made. Try it on the past: only then it can be switched on.");
            return new Answer.See(RulePage.path(rule.id()));
        } catch (IllegalArgumentException | MatchingException e) {
            return list(visit, 400, Words.sentence(String.valueOf(e.getMessage())));
        }
    }

    private Answer list(Visit visit, int status, @Nullable String problem) {
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
    private static String automatic(List<Rule> rules) {
        List<MatchKind> left = rules.stream()
                .filter(rule -> rule.state() == Rule.State.ON)
                .map(Rule::content)
                .filter(RuleContent.LeaveToPerson.class::isInstance)
                .flatMap(content -> ((RuleContent.LeaveToPerson) content).kinds().stream())
                .distinct()
                .sorted()
                .toList();
        if (left.isEmpty()) {
            return "Now everything that has one explanation without a rival is booked by itself.";
        }
        return left.size() == MatchKind.values().length
                ? "Now nothing is booked by itself: the matching only suggests."
                : "Now only suggested, never booked by itself: "
                        + String.join(
                                ", ",
                                left.stream()
                                        .map(KindWords::of)
                                        .map(name -> name.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                                                + name.substring(1))
                                        .toList())
                        + ".";
    }
}
