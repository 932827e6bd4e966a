package org.bankfeed.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bankfeed.history.HistoryEvent.TransactionBooked;

/**
 * A whole history: what arrived on which day, and the accounts it happened on. Immutable.
 *
 * <p>The order of the events is their order of arrival, and each has an <em>arrival day</em>. A transaction arrives on
 * the latest execution date seen so far (a line booked with an older date arrives late, not in the past). Any other
 * event belongs to the day of the next transaction, and after the last transaction to the last day. A history without
 * transactions has one day, the latest issue date.
 *
 * @param days in ascending order, none of them empty
 * @param accounts in order of first appearance
 * @param notes a sentence for each kind of event that this version does not know and whose lines were skipped
 */
public record History(List<HistoryDay> days, List<HistoryAccount> accounts, List<String> notes) {

    public History {
        days = List.copyOf(days);
        accounts = List.copyOf(accounts);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a history.
     *
     * @param place the file, or the folder that holds a {@code history.jsonl}
     * @throws BrokenHistoryException if the file is absent or a line of it is wrong
     * @throws IOException if the disk fails
     */
    public static History read(Path place) throws IOException {
        try (HistoryReader reader = HistoryReader.open(place)) {
            List<HistoryEvent> events = new ArrayList<>();
            reader.forEachRemaining(events::add);
            return new History(daysOf(events), accountsOf(events), reader.notes());
        }
    }

    /** A history of these events in order of arrival, its accounts taken from the transactions. */
    public static History of(List<HistoryEvent> events) {
        return new History(daysOf(events), accountsOf(events), List.of());
    }

    /** A history of these events in order of arrival on these accounts. */
    public static History of(List<HistoryEvent> events, List<HistoryAccount> accounts) {
        return new History(daysOf(events), accounts, List.of());
    }

    /** Every event in order of arrival. */
    public Stream<HistoryEvent> events() {
        return days.stream().flatMap(day -> day.events().stream());
    }

    /** Every bank line in order of arrival. */
    public Stream<HistoryTransaction> transactions() {
        return days.stream().flatMap(day -> day.transactions().stream());
    }

    /** Every document in order of arrival. */
    public Stream<HistoryInvoice> invoices() {
        return events().filter(HistoryEvent.InvoiceOpened.class::isInstance)
                .map(event -> ((HistoryEvent.InvoiceOpened) event).invoice());
    }

    private static List<HistoryDay> daysOf(List<HistoryEvent> events) {
        Map<LocalDate, List<HistoryEvent>> days = new LinkedHashMap<>();
        List<HistoryEvent> undated = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (HistoryEvent event : events) {
            undated.add(event);
            if (event instanceof TransactionBooked booked) {
                LocalDate date = booked.transaction().executionDate();
                last = date.isAfter(last) ? date : last;
                days.computeIfAbsent(last, day -> new ArrayList<>()).addAll(undated);
                undated.clear();
            }
        }
        if (!undated.isEmpty()) {
            LocalDate day = days.isEmpty() ? latestIssueDate(undated) : last;
            days.computeIfAbsent(day, date -> new ArrayList<>()).addAll(undated);
        }
        return days.entrySet().stream()
                .map(day -> new HistoryDay(day.getKey(), day.getValue()))
                .toList();
    }

    private static LocalDate latestIssueDate(List<HistoryEvent> events) {
        return events.stream()
                .filter(HistoryEvent.InvoiceOpened.class::isInstance)
                .map(event -> ((HistoryEvent.InvoiceOpened) event).invoice().issueDate())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }

    private static List<HistoryAccount> accountsOf(List<HistoryEvent> events) {
        return events.stream()
                .filter(TransactionBooked.class::isInstance)
                .map(event -> ((TransactionBooked) event).transaction())
                .map(line -> HistoryAccount.plain(line.account(), line.currency()))
                .distinct()
                .toList();
    }
}
