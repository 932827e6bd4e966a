package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.internal.notice.Windows;
import org.bankfeed.journal.internal.table.ReadingRow;
import org.junit.jupiter.api.Test;

final class ReadingPlanTest {

    private static final Duration SPREAD = Duration.ofMinutes(60);
    private final ReadingPlan plan = new ReadingPlan(Windows.PONTO, Duration.ofMinutes(30), SPREAD, 1);

    @Test
    void everyCompanyHasItsOwnMomentAndTheyAreSpreadEvenly() {
        List<Long> minutes = IntStream.range(0, 1000)
                .mapToObj(i -> next("company" + i, "2026-03-10T10:00:00Z"))
                .map(moment -> Duration.between(Instant.parse("2026-03-10T13:30:00Z"), moment)
                        .toMinutes())
                .toList();
        assertThat(minutes).allMatch(minute -> minute >= 0 && minute < 60);
        for (int quarter = 0; quarter < 4; quarter++) {
            long from = quarter * 15L;
            assertThat(minutes.stream().filter(minute -> minute >= from && minute < from + 15))
                    .hasSizeBetween(200, 300);
        }
        assertThat(next("company1", "2026-03-10T10:00:00Z")).isEqualTo(next("company1", "2026-03-10T11:00:00Z"));
    }

    @Test
    void aReadingBeforeItsOwnMomentDoesNotStandForTheWindow() {
        Instant moment = next("company1", "2026-03-10T10:00:00Z");
        assertThat(next("company1", moment.minusSeconds(1).toString())).isEqualTo(moment);
        assertThat(next("company1", moment.toString())).isEqualTo(moment.plus(Duration.ofHours(6)));
    }

    @Test
    void windowsFollowTheClockOfTheirZoneThroughTheChangeOfSummerTime() {
        ReadingPlan exact = new ReadingPlan(Windows.PONTO, Duration.ZERO, Duration.ZERO, 1);
        ReadingRow saturday = row("c", "2026-03-28T19:30:00Z"); // 20:30, winter time
        assertThat(exact.next(saturday)).contains(Instant.parse("2026-03-29T01:00:00Z")); // 02:00 is not there: 03:00
        ReadingRow sunday = row("c", "2026-03-29T01:00:00Z");
        assertThat(exact.next(sunday)).contains(Instant.parse("2026-03-29T06:00:00Z")); // 08:00 summer time
    }

    @Test
    void saysWhichKeyOfTheConfigurationIsWrong() {
        refused("windows is '8 o clock'", "8 o clock", "Europe/Brussels", 30, 1);
        refused("zone is 'Brussels'", "08:00", "Brussels", 30, 1);
        refused("delay is '-1'", "08:00", "Europe/Brussels", -1, 1);
        refused("workers is '0'; it must be a number from 1 to 32", "08:00", "Europe/Brussels", 30, 0);
    }

    private static void refused(String message, String windows, String zone, int delay, int workers) {
        assertThatThrownBy(() -> ReadingPlan.Times.of(windows, zone, delay, 60, workers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("configuration org.bankfeed.journal: " + message);
    }

    @Test
    void windowsAreReadInAnyOrderAndMayBeNone() {
        Windows read =
                ReadingPlan.Times.of("20:00,02:00 , 08:00", "UTC", 0, 0, 1).windows();
        assertThat(read.starts()).extracting(Object::toString).containsExactly("02:00", "08:00", "20:00");
        assertThat(ReadingPlan.Times.of(" ", "UTC", 0, 0, 1).windows().starts()).isEmpty();
    }

    private Instant next(String company, String lastRead) {
        return plan.next(row(company, lastRead)).orElseThrow();
    }

    private static ReadingRow row(String company, String lastRead) {
        return new ReadingRow(new CompanyId(company), Instant.parse(lastRead), null, 0, 0);
    }
}
