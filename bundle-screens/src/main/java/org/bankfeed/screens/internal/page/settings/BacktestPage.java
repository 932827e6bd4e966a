package org.bankfeed.screens.internal.page.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.rooms.Trials;
import org.bankfeed.screens.internal.view.BacktestView;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * Plays the company's own past, or a recorded one, to the matching, so that it sees how often that is right before it lets it
 * book.
 */
public final class BacktestPage {

    private static final String PATH = "/settings/matching";
    private static final String NAME = "past";

    /** What a file is called whose name cannot be shown. */
    private static final String HISTORY = "history.jsonl";

    private final Rooms rooms;
    private final Trials trials;

    public BacktestPage(Rooms rooms, Trials trials) {
        this.rooms = rooms;
        this.trials = trials;
    }

    /**
     * What came of it.
     *
     * @param file the file that was played; {@code null} for the company's own past
     */
    private record Played(BacktestReport report, @Nullable String file) {}

    /** The page, or its part that says how far it is: at the end the page is loaded anew, with what came of it. */
    public Answer show(Visit visit) {
        var trial = trials.of(visit.caller(), NAME).orElse(null);
        if (visit.part()) {
            return trial == null || !trial.running()
                    ? new Answer.Reload()
                    : Answer.Page.of("trial-part.ftlh", Map.of("trial", trial));
        }
        return page(visit, 200, null);
    }

    private Answer page(Visit visit, int status, @Nullable Message problem) {
        var trial = trials.of(visit.caller(), NAME).orElse(null);
        boolean running = trial != null && trial.running();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("trial", trial);
        model.put("running", running);
        model.put("problem", problem);
        if (trial != null && !running) {
            trial.result(Played.class).ifPresent(played -> {
                model.put("report", BacktestView.of(played.report(), visit.texts()));
                model.put("file", played.file());
            });
        }
        return new Answer.Page(status, "backtest.ftlh", model);
    }

    public Answer begin(Visit visit) {
        Caller caller = visit.caller();
        var backtests = rooms.backtests();
        trials.begin(caller, NAME, progress -> new Played(backtests.own(caller, progress), null));
        return new Answer.See(PATH);
    }

    /** Plays a file: it is in memory as a whole until it is played, and no longer than the door lets in. */
    public Answer recorded(Visit visit) {
        Caller caller = visit.caller();
        var backtests = rooms.backtests();
        String sent = visit.parameters().fileName("file");
        String file = sent.isEmpty() ? HISTORY : sent;
        try (InputStream in = visit.parameters().file("file", Message.of("backtest.the-file"))) {
            byte[] history = in.readAllBytes();
            trials.begin(
                    caller,
                    NAME,
                    progress -> new Played(
                            backtests.recorded(caller, file, new ByteArrayInputStream(history), progress), file));
            return new Answer.See(PATH);
        } catch (RefusedException e) {
            return page(visit, 400, e.said());
        } catch (IOException e) {
            return page(visit, 400, Message.of("files.not-whole"));
        }
    }

    public Answer end(Visit visit) {
        trials.end(visit.caller(), NAME);
        return new Answer.See(PATH);
    }
}
