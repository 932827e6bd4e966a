package org.bankfeed.matching.internal.text.scheme;

import java.util.Set;

/** Croatia: {@code HR}, a model, up to 22 digits; model 01 ends in a check digit modulo 11. */
final class CroatianReference extends ModelReference {

    CroatianReference() {
        super("HR", 22, Set.of("01"));
    }

    @Override
    public String title() {
        return "poziv na broj (HR)";
    }

    @Override
    int check(String base) {
        int rest = CheckDigits.rising(base) % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }
}
