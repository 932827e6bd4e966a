package org.bankfeed.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class RunningClockTest {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 10, 24);
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final VirtualClock real = new VirtualClock(SATURDAY, LocalTime.of(23, 30));
    private final RunningClock clock = new RunningClock(real);

    @Test
    void isTheRealTimeUntilItIsPutForward() {
        real.moveTo(SATURDAY, LocalTime.of(23, 45));

        assertThat(clock.instant()).isEqualTo(real.instant());
        assertThat(clock.today()).isEqualTo(SATURDAY);
    }

    @Test
    void runsOnFromWhereItWasPut() {
        clock.moveTo(SATURDAY.plusDays(3), NINE);

        real.moveTo(SATURDAY, LocalTime.of(23, 50));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-10-27T08:20:00Z"));
    }

    @Test
    void aDayIsADayOnTheWallWhereTheClocksGoBack() {
        clock.moveTo(SATURDAY.plusDays(1), NINE); // an hour later than a clock without summer time says

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-10-25T08:00:00Z"));
        assertThat(clock.today()).isEqualTo(SATURDAY.plusDays(1));
    }

    @Test
    void movesInEveryZoneAtOnce() {
        Clock elsewhere = clock.withZone(VirtualClock.BANK_ZONE);

        clock.moveTo(SATURDAY.plusDays(1), NINE);

        assertThat(LocalDate.now(elsewhere)).isEqualTo(SATURDAY.plusDays(1));
        assertThat(LocalTime.now(elsewhere)).isEqualTo(NINE);
    }

    @Test
    void neverGoesBack() {
        clock.moveTo(SATURDAY.plusDays(1), NINE);

        assertThatIllegalArgumentException().isThrownBy(() -> clock.moveTo(SATURDAY.plusDays(1), LocalTime.of(8, 59)));
    }
}
