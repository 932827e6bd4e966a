package org.bankfeed.matching.internal.text.scheme;

import java.util.Set;

/** Slovenia: {@code SI}, a model, up to 20 digits; models 01 and 12 end in a check digit modulo 11. */
final class SlovenianReference extends ModelReference {

    SlovenianReference() {
        super("SI", 20, Set.of("01", "12"));
    }

    @Override
    public String title() {
        return "sklic (SI)";
    }

    @Override
    int check(String base) {
        int check = 11 - CheckDigits.rising(base) % 11;
        return check >= 10 ? 0 : check;
    }
}
