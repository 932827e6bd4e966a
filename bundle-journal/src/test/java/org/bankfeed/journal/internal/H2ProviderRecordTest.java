package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2ProviderRecordTest extends ProviderRecordContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
