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
    static final List<Migration> MIGRATIONS = List.of(
            Migration.of(DatabaseVault.class, "V1__vault.sql"),
            Migration.of(DatabaseVault.class, "V2__data_keys_and_fenced_turns.sql"));

    private final Stage stage;
    private final DataKeys dataKeys;
    private final Turns turns;

    DatabaseVault(Stage stage, DataKeys dataKeys, Turns turns) {
        this.stage = stage;
        this.dataKeys = dataKeys;
        this.turns = turns;
    }

    @Override
    public Secrets secretsOf(CompanyId company, String owner) {
        return new StoredSecrets(stage, dataKeys, turns, new Thing(company.value(), owner));
    }
}
