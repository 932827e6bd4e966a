package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2BatchTest extends BatchContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
