package org.bankfeed.store.internal.database;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Makes Flyway's loggers; public because Flyway makes it by its name. */
public final class QuietLogs implements LogCreator {

    @Override
    public Log createLogger(Class<?> who) {
        return new QuietLog(who);
    }
}
