package org.bankfeed.rehearsal.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.Confirmed;
import org.bankfeed.history.HistoryEvent.TransactionBooked;
import org.bankfeed.history.HistoryTransaction;

/**
 * In which order a day is played. Its documents are there before its lines. What follows its last line in the file, and
 * what the bookkeeper says of one of its own lines, has to wait for them.
 */
record DayPlan(List<HistoryEvent> morning, List<TransactionBooked> lines, List<HistoryEvent> evening) {

    static DayPlan of(HistoryDay day) {
        Set<String> own =
                day.transactions().stream().map(HistoryTransaction::id).collect(Collectors.toSet());
        List<HistoryEvent> morning = new ArrayList<>();
        List<TransactionBooked> lines = new ArrayList<>();
        List<HistoryEvent> evening = new ArrayList<>();
        for (HistoryEvent event : day.events()) {
            boolean ofOwnLine = event instanceof Confirmed said && own.contains(said.transactionId());
            if (event instanceof TransactionBooked line) {
                lines.add(line);
            } else if (ofOwnLine || !own.isEmpty() && lines.size() == own.size()) {
                evening.add(event);
            } else {
                morning.add(event);
            }
        }
        return new DayPlan(morning, lines, evening);
    }
}
