package org.bankfeed.rehearsal.internal;

import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import org.bankfeed.history.BuiltInCompany;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;

/**
 * The built-in company while it is shown: which day it is, and how far its books are kept. Rooms may be restarted
 * meanwhile; this stays. For many threads.
 */
final class Life {

    /** The simulated banks know as many days ahead. */
    private static final int DAYS = 365;

    private final RunningClock clock;
    private final LocalDate begun;
    private final ReentrantLock turn = new ReentrantLock(true);
    private LocalDate keptUntil = LocalDate.MIN;
    private int events;
    private int documents;

    Life(RunningClock clock) {
        this.clock = clock;
        this.begun = clock.today();
    }

    RunningClock clock() {
        return clock;
    }

    /** For whoever lets time pass or plays what it brings. */
    ReentrantLock turn() {
        return turn;
    }

    /** The last day that the company lives. */
    LocalDate lastDay() {
        return begun.plusDays(DAYS);
    }

    /** How many documents were entered so far. */
    synchronized int documents() {
        return documents;
    }

    /** Whether the books are complete until that day. */
    synchronized boolean isKeptUntil(LocalDate day) {
        return !keptUntil.isBefore(day);
    }

    /** Does in the books what its people did until the evening of a day. Goes on where it ended, or failed, before. */
    synchronized void keepBooks(Books books, LocalDate until) throws RehearsalException {
        int n = 0;
        for (HistoryDay day : BuiltInCompany.goingOn(begun, until).days()) {
            for (HistoryEvent event : day.events()) {
                if (n++ == events) {
                    documents += keep(books, event, day.date());
                    events++;
                }
            }
        }
        keptUntil = until;
    }

    private static int keep(Books books, HistoryEvent event, LocalDate on) throws RehearsalException {
        if (event instanceof InvoiceOpened opened) {
            return books.openUnlessThere(opened.invoice()) ? 1 : 0;
        }
        if (event instanceof InvoiceClosed closed) {
            books.closeUnlessWithdrawn(closed.invoiceId(), on);
        }
        return 0;
    }
}
