package org.bankfeed.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private final VirtualClock clock = new VirtualClock(DAY, LocalTime.NOON);

    @Test
    void standsStillOnTheWallInBrussels() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
    }

    @Test
    void movesInEveryZoneAtOnce() {
        Clock elsewhere = clock.withZone(VirtualClock.BANK_ZONE);

        clock.moveTo(DAY.plusDays(1), LocalTime.of(9, 0));

        assertThat(LocalDate.now(elsewhere)).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void neverGoesBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.moveTo(DAY, LocalTime.of(11, 59)));
    }
}
