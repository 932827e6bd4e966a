package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2NoticeTest extends NoticeContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
