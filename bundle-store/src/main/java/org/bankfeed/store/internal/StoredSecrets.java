package org.bankfeed.store.internal;

import java.time.Instant;
import java.util.Optional;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The secrets of one thing, one row each. */
final class StoredSecrets implements Secrets {

    private static final String ROW = " where company = ? and owner = ? and name = ?";

    private final Stage stage;
    private final MasterKey key;
    private final Turns turns;
    private final Thing thing;

    StoredSecrets(Stage stage, MasterKey key, Turns turns, Thing thing) {
        this.stage = stage;
        this.key = key;
        this.turns = turns;
        this.thing = thing;
    }

    @Override
    public Optional<Secret> read(String name) {
        Thing.checkName("name", name);
        return stage.inTransaction(unit -> read(unit, name, ""));
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
        stage.<Integer, RuntimeException>inTransaction(
                unit -> update(unit, name, value) == 0 ? insert(unit, name, value) : 1);
    }

    @Override
    public boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value) {
        Thing.checkName("name", name);
        try {
            return stage.<Boolean, RuntimeException>inTransaction(unit -> {
                Secret present = read(unit, name, " for update").orElse(null);
                boolean asExpected = expected == null ? present == null : expected.equals(present);
                return asExpected && set(unit, name, present, value);
            });
        } catch (StoreException.Duplicate e) {
            return false; // another was quicker
        }
    }

    private boolean set(UnitOfWork unit, String name, @Nullable Secret present, @Nullable Secret value) {
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
        stage.inTransaction(unit ->
                unit.update("delete from secret where company = ? and owner = ?", thing.company(), thing.owner()));
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T exclusively(Turn<T, X> work) throws X {
        return turns.inTurn(thing, work);
    }

    private Optional<Secret> read(UnitOfWork unit, String name, String lock) {
        Optional<MasterKey.Sealed> sealed = unit.one(
                "select key_id, nonce, sealed from secret" + ROW + lock,
                row -> new MasterKey.Sealed(row.text("key_id"), row.bytes("nonce"), row.bytes("sealed")),
                thing.company(),
                thing.owner(),
                name);
        return sealed.map(value -> new Secret(key.open(thing.place(name), value)));
    }

    private int insert(UnitOfWork unit, String name, Secret value) {
        MasterKey.Sealed sealed = key.seal(thing.place(name), value.reveal());
        return unit.update(
                "insert into secret (company, owner, name, key_id, nonce, sealed, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                thing.company(),
                thing.owner(),
                name,
                sealed.keyId(),
                sealed.nonce(),
                sealed.value(),
                Instant.now());
    }

    private int update(UnitOfWork unit, String name, Secret value) {
        MasterKey.Sealed sealed = key.seal(thing.place(name), value.reveal());
        return unit.update(
                "update secret set key_id = ?, nonce = ?, sealed = ?, changed_at = ?" + ROW,
                sealed.keyId(),
                sealed.nonce(),
                sealed.value(),
                Instant.now(),
                thing.company(),
                thing.owner(),
                name);
    }
}
