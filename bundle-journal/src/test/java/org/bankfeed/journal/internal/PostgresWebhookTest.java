package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.PostgresServer;
import org.bankfeed.store.testing.TestStore;

final class PostgresWebhookTest extends WebhookContract {

    @Override
    TestStore open() {
        return PostgresServer.sharedStore();
    }
}
