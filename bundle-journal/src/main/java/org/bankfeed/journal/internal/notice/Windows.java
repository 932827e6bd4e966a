package org.bankfeed.journal.internal.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The times of day at which a provider asks the banks by itself.
 *
 * @param starts in order; empty if it never does
 * @param zone whose clock they follow
 */
public record Windows(List<LocalTime> starts, ZoneId zone) {

    public static final Windows PONTO = new Windows(
            List.of(LocalTime.of(2, 0), LocalTime.of(8, 0), LocalTime.of(14, 0), LocalTime.of(20, 0)), Provider.ZONE);

    /** What a window takes until its last account is done and we have read it. */
    private static final Duration TAKES = Duration.ofHours(3);

    public Windows {
        starts = starts.stream().sorted().distinct().toList();
    }

    /**
     * The moment after which something must have come: the start of the second last window that is over.
     *
     * @param now present time
     */
    public Instant twoAgo(Instant now) {
        return lastBefore(lastBefore(now.minus(TAKES)));
    }

    /** The start of the last window that began before a moment. */
    private Instant lastBefore(Instant moment) {
        return around(moment)
                .filter(start -> start.isBefore(moment))
                .reduce((first, last) -> last)
                .orElse(moment);
    }

    /** The start of the first window that begins after a moment; of one that has windows. */
    public Instant firstAfter(Instant moment) {
        return around(moment).filter(start -> start.isAfter(moment)).findFirst().orElseThrow();
    }

    private Stream<Instant> around(Instant moment) {
        LocalDate day = ZonedDateTime.ofInstant(moment, zone).toLocalDate();
        return Stream.of(day.minusDays(1), day, day.plusDays(1)).flatMap(this::on);
    }

    private Stream<Instant> on(LocalDate day) {
        return starts.stream().map(start -> day.atTime(start).atZone(zone).toInstant());
    }
}
