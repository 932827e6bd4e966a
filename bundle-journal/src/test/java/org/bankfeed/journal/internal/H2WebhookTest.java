package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2WebhookTest extends WebhookContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
