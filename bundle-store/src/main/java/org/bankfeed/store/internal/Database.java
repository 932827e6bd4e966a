package org.bankfeed.store.internal;

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
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * One database and the pools that we keep on it.
 *
 * <p>Every stage has a pool of its own, small and grown on demand: its connections stay on the stage's schema, so that
 * prepared plans live on, and a room that works with two stages at once can never starve itself.
 */
final class Database implements AutoCloseable {

    private static final long CONNECT_MILLIS = TimeUnit.SECONDS.toMillis(15);
    private static final long IDLE_MILLIS = TimeUnit.MINUTES.toMillis(2);

    private final DataSource source;
    private final Dialect dialect;
    private final int poolSize;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bankfeed-store-pools");
        thread.setDaemon(true);
        return thread;
    });
    private final List<HikariDataSource> pools = new ArrayList<>();

    Database(DataSource source, Dialect dialect, int poolSize) {
        this.source = source;
        this.dialect = dialect;
        this.poolSize = poolSize;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Where connections come from that are no stage's own: migrations. */
    DataSource source() {
        return source;
    }

    /** Asks for one connection, to hear at once whether the database answers. */
    void probe() throws SQLException {
        source.getConnection().close();
    }

    /**
     * @param name for the pool's threads and log lines
     * @param lockMillis how long a statement waits for another's row
     */
    synchronized Jdbi pool(String name, String schema, long lockMillis) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("bankfeed-" + name);
        config.setDataSource(source);
        config.setSchema(schema);
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(1);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setConnectionInitSql(dialect.waitAtMost(lockMillis));
        config.setScheduledExecutor(housekeeping);
        try {
            HikariDataSource pool = new HikariDataSource(config);
            pools.add(pool);
            return Jdbi.create(pool).configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(false));
        } catch (RuntimeException e) {
            throw Failures.of("connecting", e);
        }
    }

    @Override
    public synchronized void close() {
        if (dialect == Dialect.H2) {
            shutDown();
        }
        pools.forEach(HikariDataSource::close);
        pools.clear();
        housekeeping.shutdownNow();
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
