package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2LearnedTest extends LearnedContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
