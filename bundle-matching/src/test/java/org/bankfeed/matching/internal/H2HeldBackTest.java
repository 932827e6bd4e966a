package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2HeldBackTest extends HeldBackContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
