package org.bankfeed.store.internal.vault;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.KeyRotation;
import org.bankfeed.store.Leases;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Vault;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.database.Dialect;
import org.bankfeed.store.internal.key.KeySource;
import org.jdbi.v3.core.Jdbi;

/** The vault over its own stage, so that its changes commit by themselves whatever transaction is open around. */
public final class DatabaseVault implements Vault, AutoCloseable {

    public static final String STAGE = "vault";

    /** How long one waits for another's turn. */
    public static final long WAIT_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final Stage stage;
    private final MasterKeyRing master;
    private final DataKeys dataKeys;
    private final Turns turns;

    /**
     * @param locks opens connections that wait {@link #WAIT_MILLIS} for a lock
     * @param silence for how long others wait for a node that is paused in a turn
     * @throws SettingsException if a key is missing, open to others, or not one that the secrets need
     */
    public DatabaseVault(Stage stage, Supplier<Jdbi> locks, Dialect dialect, KeySource source, Duration silence) {
        this.stage = stage;
        this.master = new MasterKeyRing(stage, source);
        this.dataKeys = new DataKeys(master);
        this.turns = new Turns(locks.get(), stage, dialect, silence.toMillis());
    }

    @Override
    public Secrets secretsOf(CompanyId company, String owner) {
        return new StoredSecrets(stage, dataKeys, turns, new Thing(company.value(), owner));
    }

    /** @param silence for how long others wait for a node that is paused while it changes the keys */
    public KeyRotation rotation(Leases leases, Duration silence) {
        return new OnlineRotation(stage, master, dataKeys, leases, silence);
    }

    /**
     * Takes the master keys from elsewhere, while others work.
     *
     * @throws SettingsException if they cannot be read or do not fit; then nothing changes
     */
    public void useKeys(KeySource source) {
        master.use(source);
    }

    MasterKeyRing master() {
        return master;
    }

    @Override
    public void close() {
        turns.close();
    }
}
