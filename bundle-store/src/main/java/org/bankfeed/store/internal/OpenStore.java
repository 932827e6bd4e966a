package org.bankfeed.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.bankfeed.store.KeyRotation;
import org.bankfeed.store.Leases;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.Vault;

/**
 * A database that is open, with its services on it.
 *
 * <p>Public for this module's tests and its test helper; the package is not exported.
 */
public final class OpenStore implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Database database;
    private final DatabaseStore store;
    private final MasterKeyRing master;
    private final Turns turns;
    private final DatabaseVault vault;
    private final DatabaseLeases leases;
    private final OnlineRotation rotation;

    private OpenStore(Database database, KeySource source, Duration silence) {
        this.database = database;
        this.store = new DatabaseStore(database);
        Stage stage = store.own(DatabaseVault.STAGE, DatabaseVault.MIGRATIONS, silence.toMillis());
        this.master = new MasterKeyRing(stage, source);
        this.turns = new Turns(
                store.lockPool(DatabaseVault.STAGE, silence.toMillis()), stage, database.dialect(), silence.toMillis());
        DataKeys keys = new DataKeys(master);
        this.vault = new DatabaseVault(stage, keys, turns);
        this.leases = new DatabaseLeases(
                store.own(DatabaseLeases.STAGE, DatabaseLeases.MIGRATIONS, silence.toMillis()), database.dialect());
        this.rotation = new OnlineRotation(stage, master, keys, leases, silence);
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
    void useKeys(KeySource source) {
        master.use(source);
    }

    MasterKeyRing master() {
        return master;
    }

    DatabaseStore databaseStore() {
        return store;
    }

    @Override
    public void close() {
        turns.close();
        database.close();
    }
}
