package org.bankfeed.store.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.store.StoreException;
import org.jdbi.v3.core.Jdbi;

/** The store over one database. */
final class DatabaseStore implements Store {

    private static final long LOCK_MILLIS = 10_000;
    private static final Set<String> OWN = Set.of(AuditLog.STAGE, DatabaseVault.STAGE, DatabaseLeases.STAGE);

    private final Database database;
    private final Map<String, Opened> stages = new HashMap<>();
    private final Map<String, String> refused = new ConcurrentSkipListMap<>();
    private final Jdbi auditPool;

    DatabaseStore(Database database) {
        this.database = database;
        new SchemaVersions(database, AuditLog.STAGE).bringUpToDate(AuditLog.MIGRATIONS);
        this.auditPool = database.pool(AuditLog.STAGE, schema(AuditLog.STAGE), LOCK_MILLIS, 0);
    }

    static String schema(String stage) {
        return "bankfeed_" + stage;
    }

    @Override
    public Stage stage(String name, List<Migration> migrations) {
        if (!name.matches("[a-z]{1,30}") || OWN.contains(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no stage's name: use 1 to 30 lower-case letters, and none of " + OWN);
        }
        return own(name, migrations, 0);
    }

    /**
     * Opens a stage, our own ones too. One after the other: a room's start is no hot path.
     *
     * @param silentMillis after how long without a word a transaction is ended; 0 for never
     */
    synchronized Stage own(String name, List<Migration> migrations, long silentMillis) {
        Opened opened = stages.get(name);
        if (opened != null && opened.migrations().equals(migrations)) {
            return opened.stage();
        }
        bringUpToDate(name, migrations);
        Stage stage = opened != null
                ? opened.stage()
                : new PooledStage(database.pool(name, schema(name), LOCK_MILLIS, silentMillis), database);
        stages.put(name, new Opened(List.copyOf(migrations), stage));
        return stage;
    }

    private void bringUpToDate(String name, List<Migration> migrations) {
        try {
            new SchemaVersions(database, name).bringUpToDate(migrations);
            refused.remove(name);
        } catch (StoreException e) {
            refused.put(name, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Why rooms could not have their tables. */
    List<String> problems() {
        return List.copyOf(refused.values());
    }

    /** Connections on a stage's schema for locks that are held long. */
    Jdbi lockPool(String stage, long silentMillis) {
        return database.pool(stage + "-turns", schema(stage), Turns.WAIT_MILLIS, silentMillis);
    }

    /** Walks a company's audit log; says the first fault in words, if there is one. */
    Optional<String> auditFault(CompanyId company) {
        return auditPool.inTransaction(handle -> AuditLog.firstFault(handle, company.value()));
    }

    private record Opened(List<Migration> migrations, Stage stage) {}
}
