package org.bankfeed.benchmarks.simulate;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was not as it must be, each with its day; at most so many of a year, because one fault leads to others. */
final class Findings {

    private static final int MOST = 20;

    private final YearClock clock;
    private final ZoneId zone;
    private final Set<String> sentences = new LinkedHashSet<>();

    Findings(YearClock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(clock.instant().atZone(zone).toLocalDate() + " " + sentence);
        }
    }

    List<String> all() {
        return new ArrayList<>(sentences);
    }

    /** A number that does not tell the account. */
    static String end(String number) {
        return "..." + number.substring(Math.max(0, number.length() - 4));
    }
}
