package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2PaymentMatchingTest extends StorePaymentMatchingContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
