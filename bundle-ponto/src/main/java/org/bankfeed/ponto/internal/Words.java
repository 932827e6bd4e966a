package org.bankfeed.ponto.internal;

import org.jspecify.annotations.Nullable;

/** Words of Ponto's that go into logs and messages: short, and nothing in them that could forge a line. */
final class Words {

    private static final int LONGEST = 100;

    private Words() {}

    static @Nullable String of(@Nullable String told) {
        if (told == null) {
            return null;
        }
        String plain = told.replaceAll("[^\\w.:/+=-]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
