package org.bankfeed.store.internal;

import java.util.Locale;

/** The databases that we speak, and where they differ. */
enum Dialect {
    H2("jdbc:h2:", "org.h2.Driver") {
        /**
         * What our SQL and our promises need: PostgreSQL's ways; a commit that is in the file when it returns; plans
         * kept for all of a room's statements; closing left to us rather than to a race at exit.
         */
        @Override
        String complete(String url) {
            StringBuilder complete = new StringBuilder(url);
            for (String setting : new String[] {
                "MODE=PostgreSQL",
                "DATABASE_TO_LOWER=TRUE",
                "DEFAULT_NULL_ORDERING=HIGH",
                "WRITE_DELAY=0",
                "LOCK_TIMEOUT=10000",
                "QUERY_CACHE_SIZE=256",
                "NON_KEYWORDS=VALUE",
                "DB_CLOSE_ON_EXIT=FALSE"
            }) {
                String key = setting.substring(0, setting.indexOf('='));
                if (!url.toUpperCase(Locale.ROOT).contains(";" + key + "=")) {
                    complete.append(';').append(setting);
                }
            }
            return complete.toString();
        }

        @Override
        String waitAtMost(long milliseconds) {
            return "set lock_timeout " + milliseconds;
        }
    },

    POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver") {
        @Override
        String complete(String url) {
            return url;
        }

        @Override
        String waitAtMost(long milliseconds) {
            return "set lock_timeout = " + milliseconds;
        }
    };

    private final String prefix;
    private final String driver;

    Dialect(String prefix, String driver) {
        this.prefix = prefix;
        this.driver = driver;
    }

    /** @throws SettingsException if it is the URL of no database that we know */
    static Dialect of(String url) {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new SettingsException("url is '" + url.replaceAll("\\?.*", "?…")
                + "', but must begin with jdbc:h2: or jdbc:postgresql: (configuration " + StoreConfig.PID + ")");
    }

    /** The class that the driver's {@code DataSourceFactory} is registered under. */
    String driver() {
        return driver;
    }

    /** The URL with what we rely on, where it does not say otherwise. */
    abstract String complete(String url);

    /** The statement that bounds how long a connection waits for another's lock. */
    abstract String waitAtMost(long milliseconds);
}
