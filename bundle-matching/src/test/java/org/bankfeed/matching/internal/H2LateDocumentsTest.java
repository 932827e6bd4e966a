package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2LateDocumentsTest extends LateDocumentsContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
