package org.bankfeed.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.bankfeed.store.KeyRotation;
import org.bankfeed.store.Leases;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Store;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.Vault;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.config.StoreConfig;
import org.bankfeed.store.internal.database.Database;
import org.bankfeed.store.internal.database.Dialect;
import org.bankfeed.store.internal.database.Failures;
import org.bankfeed.store.internal.key.KeySource;
import org.bankfeed.store.internal.lease.DatabaseLeases;
import org.bankfeed.store.internal.stage.DatabaseStore;
import org.bankfeed.store.internal.vault.DatabaseVault;

/**
 * A database that is open, with its services on it.
 *
 * <p>Public for this module's tests and its test helper; the package is not exported.
 */
public final class OpenStore implements AutoCloseable {

    /** The tables of the vault. */
    public static final List<Migration> VAULT = List.of(
            Migration.of(OpenStore.class, "V1__vault.sql"),
            Migration.of(OpenStore.class, "V2__data_keys_and_fenced_turns.sql"));

    private static final List<Migration> LEASE = List.of(Migration.of(OpenStore.class, "V1__lease.sql"));
    private static final List<Migration> AUDIT = List.of(Migration.of(OpenStore.class, "V1__audit_log.sql"));

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Database database;
    private final DatabaseStore store;
    private final DatabaseVault vault;
    private final Leases leases;
    private final KeyRotation rotation;

    private OpenStore(Database database, KeySource source, Duration silence) {
        long silent = silence.toMillis();
        this.database = database;
        this.store = new DatabaseStore(database, AUDIT, Set.of(DatabaseVault.STAGE, DatabaseLeases.STAGE));
        this.vault = new DatabaseVault(
                store.own(DatabaseVault.STAGE, VAULT, silent),
                () -> store.lockPool(DatabaseVault.STAGE, DatabaseVault.WAIT_MILLIS, silent),
                database.dialect(),
                source,
                silence);
        this.leases = new DatabaseLeases(store.own(DatabaseLeases.STAGE, LEASE, silent), database.dialect());
        this.rotation = vault.rotation(leases, silence);
    }

    static OpenStore open(DataSource source, Dialect dialect, int poolSize, KeySource keys) {
        return open(source, dialect, poolSize, keys, SILENCE);
    }

    /**
     * Opens it all or nothing.
     *
     * @param silence for how long others wait for a node that is paused in a turn, in a transaction of ours, or while it
     *     changes the keys
     * @throws SettingsException if a setting cannot work
     * @throws StoreException.Unavailable if the database does not answer now
     */
    static OpenStore open(DataSource source, Dialect dialect, int poolSize, KeySource keys, Duration silence) {
        Database database = new Database(source, dialect, poolSize);
        boolean opened = false;
        try {
            database.probe();
            OpenStore store = new OpenStore(database, keys, silence);
            opened = true;
            return store;
        } catch (SQLException e) {
            throw Failures.passes(e)
                    ? new StoreException.Unavailable("The database does not answer: " + Failures.said(e), e)
                    : new SettingsException("The database refused the connection (" + Failures.said(e)
                            + "): correct url, user or password.file of " + StoreConfig.PID);
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    /** Why rooms' tables cannot be used. */
    List<String> problems() {
        return store.problems();
    }

    public Store store() {
        return store;
    }

    public Vault vault() {
        return vault;
    }

    public Leases leases() {
        return leases;
    }

    public KeyRotation keyRotation() {
        return rotation;
    }

    /**
     * Takes the master keys from elsewhere, while others work.
     *
     * @throws SettingsException if they cannot be read or do not fit; then nothing changes
     */
    public void useKeys(KeySource source) {
        vault.useKeys(source);
    }

    public DatabaseStore databaseStore() {
        return store;
    }

    @Override
    public void close() {
        vault.close();
        database.close();
    }
}
