package org.bankfeed.store.internal.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.internal.audit.AuditLog;
import org.bankfeed.store.internal.database.Database;
import org.bankfeed.store.internal.database.SchemaVersions;
import org.jdbi.v3.core.Jdbi;

/** The store over one database. */
public final class DatabaseStore implements Store {

    private static final long LOCK_MILLIS = 10_000;

    private final Database database;
    private final Map<String, Opened> stages = new HashMap<>();
    private final Map<String, String> refused = new ConcurrentSkipListMap<>();
    private final Set<String> reserved;
    private final Jdbi auditPool;

    /**
     * @param audit makes the tables of the audit log
     * @param reserved the names of stages, beside the audit log's, that no room may have
     */
    public DatabaseStore(Database database, List<Migration> audit, Set<String> reserved) {
        this.database = database;
        this.reserved =
                Stream.concat(reserved.stream(), Stream.of(AuditLog.STAGE)).collect(Collectors.toUnmodifiableSet());
        new SchemaVersions(database, AuditLog.STAGE).bringUpToDate(audit);
        this.auditPool = database.pool(AuditLog.STAGE, Database.schema(AuditLog.STAGE), LOCK_MILLIS, 0);
    }

    @Override
    public Stage stage(String name, List<Migration> migrations) {
        if (!name.matches("[a-z]{1,30}") || reserved.contains(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no stage's name: use 1 to 30 lower-case letters, and none of " + reserved);
        }
        return own(name, migrations, 0);
    }

    /**
     * Opens a stage, our own ones too. One after the other: a room's start is no hot path.
     *
     * @param silentMillis after how long without a word a transaction is ended; 0 for never
     */
    public synchronized Stage own(String name, List<Migration> migrations, long silentMillis) {
        Opened opened = stages.get(name);
        if (opened != null && opened.migrations().equals(migrations)) {
            return opened.stage();
        }
        bringUpToDate(name, migrations);
        Stage stage = opened != null
                ? opened.stage()
                : new PooledStage(database.pool(name, Database.schema(name), LOCK_MILLIS, silentMillis), database);
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
    public List<String> problems() {
        return List.copyOf(refused.values());
    }

    /** Connections on a stage's schema for locks that are held long. */
    public Jdbi lockPool(String stage, long waitMillis, long silentMillis) {
        return database.pool(stage + "-turns", Database.schema(stage), waitMillis, silentMillis);
    }

    /** Walks a company's audit log; says the first fault in words, if there is one. */
    public Optional<String> auditFault(CompanyId company) {
        return auditPool.inTransaction(handle -> AuditLog.firstFault(handle, company.value()));
    }

    private record Opened(List<Migration> migrations, Stage stage) {}
}
