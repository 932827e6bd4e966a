package org.bankfeed.journal.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** The times of day at which Ponto asks the banks by itself. */
final class Windows {

    private static final List<LocalTime> STARTS =
            List.of(LocalTime.of(20, 0), LocalTime.of(14, 0), LocalTime.of(8, 0), LocalTime.of(2, 0));

    /** What a window takes until its last account is done and we have read it. */
    private static final Duration TAKES = Duration.ofHours(3);

    private Windows() {}

    /**
     * The moment after which something must have come: the start of the second last window that is over.
     *
     * @param now present time
     */
    static Instant twoAgo(Instant now) {
        return lastBefore(lastBefore(now.minus(TAKES)));
    }

    /** The start of the last window that began before a moment. */
    private static Instant lastBefore(Instant moment) {
        LocalDate day = ZonedDateTime.ofInstant(moment, Provider.ZONE).toLocalDate();
        return STARTS.stream()
                .map(start -> day.atTime(start).atZone(Provider.ZONE).toInstant())
                .filter(start -> start.isBefore(moment))
                .findFirst()
                .orElseGet(() -> day.minusDays(1)
                        .atTime(STARTS.get(0))
                        .atZone(Provider.ZONE)
                        .toInstant());
    }
}
