package org.bankfeed.store.internal.vault;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.KeyRotation.Report;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.internal.key.CipherKey;
import org.bankfeed.store.internal.key.DoesNotOpenException;
import org.bankfeed.store.internal.key.Sealed;

/**
 * One rotation, or the rest of one that was interrupted. Each step is a transaction that leaves everything readable and
 * is not done again; which rotation a data key was made in says how far it had come.
 */
final class RotationRun {

    /** Others write with the former data key for the moment that it takes them to commit: then we look again. */
    private static final int PASSES = 20;

    private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Stage stage;
    private final MasterKeyRing master;
    private final DataKeys keys;
    private final Lease lease;
    private final Caller caller;

    private final Set<Value> unreadable = new HashSet<>();
    private long renewedAt = System.nanoTime();
    private int rewrapped;
    private int dataKeys;
    private int values;

    RotationRun(Stage stage, MasterKeyRing master, DataKeys keys, Lease lease, Caller caller) {
        this.stage = stage;
        this.master = master;
        this.keys = keys;
        this.lease = lease;
        this.caller = caller;
    }

    Report run() {
        Optional<Long> interrupted = step(unit -> unit.one(
                "select max(number) as number from rotation where finished_at is null having max(number) is not null",
                row -> row.number("number")));
        long number = interrupted.orElseGet(this::begin);
        rewrap();
        for (String company : companies()) {
            renew(company, number);
        }
        step(unit -> unit.update(
                "update rotation set finished_at = ? where number = ? and finished_at is null", Instant.now(), number));
        return new Report(
                master.keys().current().id(), interrupted.isPresent(), rewrapped, dataKeys, values, unreadable.size());
    }

    private long begin() {
        return step(unit -> {
            long number = unit.one(
                            "select coalesce(max(number), 0) + 1 as number from rotation", row -> row.number("number"))
                    .orElseThrow();
            unit.update(
                    "insert into rotation (number, master_key_id, started_at) values (?, ?, ?)",
                    number,
                    master.keys().current().id(),
                    Instant.now());
            return number;
        });
    }

    private void rewrap() {
        record Numbered(String company, long number) {}
        List<Numbered> wrapped = step(unit -> unit.query(
                "select company, number from data_key where master_key_id <> ? order by company, number",
                row -> new Numbered(row.text("company"), row.number("number")),
                master.keys().current().id()));
        for (Numbered key : wrapped) {
            try {
                if (step(unit -> keys.rewrap(unit, key.company(), key.number()))) {
                    rewrapped++;
                }
            } catch (DoesNotOpenException e) {
                // its values will be counted; new ones get the new key
            }
        }
    }

    private List<String> companies() {
        return step(unit -> unit.query(
                "select company from secret union select company from data_key order by company",
                row -> row.text("company")));
    }

    private void renew(String company, long rotation) {
        if (step(unit -> madeAnew(unit, company, rotation))) {
            dataKeys++;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            moveValues(company);
            if (step(unit -> removeFormer(unit, company)) || hasUnreadable(company)) {
                return;
            }
        }
        throw new StoreException.Unavailable(
                "Secrets of company " + company + " are written without a pause; change the keys later", null);
    }

    /** Gives the company a new data key, unless this rotation did before it was interrupted. */
    private boolean madeAnew(UnitOfWork unit, String company, long rotation) {
        Optional<Boolean> done = unit.one(
                "select rotation from data_key where company = ? and number ="
                        + " (select max(number) from data_key where company = ?) for update",
                row -> row.number("rotation") >= rotation,
                company,
                company);
        if (done.orElse(false)) {
            return false;
        }
        long newest = unit.one(
                        "select coalesce(max(number), 0) as number from data_key where company = ?",
                        row -> row.number("number"),
                        company)
                .orElseThrow();
        keys.make(unit, company, newest + 1, rotation);
        unit.audit(
                new Caller(new CompanyId(company), caller.name(), caller.roles(), caller.channel()),
                "rotate keys",
                "data key " + (newest + 1),
                "The company's secrets get a new data key under the master key "
                        + master.keys().current().id() + ".");
        return true;
    }

    private void moveValues(String company) {
        List<Value> left = step(unit -> unit.query(
                "select owner, name from secret where company = ? and key_id not in (select id from data_key"
                        + " where company = ? and number = (select max(number) from data_key where company = ?))"
                        + " order by owner, name",
                row -> new Value(new Thing(company, row.text("owner")), row.text("name")),
                company,
                company,
                company));
        for (Value value : left) {
            try {
                if (step(unit -> move(unit, value))) {
                    values++;
                }
            } catch (DoesNotOpenException e) {
                unreadable.add(value);
            }
        }
    }

    /** Encrypts a value with the company's newest data key, unless it is so already or gone. */
    private boolean move(UnitOfWork unit, Value value) {
        String company = value.thing().company();
        CipherKey key = keys.toWriteWith(unit, company);
        Object[] id = {company, value.thing().owner(), value.name()};
        String row = " where company = ? and owner = ? and name = ?";
        Optional<String> present =
                unit.one("select key_id from secret" + row + " for update", r -> r.text("key_id"), id);
        if (present.isEmpty() || present.get().equals(key.id())) {
            return false;
        }
        byte[] place = value.thing().place(value.name());
        Sealed sealed = unit.one(
                        "select s.key_id, s.nonce, s.sealed, " + DataKeys.COLUMNS + " from secret s" + DataKeys.JOIN
                                + " where s.company = ? and s.owner = ? and s.name = ?",
                        r -> key.seal(place, keys.openValue(company, r, place)),
                        id)
                .orElseThrow();
        return unit.update(
                        "update secret set key_id = ?, nonce = ?, sealed = ?" + row,
                        sealed.keyId(),
                        sealed.nonce(),
                        sealed.value(),
                        company,
                        value.thing().owner(),
                        value.name())
                == 1;
    }

    /** Removes the data keys before the newest that no value needs; says whether all of them are gone. */
    private boolean removeFormer(UnitOfWork unit, String company) {
        List<DataKey> former = unit.query(
                "select number, id from data_key where company = ? and number <"
                        + " (select max(number) from data_key where company = ?) order by number for update",
                row -> new DataKey(row.number("number"), row.text("id")),
                company,
                company);
        boolean all = true;
        for (DataKey key : former) {
            // asked only now that nobody can write with it: who did so before has committed
            boolean needed = !unit.query(
                            "select name from secret where company = ? and key_id = ?",
                            row -> row.text("name"),
                            company,
                            key.id())
                    .isEmpty();
            if (!needed) {
                unit.update("delete from data_key where company = ? and number = ?", company, key.number());
            }
            all &= !needed;
        }
        return all;
    }

    private boolean hasUnreadable(String company) {
        return unreadable.stream().anyMatch(value -> value.thing().company().equals(company));
    }

    /** One transaction of ours; it cannot commit once another goes on with the rotation. */
    private <T> T step(Stage.Work<T, RuntimeException> work) {
        if (System.nanoTime() - renewedAt > RENEW_NANOS) {
            lease.renew();
            renewedAt = System.nanoTime();
        }
        return stage.<T, RuntimeException>inTransaction(unit -> {
            lease.stillHeld(unit);
            return work.with(unit);
        });
    }

    private record Value(Thing thing, String name) {}

    private record DataKey(long number, String id) {}
}
