package org.bankfeed.simulator.internal.bank;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** When Ponto synchronizes by itself: four times a day by the clock on the wall in Brussels. */
final class Timetable {

    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final List<LocalTime> RUNS =
            List.of(LocalTime.of(20, 0), LocalTime.of(14, 0), LocalTime.of(8, 0), LocalTime.of(2, 0));

    private Timetable() {}

    /** The last run at or before {@code moment}. */
    static Instant lastRun(Instant moment) {
        ZonedDateTime here = moment.atZone(ZONE);
        for (LocalTime run : RUNS) {
            Instant at = here.toLocalDate().atTime(run).atZone(ZONE).toInstant();
            if (!at.isAfter(moment)) {
                return at;
            }
        }
        return here.toLocalDate().minusDays(1).atTime(RUNS.get(0)).atZone(ZONE).toInstant();
    }
}
