package org.bankfeed.store.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Whose secrets they are. */
record Thing(String company, String owner) {

    Thing {
        checkName("owner", owner);
    }

    static void checkName(String what, String name) {
        if (name.isEmpty() || name.length() > 100) {
            throw new IllegalArgumentException("a secret's " + what + " has 1 to 100 characters, not " + name.length());
        }
    }

    /** The row's identity, each part with its length so that no two rows share one. */
    byte[] place(String name) {
        ByteArrayOutputStream place = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(place)) {
            for (String part : new String[] {company, owner, name}) {
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
