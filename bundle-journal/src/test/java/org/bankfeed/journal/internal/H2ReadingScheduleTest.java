package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2ReadingScheduleTest extends ReadingScheduleContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
