package org.bankfeed.benchmarks.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bankfeed.history.HistoryTransaction;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final int PAGE = 100;

    @Test
    void someYearsHaveADayThatBringsMoreLinesThanAPageHolds() {
        long some = LongStream.rangeClosed(1, 40)
                .filter(seed -> busiestDay(seed) > PAGE)
                .count();

        assertThat(some).isBetween(4L, 20L);
    }

    private static long busiestDay(long seed) {
        Map<LocalDate, Long> days = Company.life(seed, FIRST, 365)
                .transactions()
                .collect(Collectors.groupingBy(HistoryTransaction::executionDate, Collectors.counting()));
        return days.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
