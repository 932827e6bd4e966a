package org.bankfeed.store.internal.database;

import org.flywaydb.core.api.logging.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway's words, for who asks for them: what goes wrong is thrown, and said by us in a sentence. */
final class QuietLog implements Log {

    private final Logger log;

    QuietLog(Class<?> who) {
        this.log = LoggerFactory.getLogger(who);
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(String message) {
        log.trace(message);
    }

    @Override
    public void info(String message) {
        log.debug(message);
    }

    @Override
    public void warn(String message) {
        log.debug(message);
    }

    @Override
    public void error(String message) {
        log.debug(message);
    }

    @Override
    public void error(String message, Exception failure) {
        log.debug(message, failure);
    }

    @Override
    public void notice(String message) {
        log.debug(message);
    }
}
