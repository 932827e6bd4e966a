package org.bankfeed.matching.internal.backtest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.BacktestReport.Counts;
import org.bankfeed.matching.BacktestReport.Kind;
import org.bankfeed.matching.BacktestReport.Mistake;
import org.bankfeed.matching.BacktestReport.Month;
import org.bankfeed.matching.MatchKind;
import org.jspecify.annotations.Nullable;

/** Holds answers against what was decided, and counts. What was decided last counts. */
final class Score {

    /** The reasons of so many undecided answers are kept, in case that one turns out to be wrong. */
    private static final int MOST_REASONS = 10_000;

    private final Map<String, Judged> lines = new LinkedHashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Deque<Judged> reasoned = new ArrayDeque<>();
    private long documents;

    void opened(HistoryEvent.InvoiceOpened event) {
        documents++;
        numbers.put(event.invoice().id(), event.invoice().number());
    }

    void answered(Replay.Answer answer) {
        Judged judged = new Judged(answer);
        lines.put(answer.line().id(), judged);
        if (judged.books()) {
            reasoned.add(judged);
            if (reasoned.size() > MOST_REASONS) {
                reasoned.remove().forgetReasons();
            }
        }
    }

    void decided(HistoryEvent.Confirmed event) {
        Judged judged = lines.get(event.transactionId());
        if (judged != null) {
            judged.decide(event);
        }
    }

    /** So many lines were answered. */
    long answered() {
        return lines.size();
    }

    BacktestReport report(boolean complete, List<String> notes) {
        Map<MatchKind, Counts> kinds = new EnumMap<>(MatchKind.class);
        Counts unexplained = Counts.NONE;
        Map<YearMonth, Counts> months = new TreeMap<>();
        long byPerson = 0;
        long standing = 0;
        for (Judged judged : lines.values()) {
            Counts one = judged.counts();
            MatchKind kind = judged.kind();
            if (kind == null) {
                unexplained = unexplained.plus(one);
            } else {
                kinds.merge(kind, one, Counts::plus);
            }
            months.merge(YearMonth.from(judged.day()), one, Counts::plus);
            byPerson += judged.decidedBy() == HistoryEvent.By.PERSON ? 1 : 0;
            standing += judged.decidedBy() == HistoryEvent.By.MATCHING ? 1 : 0;
        }
        return new BacktestReport(
                complete,
                documents,
                days().reduce((a, b) -> a.isBefore(b) ? a : b).orElse(null),
                days().reduce((a, b) -> a.isAfter(b) ? a : b).orElse(null),
                byPerson,
                standing,
                rows(kinds, unexplained),
                months.entrySet().stream()
                        .map(month -> new Month(month.getKey(), month.getValue()))
                        .toList(),
                mistakes(),
                notes);
    }

    private java.util.stream.Stream<LocalDate> days() {
        return lines.values().stream().map(Judged::day);
    }

    private static List<Kind> rows(Map<MatchKind, Counts> kinds, Counts unexplained) {
        List<Kind> rows = new ArrayList<>();
        kinds.forEach((kind, counts) -> rows.add(new Kind(kind, counts)));
        if (unexplained.lines() > 0) {
            @Nullable MatchKind none = null;
            rows.add(new Kind(none, unexplained));
        }
        return rows;
    }

    private List<Mistake> mistakes() {
        List<Judged> wrong =
                new ArrayList<>(lines.values().stream().filter(Judged::wrong).toList());
        Collections.reverse(wrong);
        return wrong.stream()
                .limit(BacktestReport.MOST_MISTAKES)
                .map(judged -> judged.mistake(numbers))
                .toList();
    }
}
