package org.bankfeed.matching.internal.backtest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.matching.Backtests.Progress;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.matching.RuleTrial.Change;
import org.bankfeed.matching.internal.core.book.Policy;

/** Answers each line of a history twice, under two policies, and tells which answers differ. For one thread. */
public final class Comparison {

    private static final int STEP = 100;

    private final Replay replay;
    private final LocalDate since;
    private final Map<String, Otherwise> differing = new LinkedHashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private long played;
    private long counted;

    /** Compares {@code without} and {@code with}; lines before {@code since} are played, and count for nothing. */
    public Comparison(Policy without, Policy with, LocalDate since) {
        this.replay = new Replay(without, with, since);
        this.since = since;
    }

    public RuleTrial play(Trial.Source source, long all, Progress progress) throws IOException {
        boolean goesOn = true;
        for (HistoryEvent event = source.next(); goesOn && event != null; event = source.next()) {
            take(event);
            boolean line = event instanceof HistoryEvent.TransactionBooked;
            goesOn = !line || played % STEP != 0 || progress.at(played, all);
        }
        return trial(goesOn);
    }

    private void take(HistoryEvent event) {
        Replay.Answer answer = replay.take(event);
        if (answer != null) {
            played++;
            counted += answer.other() == null ? 0 : 1;
            Otherwise.of(answer).ifPresent(one -> differing.put(answer.line().id(), one));
        } else if (event instanceof HistoryEvent.InvoiceOpened opened) {
            numbers.put(opened.invoice().id(), opened.invoice().number());
        } else if (event instanceof HistoryEvent.Confirmed confirmed) {
            Otherwise one = differing.get(confirmed.transactionId());
            if (one != null) {
                one.decided(confirmed);
            }
        }
    }

    private RuleTrial trial(boolean complete) {
        List<Otherwise> all = new ArrayList<>(differing.values());
        RuleTrial.Counts counts = new RuleTrial.Counts(
                all.stream().filter(Otherwise::more).count(),
                all.stream().filter(Otherwise::against).count(),
                all.stream().filter(Otherwise::fewer).count(),
                all.stream().filter(Otherwise::preventsMistake).count());
        List<Change> changes = all.stream()
                .map(one -> one.change(numbers))
                .sorted(Comparator.comparing(Change::against)
                        .thenComparing(Change::day)
                        .reversed())
                .limit(RuleTrial.MOST_CHANGES)
                .toList();
        return new RuleTrial(since, counted, counts, changes, complete);
    }
}
