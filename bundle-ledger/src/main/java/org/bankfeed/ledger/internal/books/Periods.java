package org.bankfeed.ledger.internal.books;

import java.time.LocalDate;
import java.util.Optional;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Which days of a company's books are closed: nothing is written on them. */
public final class Periods {

    private Periods() {}

    public static Optional<LocalDate> closedUntil(UnitOfWork unit, String company) {
        return unit.one(
                "SELECT closed_until FROM closed_period WHERE company = ?", row -> row.date("closed_until"), company);
    }

    /** A day if it is open, else the first open one after it. Asked by who has drawn a number, so that nobody closes meanwhile. */
    public static LocalDate open(Entry entry, LocalDate day) {
        return closedUntil(entry.unit(), entry.company())
                .filter(closed -> !day.isAfter(closed))
                .map(closed -> closed.plusDays(1))
                .orElse(day);
    }

    public static void closeUntil(Entry entry, @Nullable LocalDate day) {
        entry.numbers(1);
        entry.unit().update("DELETE FROM closed_period WHERE company = ?", entry.company());
        if (day != null) {
            entry.unit()
                    .update("INSERT INTO closed_period (company, closed_until) VALUES (?, ?)", entry.company(), day);
        }
        entry.audit(
                "close periods",
                entry.company(),
                day == null ? "All periods are open." : "The periods up to " + day + " are closed.");
    }
}
