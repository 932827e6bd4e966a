package org.bankfeed.store.internal;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.bankfeed.store.Store;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.Vault;

/**
 * A database that is open, with both services on it.
 *
 * <p>Public for this module's tests and its test helper; the package is not exported.
 */
public final class OpenStore implements AutoCloseable {

    private final Database database;
    private final DatabaseStore store;
    private final DatabaseVault vault;

    private OpenStore(Database database, KeySource keys) {
        this.database = database;
        this.store = new DatabaseStore(database);
        this.vault = DatabaseVault.open(store, keys);
    }

    /**
     * Opens it all or nothing.
     *
     * @throws SettingsException if a setting cannot work
     * @throws StoreException.Unavailable if the database does not answer now
     */
    static OpenStore open(DataSource source, Dialect dialect, int poolSize, KeySource keys) {
        Database database = new Database(source, dialect, poolSize);
        boolean opened = false;
        try {
            database.probe();
            OpenStore store = new OpenStore(database, keys);
            opened = true;
            return store;
        } catch (SQLException e) {
            throw Failures.passes(e)
                    ? new StoreException.Unavailable("The database does not answer: " + e.getMessage(), e)
                    : new SettingsException("The database refused the connection (" + e.getMessage()
                            + "): correct url, user or password.file of " + StoreConfig.PID);
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    public Store store() {
        return store;
    }

    public Vault vault() {
        return vault;
    }

    DatabaseStore databaseStore() {
        return store;
    }

    @Override
    public void close() {
        database.close();
    }
}
