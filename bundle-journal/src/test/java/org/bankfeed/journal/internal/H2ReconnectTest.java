package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2ReconnectTest extends ReconnectContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
