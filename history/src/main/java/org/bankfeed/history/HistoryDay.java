package org.bankfeed.history;

import java.time.LocalDate;
import java.util.List;

/**
 * What arrived on one day.
 *
 * @param events in order of arrival
 */
public record HistoryDay(LocalDate date, List<HistoryEvent> events) {

    public HistoryDay {
        events = List.copyOf(events);
    }

    /** The day's events of one kind, in order of arrival. */
    public <E extends HistoryEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The lines that the bank booked on this day, in order of arrival. */
    public List<HistoryTransaction> transactions() {
        return events(HistoryEvent.TransactionBooked.class).stream()
                .map(HistoryEvent.TransactionBooked::transaction)
                .toList();
    }
}
