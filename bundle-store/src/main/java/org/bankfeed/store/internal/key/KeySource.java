package org.bankfeed.store.internal.key;

import org.bankfeed.store.internal.config.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * Where the master keys come from: the environment, else where the configuration says.
 *
 * @param environment the value of {@value #VARIABLE}, or {@code null}
 * @param formerEnvironment the value of {@value #FORMER_VARIABLE}, or {@code null}
 */
public record KeySource(
        @Nullable String environment, @Nullable String formerEnvironment, KeyPlaces places) {

    static final String VARIABLE = "BANKFEED_MASTER_KEY";
    static final String FORMER_VARIABLE = "BANKFEED_MASTER_KEY_FORMER";

    public static KeySource of(KeyPlaces places) {
        return new KeySource(System.getenv(VARIABLE), System.getenv(FORMER_VARIABLE), places);
    }

    /**
     * @param secretsExist whether values encrypted with some key are there already: then no new key may be made
     * @throws SettingsException if there is no usable key
     */
    public MasterKeys keys(boolean secretsExist) {
        CipherKey current = parse(VARIABLE, environment);
        CipherKey former = parse(FORMER_VARIABLE, formerEnvironment);
        return new MasterKeys(
                current == null ? places.current(secretsExist) : current, former == null ? places.former() : former);
    }

    private static @Nullable CipherKey parse(String variable, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        byte[] bytes = KeyFile.parse(value);
        if (bytes == null) {
            throw new SettingsException("The environment variable " + variable
                    + " is not the base64 of 32 bytes: make one with 'openssl rand -base64 32'");
        }
        return CipherKey.master(bytes);
    }

    /** Where the current key is, without the key itself. */
    @Override
    public String toString() {
        return environment == null || environment.isBlank() ? places.described() : VARIABLE;
    }
}
