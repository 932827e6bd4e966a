package org.bankfeed.rehearsal.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryDecision.Verdict;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.By;
import org.bankfeed.history.HistoryEvent.Confirmed;
import org.bankfeed.history.HistoryEvent.TransactionBooked;

/** A history as the chain met it: in its order, each line followed by what the chain booked, so that nobody goes astray. */
final class Told {

    private final History history;
    private final Map<String, HistoryDecision> decided;
    private final Map<String, Later> later;
    private final Set<String> astray;

    /** A line that was booked, or linked to what was settled already, after its own day's evening. */
    record Later(HistoryDecision decision, LocalDate day, boolean morning) {

        /** Whether it is linked, else booked. */
        boolean linked() {
            return decision.decision() == Verdict.NONE;
        }
    }

    /**
     * @param decided what the chain said of each line on its evening
     * @param later what it booked and linked afterwards
     * @param astray lines that another play booked, so that what the chain left open has to be told too
     */
    Told(History history, Map<String, HistoryDecision> decided, Map<String, Later> later, Set<String> astray) {
        this.history = history;
        this.decided = decided;
        this.later = later;
        this.astray = astray;
    }

    /**
     * The events.
     *
     * @param moved lines that come when the chain last judged them: at the end of their day, or when they were booked or
     *     linked. An event says what a line pays, and none that it is linked: only a line that comes then tells it
     */
    List<HistoryEvent> events(Set<String> moved) {
        Map<String, TransactionBooked> lines = new HashMap<>();
        List<HistoryEvent> events = new ArrayList<>();
        for (HistoryDay day : history.days()) {
            DayPlan plan = DayPlan.of(day);
            plan.lines().forEach(line -> lines.put(line.transaction().id(), line));
            events.addAll(plan.morning());
            decidedLater(day.date(), true, moved, lines, events);
            List<TransactionBooked> last = new ArrayList<>();
            for (TransactionBooked line : plan.lines()) {
                if (!moved.contains(line.transaction().id())) {
                    judged(line, events);
                } else if (!later.containsKey(line.transaction().id())) {
                    last.add(line);
                }
            }
            last.forEach(line -> judged(line, events));
            events.addAll(plan.evening());
            decidedLater(day.date(), false, moved, lines, events);
        }
        return events;
    }

    private void judged(TransactionBooked line, List<HistoryEvent> events) {
        String id = line.transaction().id();
        HistoryDecision decision = Objects.requireNonNull(decided.get(id));
        events.add(line);
        if (decision.decision() == Verdict.AUTOMATIC) {
            events.add(new Confirmed(id, decision.applications(), By.MATCHING));
        } else if (astray.contains(id)) {
            events.add(new Confirmed(id, List.of(), By.MATCHING));
        }
    }

    private void decidedLater(
            LocalDate day,
            boolean morning,
            Set<String> moved,
            Map<String, TransactionBooked> lines,
            List<HistoryEvent> events) {
        later.forEach((id, one) -> {
            TransactionBooked line = lines.get(id);
            if (one.day().equals(day) && one.morning() == morning && line != null) {
                if (moved.contains(id)) {
                    events.add(line);
                }
                if (!one.linked()) {
                    events.add(new Confirmed(id, one.decision().applications(), By.MATCHING));
                }
            }
        });
    }
}
