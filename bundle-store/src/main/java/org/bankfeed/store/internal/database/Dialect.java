package org.bankfeed.store.internal.database;

import java.util.Locale;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.config.StoreConfig;
import org.jspecify.annotations.Nullable;

/** The databases that we speak, and where they differ. */
public enum Dialect {
    H2("jdbc:h2:", "org.h2.Driver") {
        /**
         * What our SQL needs: PostgreSQL's ways; plans kept for all of a room's statements; closing left to us rather
         * than to a race at exit.
         */
        @Override
        public String complete(String url) {
            StringBuilder complete = new StringBuilder(url);
            for (String setting : new String[] {
                "MODE=PostgreSQL",
                "DATABASE_TO_LOWER=TRUE",
                "DEFAULT_NULL_ORDERING=HIGH",
                "LOCK_TIMEOUT=10000",
                "QUERY_CACHE_SIZE=256",
                "NON_KEYWORDS=VALUE",
                "RETENTION_TIME=3000",
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
        public String waitAtMost(long milliseconds) {
            return "set lock_timeout " + milliseconds;
        }

        /** One process has the file: who is paused, pauses all. */
        @Override
        public @Nullable String silentAtMost(long milliseconds, boolean transactionOnly) {
            return null;
        }

        @Override
        public String now() {
            return "current_timestamp";
        }

        @Override
        public String inMilliseconds() {
            return "dateadd('MILLISECOND', ?, current_timestamp)";
        }

        @Override
        public String forShare() {
            return " for update";
        }

        /**
         * H2 writes half a second after a commit. {@code WRITE_DELAY=0} would write at once, but it also stops the
         * thread that clears the file up: 24 000 small transactions then leave 258 MB for 11 MB of data. So we ask for
         * it ourselves.
         */
        @Override
        public String writeOut() {
            return "checkpoint";
        }

        @Override
        public String sync() {
            return "checkpoint sync";
        }
    },

    POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver") {
        @Override
        public String complete(String url) {
            return url;
        }

        @Override
        public String waitAtMost(long milliseconds) {
            return "set lock_timeout = " + milliseconds;
        }

        @Override
        public String silentAtMost(long milliseconds, boolean transactionOnly) {
            return "set " + (transactionOnly ? "local " : "") + "idle_in_transaction_session_timeout = " + milliseconds;
        }

        @Override
        public String now() {
            return "clock_timestamp()";
        }

        @Override
        public String inMilliseconds() {
            return "clock_timestamp() + ? * interval '1 millisecond'";
        }

        @Override
        public String forShare() {
            return " for share";
        }

        @Override
        public @Nullable String writeOut() {
            return null;
        }

        @Override
        public @Nullable String sync() {
            return null;
        }
    };

    private final String prefix;
    private final String driver;

    Dialect(String prefix, String driver) {
        this.prefix = prefix;
        this.driver = driver;
    }

    /** @throws SettingsException if it is the URL of no database that we know */
    public static Dialect of(String url) {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new SettingsException("url is '" + url.replaceAll("\\?.*", "?…")
                + "', but must begin with jdbc:h2: or jdbc:postgresql: (configuration " + StoreConfig.PID + ")");
    }

    /** The class that the driver's {@code DataSourceFactory} is registered under. */
    public String driver() {
        return driver;
    }

    /** The URL with what we rely on, where it does not say otherwise. */
    public abstract String complete(String url);

    /** The statement that bounds how long a connection waits for another's lock. */
    public abstract String waitAtMost(long milliseconds);

    /**
     * The statement after which the server ends a transaction that it hears nothing of for so long; {@code null} where
     * nothing can be silent that others wait for.
     *
     * @param transactionOnly for the present transaction, rather than for all of the connection
     */
    public abstract @Nullable String silentAtMost(long milliseconds, boolean transactionOnly);

    /** The database's own time. */
    public abstract String now();

    /** The moment that comes as many milliseconds later as its one parameter says. */
    public abstract String inMilliseconds();

    /** Ends a select whose rows shall stay as they are until the transaction ends, though others may read them too. */
    public abstract String forShare();

    /** The statement after which a commit survives a kill; {@code null} where the commit alone does that. */
    public abstract @Nullable String writeOut();

    /**
     * The statement after which what was written out survives a power failure too, to be run every second; {@code null}
     * where the commit alone does that. It costs a turn of the disk, so H2 does not do it for each commit; and because
     * it comes more often than {@code RETENTION_TIME} frees old blocks, a failure finds a whole database, at worst a
     * second old.
     */
    public abstract @Nullable String sync();
}
