package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.store.testing.TestStore;
import org.junit.jupiter.api.Test;

final class ReadingScheduleTest extends JournalHarness {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }

    @Test
    void readsEveryCompanyThatIsLinked() throws Exception {
        shareCurrent();
        fake.bring(CURRENT, Lines.line("t1", "2026-02-01", "1", "x"));
        link(anna);
        fake.failNext(new BankFeedException.Refused("no", null, null));

        ReadingSchedule schedule = new ReadingSchedule(journal, 0, TimeUnit.MINUTES);
        schedule.readAll();
        assertThat(told()).isEmpty();
        schedule.readAll();
        assertThat(told()).containsExactly("NEW t1");
        schedule.close();
        fake.bring(CURRENT, Lines.line("t2", "2026-02-02", "1", "x"));
        schedule.readAll();
        assertThat(told()).hasSize(1);
    }

    @Test
    void refusesAnIntervalThatIsNone() {
        assertThatThrownBy(() -> new ReadingSchedule(journal, -1, TimeUnit.MINUTES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interval -1");
    }
}
