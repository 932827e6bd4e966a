package org.bankfeed.store.internal;

import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Vault;

/** The vault over its own stage, so that its changes commit by themselves whatever transaction is open around. */
final class DatabaseVault implements Vault {

    static final String STAGE = "vault";
    static final List<Migration> MIGRATIONS = List.of(Migration.of(DatabaseVault.class, "V1__vault.sql"));

    private final Stage stage;
    private final MasterKey key;
    private final Turns turns;

    private DatabaseVault(Stage stage, MasterKey key, Turns turns) {
        this.stage = stage;
        this.key = key;
        this.turns = turns;
    }

    /** @throws SettingsException if the key is missing, open to others, or not the one that the secrets need */
    static DatabaseVault open(DatabaseStore store, KeySource source) {
        Stage stage = store.own(STAGE, MIGRATIONS);
        List<String> used = stage.inTransaction(
                unit -> unit.query("select distinct key_id from secret", row -> row.text("key_id")));
        MasterKey key = source.key(!used.isEmpty());
        if (used.stream().anyMatch(id -> !id.equals(key.id()))) {
            throw new SettingsException("The master key is another one than the secrets were encrypted with (" + source
                    + "): put the former key back from your backup");
        }
        return new DatabaseVault(stage, key, new Turns(store.lockPool(STAGE)));
    }

    @Override
    public Secrets secretsOf(CompanyId company, String owner) {
        return new StoredSecrets(stage, key, turns, new Thing(company.value(), owner));
    }
}
