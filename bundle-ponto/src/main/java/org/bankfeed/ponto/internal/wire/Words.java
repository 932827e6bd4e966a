package org.bankfeed.ponto.internal.wire;

import org.jspecify.annotations.Nullable;

/** Words of Ponto's that go into logs and messages: short, and nothing in them that could forge a line. */
public final class Words {

    private static final int LONGEST = 100;

    private Words() {}

    public static @Nullable String of(@Nullable String told) {
        if (told == null) {
            return null;
        }
        String plain = told.replaceAll("[^\\w.:/+=-]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
