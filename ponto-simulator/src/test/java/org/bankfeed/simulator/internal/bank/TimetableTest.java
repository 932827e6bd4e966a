package org.bankfeed.simulator.internal.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T12:59:59Z, 2026-01-15T07:00:00Z",
        "2026-01-15T13:00:00Z, 2026-01-15T13:00:00Z",
        "2026-07-15T12:00:00Z, 2026-07-15T12:00:00Z",
        "2026-01-15T00:30:00Z, 2026-01-14T19:00:00Z",
        "2026-03-29T01:30:00Z, 2026-03-29T01:00:00Z", // the clock jumps over two o'clock
        "2026-10-25T12:30:00Z, 2026-10-25T07:00:00Z"
    })
    void runsFourTimesADayByTheClockOnTheWall(Instant now, Instant lastRun) {
        assertThat(Timetable.lastRun(now)).isEqualTo(lastRun);
    }
}
