package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2OtherOrganizationTest extends OtherOrganizationContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
