package org.bankfeed.store.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One database and the pools that we keep on it.
 *
 * <p>Every stage has a pool of its own, small and grown on demand: its connections stay on the stage's schema, so that
 * prepared plans live on, and a room that works with two stages at once can never starve itself.
 */
public final class Database implements AutoCloseable {

    private static final long CONNECT_MILLIS = TimeUnit.SECONDS.toMillis(15);
    private static final long IDLE_MILLIS = TimeUnit.MINUTES.toMillis(2);

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DataSource source;
    private final Dialect dialect;
    private final int poolSize;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bankfeed-store-pools");
        thread.setDaemon(true);
        return thread;
    });
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final AtomicBoolean written = new AtomicBoolean();

    public Database(DataSource source, Dialect dialect, int poolSize) {
        this.source = source;
        this.dialect = dialect;
        this.poolSize = poolSize;
        String sync = dialect.sync();
        if (sync != null) {
            housekeeping.scheduleWithFixedDelay(() -> sync(sync), 1, 1, TimeUnit.SECONDS);
        }
    }

    public static String schema(String stage) {
        return "bankfeed_" + stage;
    }

    /** Somebody committed something. */
    public void written() {
        written.lazySet(true);
    }

    private void sync(String statement) {
        if (written.getAndSet(false)) {
            try (Connection connection = source.getConnection();
                    Statement sync = connection.createStatement()) {
                sync.execute(statement);
            } catch (SQLException e) {
                LOG.debug("The database could not be synchronized with the disk", e);
                written.set(true);
            }
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Where connections come from that are no stage's own: migrations. */
    DataSource source() {
        return source;
    }

    /** Asks for one connection, to hear at once whether the database answers. */
    public void probe() throws SQLException {
        source.getConnection().close();
    }

    /**
     * @param name for the pool's threads and log lines
     * @param lockMillis how long a statement waits for another's row
     * @param silentMillis after how long without a word a transaction is ended, if this process is paused; 0 for never
     */
    public synchronized Jdbi pool(String name, String schema, long lockMillis, long silentMillis) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("bankfeed-" + name);
        config.setDataSource(source);
        config.setSchema(schema);
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(1);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setConnectionInitSql(waits(lockMillis, silentMillis));
        config.setScheduledExecutor(housekeeping);
        try {
            HikariDataSource pool = new HikariDataSource(config);
            pools.add(pool);
            return Jdbi.create(pool).configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(false));
        } catch (RuntimeException e) {
            throw Failures.of("connecting", e);
        }
    }

    private String waits(long lockMillis, long silentMillis) {
        String silent = silentMillis == 0 ? null : dialect.silentAtMost(silentMillis, false);
        return dialect.waitAtMost(lockMillis) + (silent == null ? "" : "; " + silent);
    }

    @Override
    public synchronized void close() {
        housekeeping.shutdownNow();
        if (dialect == Dialect.H2) {
            shutDown();
        }
        pools.forEach(HikariDataSource::close);
        pools.clear();
    }

    /** H2 writes its last word and frees the file, also when somebody still holds a connection. */
    private void shutDown() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            // it is closed already, and every commit was in the file before
        }
    }
}
