package org.bankfeed.screens.internal.page.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingRules;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleId;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.rooms.Trials;
import org.bankfeed.screens.internal.view.RuleDeed;
import org.bankfeed.screens.internal.view.RuleRow;
import org.bankfeed.screens.internal.view.RuleTrialView;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** One rule: tried on the past, switched on and off, taken back with what it did. */
public final class RulePage {

    private final Rooms rooms;
    private final Trials trials;

    public RulePage(Rooms rooms, Trials trials) {
        this.rooms = rooms;
        this.trials = trials;
    }

    static String path(RuleId rule) {
        return "/settings/rules/rule?id=" + URLEncoder.encode(rule.value(), StandardCharsets.UTF_8);
    }

    /** The page, or its part that says how far a trial is. */
    public Answer show(Visit visit) throws MatchingException {
        RuleId id = id(visit);
        var trial = trials.of(visit.caller(), name(id)).orElse(null);
        boolean running = trial != null && trial.running();
        if (visit.part() && !running) {
            return new Answer.Reload();
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("id", id.value());
        model.put("trial", trial);
        // once and first: what a trial that ends meanwhile has written is shown whole, the next time
        model.put("running", running);
        if (!visit.part()) {
            model.put("row", RuleRow.of(rule(visit.caller(), id)));
            model.put(
                    "deeds",
                    rooms.rules().changes(visit.caller(), id).stream()
                            .map(RuleDeed::of)
                            .toList());
            model.put("mayRule", visit.caller().may(Role.BOOKKEEPER));
            model.put(
                    "report",
                    trial == null || running
                            ? null
                            : trial.result(RuleTrial.class)
                                    .map(RuleTrialView::of)
                                    .orElse(null));
        }
        return Answer.Page.of(visit.part() ? "rule-part.ftlh" : "rule.ftlh", model);
    }

    public Answer tryOut(Visit visit) {
        Caller caller = visit.caller();
        RuleId id = rule(caller, id(visit)).id();
        MatchingRules rules = rooms.rules();
        trials.begin(caller, name(id), progress -> rules.tryOut(caller, id, progress));
        return new Answer.See(path(id));
    }

    public Answer end(Visit visit) {
        RuleId id = id(visit);
        trials.end(visit.caller(), name(id));
        return new Answer.See(path(id));
    }

    /** What is done to a rule; the sentence that says so. */
    @FunctionalInterface
    private interface Act {
        Message on(Caller caller, RuleId rule, long version) throws MatchingException;
    }

    public Answer on(Visit visit) {
        return act(visit, (caller, rule, version) -> {
            rooms.rules().on(caller, rule, version);
            return Message.of("rule.is-on");
        });
    }

    public Answer off(Visit visit) {
        return act(visit, (caller, rule, version) -> {
            rooms.rules().off(caller, rule, version);
            return Message.of("rule.is-off");
        });
    }

    public Answer reopen(Visit visit) {
        return act(visit, (caller, rule, version) -> {
            int opened = rooms.rules().reopen(caller, rule);
            return Message.of("rule.opened", opened);
        });
    }

    public Answer remove(Visit visit) {
        RuleId id = id(visit);
        try {
            rooms.rules().remove(visit.caller(), id, visit.parameters().number("version", Message.of("form.version")));
            visit.say(Message.of("rule.removed"));
            return new Answer.See("/settings/rules");
        } catch (MatchingException e) {
            return refused(visit, id, e);
        }
    }

    private Answer act(Visit visit, Act act) {
        RuleId id = id(visit);
        try {
            visit.say(act.on(visit.caller(), id, visit.parameters().number("version", Message.of("form.version"))));
            return new Answer.See(path(id));
        } catch (MatchingException e) {
            return refused(visit, id, e);
        }
    }

    private static Answer refused(Visit visit, RuleId id, MatchingException e) {
        if (e.reason() == MatchingException.Reason.NOT_FOUND) {
            throw RefusedException.notFound(Message.of("rule.none"));
        }
        visit.warn(
                e.reason() == MatchingException.Reason.CHANGED_MEANWHILE
                        ? Message.of("rule.changed")
                        : Message.all(Words.said(e)));
        return new Answer.See(path(id));
    }

    private static RuleId id(Visit visit) {
        return new RuleId(visit.parameters().needed("id", Message.of("rule.the-rule")));
    }

    private static String name(RuleId rule) {
        return "rule " + rule;
    }

    private Rule rule(Caller caller, RuleId id) {
        return rooms.rules().rules(caller).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound(Message.of("rule.none")));
    }
}
