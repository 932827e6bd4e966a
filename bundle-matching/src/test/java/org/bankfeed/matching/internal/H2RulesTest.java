package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2RulesTest extends RulesContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
