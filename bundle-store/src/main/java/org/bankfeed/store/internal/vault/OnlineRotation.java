package org.bankfeed.store.internal.vault;

import java.time.Duration;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.store.KeyRotation;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Leases;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.internal.config.SettingsException;

/** Rotates the keys, one rotation at a time over all nodes. */
final class OnlineRotation implements KeyRotation {

    static final String JOB = "key-rotation";
    /** The lease needs a company; there is no other company's rotation. */
    static final CompanyId ALL = new CompanyId("-");

    private final Stage stage;
    private final MasterKeyRing master;
    private final DataKeys keys;
    private final Leases leases;
    private final Duration patience;

    /** @param patience how long a rotation that is silent keeps others from going on with it */
    OnlineRotation(Stage stage, MasterKeyRing master, DataKeys keys, Leases leases, Duration patience) {
        this.stage = stage;
        this.master = master;
        this.keys = keys;
        this.leases = leases;
        this.patience = patience;
    }

    @Override
    public Report rotate(Caller caller) {
        caller.require("change the keys of the secrets", Role.ADMINISTRATOR);
        readKeysAgain();
        Lease lease = leases.acquire(JOB, ALL, patience)
                .orElseThrow(() -> new StoreException.Unavailable(
                        "The keys are being changed already, here or on another node; if that one was stopped, ask again"
                                + " in " + patience.toSeconds() + " seconds",
                        null));
        try (lease) {
            return new RotationRun(stage, master, keys, lease, caller).run();
        }
    }

    private void readKeysAgain() {
        try {
            master.readAgain();
        } catch (SettingsException e) {
            throw new StoreException(String.valueOf(e.getMessage()), null);
        }
    }
}
