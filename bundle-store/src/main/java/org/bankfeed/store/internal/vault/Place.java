package org.bankfeed.store.internal.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What an encrypted value belongs to, as the cipher's associated data. */
final class Place {

    private Place() {}

    /** Each part with its length, so that no two rows share a place. */
    static byte[] of(String... parts) {
        ByteArrayOutputStream place = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(place)) {
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place.toByteArray();
    }
}
