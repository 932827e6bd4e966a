package org.bankfeed.store.internal.vault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.internal.key.CipherKey;
import org.bankfeed.store.internal.key.Sealed;
import org.jspecify.annotations.Nullable;

/** The secrets of one thing, one row each. */
final class StoredSecrets implements Secrets {

    private static final String ROW = " where company = ? and owner = ? and name = ?";

    private final Stage stage;
    private final DataKeys keys;
    private final Turns turns;
    private final Thing thing;

    StoredSecrets(Stage stage, DataKeys keys, Turns turns, Thing thing) {
        this.stage = stage;
        this.keys = keys;
        this.turns = turns;
        this.thing = thing;
    }

    @Override
    public Optional<Secret> read(String name) {
        Thing.checkName("name", name);
        return stage.inTransaction(unit -> read(unit, name));
    }

    @Override
    public void write(String name, Secret value) {
        Thing.checkName("name", name);
        try {
            put(name, value);
        } catch (StoreException.Duplicate e) {
            put(name, value); // another inserted it just now: then it is an update
        }
    }

    private void put(String name, Secret value) {
        stage.<Integer, RuntimeException>inTransaction(unit -> {
            turns.checkTurn(unit, thing);
            Sealed sealed = sealed(unit, name, value);
            return update(unit, name, sealed) == 0 ? insert(unit, name, sealed) : 1;
        });
    }

    @Override
    public boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value) {
        Thing.checkName("name", name);
        try {
            return stage.<Boolean, RuntimeException>inTransaction(unit -> {
                // the key's row first, then the value's, as everybody does
                Sealed sealed = value == null ? null : sealed(unit, name, value);
                Secret present = lock(unit, name) ? read(unit, name).orElse(null) : null;
                boolean asExpected = expected == null ? present == null : expected.equals(present);
                if (!asExpected) {
                    turns.checkTurn(unit, thing); // who lost his turn shall stop, not try again outside it
                    return false;
                }
                return set(unit, name, present, sealed);
            });
        } catch (StoreException.Duplicate e) {
            return false; // another was quicker
        }
    }

    private boolean set(UnitOfWork unit, String name, @Nullable Secret present, @Nullable Sealed value) {
        if (value == null) {
            unit.update("delete from secret" + ROW, thing.company(), thing.owner(), name);
        } else if (present == null) {
            insert(unit, name, value);
        } else {
            update(unit, name, value);
        }
        return true;
    }

    @Override
    public void forget() {
        stage.<Integer, RuntimeException>inTransaction(unit -> {
            turns.checkTurn(unit, thing);
            return unit.update("delete from secret where company = ? and owner = ?", thing.company(), thing.owner());
        });
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T exclusively(Turn<T, X> work) throws X {
        return turns.inTurn(thing, work);
    }

    private boolean lock(UnitOfWork unit, String name) {
        return unit.one(
                        "select name from secret" + ROW + " for update",
                        row -> true,
                        thing.company(),
                        thing.owner(),
                        name)
                .isPresent();
    }

    private Optional<Secret> read(UnitOfWork unit, String name) {
        return unit.one(
                "select s.key_id, s.nonce, s.sealed, " + DataKeys.COLUMNS + " from secret s" + DataKeys.JOIN
                        + " where s.company = ? and s.owner = ? and s.name = ?",
                row -> new Secret(
                        new String(keys.openValue(thing.company(), row, thing.place(name)), StandardCharsets.UTF_8)),
                thing.company(),
                thing.owner(),
                name);
    }

    private Sealed sealed(UnitOfWork unit, String name, Secret value) {
        CipherKey key = keys.toWriteWith(unit, thing.company());
        return key.seal(thing.place(name), value.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private int insert(UnitOfWork unit, String name, Sealed value) {
        return unit.update(
                "insert into secret (company, owner, name, key_id, nonce, sealed, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                thing.company(),
                thing.owner(),
                name,
                value.keyId(),
                value.nonce(),
                value.value(),
                Instant.now());
    }

    private int update(UnitOfWork unit, String name, Sealed value) {
        return unit.update(
                "update secret set key_id = ?, nonce = ?, sealed = ?, changed_at = ?" + ROW,
                value.keyId(),
                value.nonce(),
                value.value(),
                Instant.now(),
                thing.company(),
                thing.owner(),
                name);
    }
}
