package org.bankfeed.store.internal.vault;

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

    /** The row's identity. */
    byte[] place(String name) {
        return Place.of(company, owner, name);
    }
}
