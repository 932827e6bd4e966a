package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2ReadingTest extends ReadingContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
