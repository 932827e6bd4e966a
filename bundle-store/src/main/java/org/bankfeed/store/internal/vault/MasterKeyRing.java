package org.bankfeed.store.internal.vault;

import java.util.List;
import org.bankfeed.store.Stage;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.key.KeySource;
import org.bankfeed.store.internal.key.MasterKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The master keys in use. They can be exchanged while others work, but only for keys that fit the database. */
final class MasterKeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyRing.class);

    private final Stage stage;
    private volatile KeySource source;
    private volatile MasterKeys keys;

    /** @throws SettingsException if a key is missing, open to others, or not one that the secrets need */
    MasterKeyRing(Stage stage, KeySource source) {
        this.stage = stage;
        this.source = source;
        this.keys = fitting(source);
    }

    MasterKeys keys() {
        return keys;
    }

    /**
     * Takes the keys from elsewhere; the former ones stay in use if those cannot.
     *
     * @throws SettingsException as the constructor
     */
    synchronized void use(KeySource wanted) {
        keys = fitting(wanted);
        source = wanted;
    }

    /** Reads the keys again: a file may hold another one now. */
    synchronized void readAgain() {
        use(source);
    }

    private MasterKeys fitting(KeySource wanted) {
        List<String> used = used();
        MasterKeys found = wanted.keys(!used.isEmpty());
        found.checkThatTheyFit(used, wanted);
        if (used.stream().anyMatch(id -> !id.equals(found.current().id()))) {
            LOG.info("Secrets still depend on the former master key; bank:key-rotate moves them to the current one.");
        }
        return found;
    }

    /** The ids of the master keys that some row needs. */
    private List<String> used() {
        return stage.inTransaction(unit -> unit.query(
                "select master_key_id as id from data_key union select s.key_id as id from secret s" + DataKeys.JOIN
                        + " where k.id is null",
                row -> row.text("id")));
    }
}
