package org.bankfeed.screens.internal.page.settings;

import java.util.HashMap;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.rooms.Trials;
import org.bankfeed.screens.internal.view.BacktestView;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Visit;
import org.jspecify.annotations.Nullable;

/** Plays the company's own past to the matching, so that it sees how often that is right before it lets it book. */
public final class BacktestPage {

    private static final String PATH = "/settings/matching";
    private static final String NAME = "past";

    private final Rooms rooms;
    private final Trials trials;

    public BacktestPage(Rooms rooms, Trials trials) {
        this.rooms = rooms;
        this.trials = trials;
    }

    /** The page, or its part that says how far it is: at the end the page is loaded anew, with what came of it. */
    public Answer show(Visit visit) {
        var trial = trials.of(visit.caller(), NAME).orElse(null);
        boolean running = trial != null && trial.running();
        if (visit.part() && !running) {
            return new Answer.Reload();
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("trial", trial);
        model.put("running", running);
        if (!visit.part() && trial != null && !running) {
            model.put(
                    "report",
                    trial.result(BacktestReport.class)
                            .map(report -> BacktestView.of(report, visit.texts()))
                            .orElse(null));
        }
        return Answer.Page.of(visit.part() ? "trial-part.ftlh" : "backtest.ftlh", model);
    }

    public Answer begin(Visit visit) {
        Caller caller = visit.caller();
        var backtests = rooms.backtests();
        trials.begin(caller, NAME, progress -> backtests.own(caller, progress));
        return new Answer.See(PATH);
    }

    public Answer end(Visit visit) {
        trials.end(visit.caller(), NAME);
        return new Answer.See(PATH);
    }
}
