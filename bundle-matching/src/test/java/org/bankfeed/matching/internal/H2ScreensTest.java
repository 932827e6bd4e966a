package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2ScreensTest extends ScreensContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
