package org.bankfeed.rehearsal.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.rehearsal.DayReport;
import org.bankfeed.rehearsal.TimeLapse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the built-in company live on, one day after the other. What one day could not do, because a room was away, is
 * done with the next.
 */
final class Days implements TimeLapse {

    /** The invoicing people are early: the provider asks the banks for the first time at two. */
    private static final LocalTime NIGHT = LocalTime.of(1, 30);
    /** The provider has asked the banks twice. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final Logger LOG = LoggerFactory.getLogger(Days.class);

    private final Life life;
    private final Chain chain;
    private final BankLink link;
    private final Books books;
    private final NewLines lines;

    Days(Life life, Chain chain, BankLink link) {
        this.life = life;
        this.chain = chain;
        this.link = link;
        this.books = new Books(chain);
        this.lines = new NewLines(chain);
    }

    @Override
    public LocalDate today() {
        return life.clock().today();
    }

    @Override
    public DayReport nextDay(Caller caller) {
        caller.require("let a day pass", Role.BOOKKEEPER);
        life.turn().lock();
        try {
            return next(caller);
        } finally {
            life.turn().unlock();
        }
    }

    private DayReport next(Caller caller) {
        LocalDate day = today().plusDays(1);
        String obstacle = obstacle(caller, day);
        return obstacle == null ? live(day) : new DayReport(today(), 0, 0, 0, 0, obstacle);
    }

    /** What keeps the day from beginning at all. */
    private @Nullable String obstacle(Caller caller, LocalDate day) {
        if (!caller.company().equals(chain.person().company())) {
            return "The demonstration shows company " + chain.person().company() + ", not " + caller.company() + ".";
        }
        if (day.isAfter(life.lastDay())) {
            return "The demonstration's company has lived its last day; start the demonstration anew.";
        }
        return problemOf(lines::look);
    }

    private DayReport live(LocalDate day) {
        int before = life.documents();
        life.clock().moveTo(day, NIGHT);
        String problem = problemOf(() -> life.keepBooks(books, day));
        life.clock().moveTo(day, MORNING);
        problem = first(problem, problemOf(link::read));
        problem = first(problem, problemOf(chain::match));
        Arrivals arrivals = new Arrivals();
        problem = first(problem, problemOf(arrivals::count));
        return new DayReport(
                day,
                life.documents() - before,
                arrivals.lines.size(),
                arrivals.standings.getOrDefault(State.AUTOMATIC, 0),
                arrivals.standings.getOrDefault(State.SUGGESTED, 0),
                problem);
    }

    /** What the banks brought. */
    private final class Arrivals {
        private List<TransactionId> lines = List.of();
        private Map<State, Integer> standings = Map.of();

        void count() {
            lines = Days.this.lines.look();
            standings = Days.this.lines.standings(lines);
        }
    }

    /** Does what the company's people do by themselves on a day that came without being asked for: at midnight. */
    void catchUp() {
        life.turn().lock();
        try {
            LocalDate today = today();
            if (!life.isKeptUntil(today) && !today.isAfter(life.lastDay())) {
                var unused = problemOf(() -> life.keepBooks(books, today));
            }
        } finally {
            life.turn().unlock();
        }
    }

    /** A part of a day. */
    @FunctionalInterface
    private interface Part {
        void play() throws Exception;
    }

    private static @Nullable String problemOf(Part part) {
        try {
            part.play();
            return null;
        } catch (RehearsalException e) {
            LOG.warn("a day of the demonstration is not complete", e);
            return String.valueOf(e.getMessage());
        } catch (Exception e) {
            LOG.error("a day of the demonstration is not complete", e);
            return "A part of Bankfeed failed: " + e.getMessage() + "; the log says more.";
        }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
