package org.bankfeed.store.internal.key;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.config.StoreConfig;
import org.jspecify.annotations.Nullable;

/**
 * The master keys at hand.
 *
 * @param current encrypts whatever is written
 * @param former opens what it encrypted once; {@code null} unless keys are being changed
 */
public record MasterKeys(CipherKey current, @Nullable CipherKey former) {

    Optional<CipherKey> find(String id) {
        return Stream.of(current, former == null ? current : former)
                .filter(key -> key.id().equals(id))
                .findFirst();
    }

    /** @throws StoreException if it is not at hand */
    public CipherKey get(String id) {
        return find(id).orElseThrow(() -> new StoreException(
                "A secret was encrypted under the master key " + id + ", which this node was not given, but "
                        + current.id() + ": restore it, or name it as the former key",
                null));
    }

    /**
     * @param used the ids of the keys that the database needs
     * @throws SettingsException if one of them is not at hand
     */
    public void checkThatTheyFit(List<String> used, KeySource source) {
        String missing = used.stream().filter(id -> find(id).isEmpty()).sorted().collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new SettingsException("The master key " + current.id() + " (" + source
                    + ") does not fit what was encrypted with key " + missing
                    + ": put that key back from your backup, or name it as the former one (key.file.former of "
                    + StoreConfig.PID + ", or " + KeySource.FORMER_VARIABLE + ") and run bank:key-rotate");
        }
    }

    /** Without the keys themselves. */
    @Override
    public String toString() {
        return "MasterKeys[" + current.id() + (former == null ? "" : ", formerly " + former.id()) + "]";
    }
}
