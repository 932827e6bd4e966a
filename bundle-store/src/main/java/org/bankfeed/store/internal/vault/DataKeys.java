package org.bankfeed.store.internal.vault;

import java.time.Instant;
import java.util.List;
import org.bankfeed.store.Row;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.internal.key.CipherKey;
import org.bankfeed.store.internal.key.Sealed;

/**
 * The data keys, each row encrypted by a master key with its company and its id as associated data.
 *
 * <p>Who encrypts with a data key holds its row's lock until his transaction ends, and who removes one looks for its
 * users after he took that lock. So no value is ever left without its key, although the keys change while others write.
 */
final class DataKeys {

    /** The columns of a data key beside those of a value {@code s}; all null for a value of the time before them. */
    static final String COLUMNS = "k.id as data_key, k.master_key_id, k.nonce as key_nonce, k.sealed as key_sealed";

    /** Joins a value {@code s} with its data key {@code k}. */
    static final String JOIN = " left join data_key k on k.company = s.company and k.id = s.key_id";

    private final MasterKeyRing master;

    DataKeys(MasterKeyRing master) {
        this.master = master;
    }

    /** The key that encrypts a company's values now; the first time it is made. Nobody removes it until the unit ends. */
    CipherKey toWriteWith(UnitOfWork unit, String company) {
        for (int i = 0; i < 3; i++) {
            List<Integer> known = unit.query("select 1 as one from data_key where company = ?", r -> 1, company);
            if (known.isEmpty()) {
                make(unit, company, 1, 0);
            }
            List<CipherKey> newest = unit.query(
                    "select k.company, " + COLUMNS + " from data_key k where k.company = ? and k.number ="
                            + " (select max(number) from data_key where company = ?) for update",
                    row -> open(company, row),
                    company,
                    company);
            if (!newest.isEmpty()) {
                return newest.get(0);
            }
        }
        throw new StoreException.Unavailable("The keys are changing; try again", null);
    }

    /** Adds a data key under the current master key, unless one of that number stands already. */
    void make(UnitOfWork unit, String company, long number, long rotation) {
        String id = CipherKey.freshId();
        Sealed sealed = master.keys().current().seal(place(company, id), CipherKey.fresh());
        unit.update(
                "insert into data_key (company, number, id, master_key_id, nonce, sealed, rotation, made_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                company,
                number,
                id,
                sealed.keyId(),
                sealed.nonce(),
                sealed.value(),
                rotation,
                Instant.now());
    }

    /** Encrypts a data key with the current master key, unless it is so already. */
    boolean rewrap(UnitOfWork unit, String company, long number) {
        return unit.one(
                        "select k.number, " + COLUMNS
                                + " from data_key k where k.company = ? and k.number = ? for update",
                        row -> new Wrapped(row.text("data_key"), wrapping(row)),
                        company,
                        number)
                .filter(key ->
                        !key.sealed().keyId().equals(master.keys().current().id()))
                .map(key -> {
                    byte[] bytes = unwrap(company, key);
                    Sealed again = master.keys().current().seal(place(company, key.id()), bytes);
                    return unit.update(
                                    "update data_key set master_key_id = ?, nonce = ?, sealed = ?"
                                            + " where company = ? and number = ?",
                                    again.keyId(),
                                    again.nonce(),
                                    again.value(),
                                    company,
                                    number)
                            == 1;
                })
                .orElse(false);
    }

    /** Opens a value whose row was read with {@link #COLUMNS}; also one that the master key encrypted itself. */
    byte[] openValue(String company, Row row, byte[] place) {
        Sealed value = new Sealed(row.text("key_id"), row.bytes("nonce"), row.bytes("sealed"));
        CipherKey key = row.textOrNull("data_key") == null ? master.keys().get(value.keyId()) : open(company, row);
        return key.open(place, value);
    }

    private CipherKey open(String company, Row row) {
        Wrapped wrapped = new Wrapped(row.text("data_key"), wrapping(row));
        return new CipherKey(wrapped.id(), unwrap(company, wrapped));
    }

    private byte[] unwrap(String company, Wrapped key) {
        return master.keys().get(key.sealed().keyId()).open(place(company, key.id()), key.sealed());
    }

    private static Sealed wrapping(Row row) {
        return new Sealed(row.text("master_key_id"), row.bytes("key_nonce"), row.bytes("key_sealed"));
    }

    private static byte[] place(String company, String id) {
        return Place.of("data key", company, id);
    }

    private record Wrapped(String id, Sealed sealed) {}
}
