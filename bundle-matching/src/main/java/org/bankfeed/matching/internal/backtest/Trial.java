package org.bankfeed.matching.internal.backtest;

import java.io.IOException;
import java.util.List;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.Backtests.Progress;
import org.bankfeed.matching.internal.core.book.Policy;
import org.jspecify.annotations.Nullable;

/** Plays events one by one, and holds what would have been decided against what was. For one thread. */
public final class Trial {

    private static final int STEP = 100;

    private final Replay replay;
    private final Score score = new Score();

    /** Decides by these rules. */
    public Trial(Policy policy) {
        this.replay = new Replay(policy);
    }

    /** Where events come from, in order of arrival. */
    @FunctionalInterface
    public interface Source {
        /** The next event, or {@code null} at the end. */
        @Nullable
        HistoryEvent next() throws IOException;
    }

    /** Plays until the end, or until {@code progress} ends it; whether it came to the end. */
    public boolean play(Source source, long all, Progress progress) throws IOException {
        for (HistoryEvent event = source.next(); event != null; event = source.next()) {
            if (take(event) && score.answered() % STEP == 0 && !progress.at(score.answered(), all)) {
                return false;
            }
        }
        progress.at(score.answered(), all);
        return true;
    }

    private boolean take(HistoryEvent event) {
        Replay.Answer answer = replay.take(event);
        if (answer != null) {
            score.answered(answer);
            return true;
        }
        if (event instanceof HistoryEvent.InvoiceOpened opened) {
            score.opened(opened);
        } else if (event instanceof HistoryEvent.Confirmed confirmed) {
            score.decided(confirmed);
        }
        return false;
    }

    public BacktestReport report(boolean complete, List<String> notes) {
        return score.report(complete, notes);
    }
}
