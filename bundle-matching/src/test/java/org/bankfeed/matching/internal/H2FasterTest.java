package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2FasterTest extends FasterContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
