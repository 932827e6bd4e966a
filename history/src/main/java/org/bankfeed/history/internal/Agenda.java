package org.bankfeed.history.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is going to happen. An entry for a day on which banks rest waits for the next bank day. */
final class Agenda {

    private final Map<LocalDate, List<Consumer<LocalDate>>> entries = new HashMap<>();

    void on(LocalDate day, Consumer<LocalDate> what) {
        entries.computeIfAbsent(BankCalendar.onOrAfter(day), none -> new ArrayList<>())
                .add(what);
    }

    /** Lets everything of the day happen, in the order in which it was entered. */
    void live(LocalDate day) {
        List<Consumer<LocalDate>> today = entries.remove(day);
        if (today != null) {
            today.forEach(what -> what.accept(day));
        }
    }
}
