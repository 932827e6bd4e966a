package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.store.Lease;
import org.bankfeed.store.testing.TestStore;
import org.junit.jupiter.api.Test;

final class HintedReadingTest extends JournalHarness {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }

    @Test
    void readsSoonAfterAWebhookAndWhatWaitedBeforeTheStart() throws Exception {
        readSeven();
        receive(Events.created("e1", 1, clock.instant()));
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(2);

        HintedReading reading = new HintedReading(watched(read, again), store.leases(), Duration.ofMillis(5));
        assertThat(read.await(20, TimeUnit.SECONDS)).isTrue();
        receive(Events.created("e2", 1, clock.instant()));
        assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
        reading.close();
        assertThat(journal.hinted()).doesNotContain(anna.company());
    }

    @Test
    void leavesACompanyThatAnotherNodeReads() throws Exception {
        readSeven();
        receive(Events.created("e1", 1, clock.instant()));
        int calls = fake.calls();
        Lease elsewhere = store.leases()
                .acquire(HintedReading.LEASE, anna.company(), Duration.ofMinutes(1))
                .orElseThrow();

        HintedReading reading = new HintedReading(journal, store.leases(), Duration.ofDays(1));
        reading.readAll();
        assertThat(fake.calls()).isEqualTo(calls);
        elsewhere.release();
        reading.readAll();
        reading.close();
        assertThat(fake.calls()).isGreaterThan(calls);
        assertThat(journal.hinted()).doesNotContain(anna.company());
    }

    /** The journal, but it is known how often it was read. */
    private HintedLinks watched(CountDownLatch... readings) {
        return new HintedLinks() {
            @Override
            public Set<CompanyId> hinted() {
                return journal.hinted();
            }

            @Override
            public SyncReceipt readHinted(CompanyId company) {
                SyncReceipt receipt = journal.readHinted(company);
                List.of(readings).forEach(CountDownLatch::countDown);
                return receipt;
            }

            @Override
            public void onHint(Runnable ring) {
                journal.onHint(ring);
            }

            @Override
            public void tidy() {
                journal.tidy();
            }
        };
    }
}
