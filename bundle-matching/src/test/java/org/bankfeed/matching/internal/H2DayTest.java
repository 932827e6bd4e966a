package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2DayTest extends DayContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
