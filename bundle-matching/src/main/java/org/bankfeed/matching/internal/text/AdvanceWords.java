package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words for what is asked for in advance, in the languages around us: what is paid then has no document yet. */
public final class AdvanceWords {

    /** They may as well be said of a part of what is invoiced already. */
    private static final Set<String> OR_PART = Set.of(
            "PROVISIE", "PROVISION", "VOORSCHOT", "ACOMPTE", "ACCONTO", "ANTICIPO", "ZALOHA", "ZALOHOVA", "AVANSAS");

    private static final Set<String> WORDS = Set.of(
            "PROFORMA",
            "ANZAHLUNG",
            "CAPARRA",
            "ZALICZKA",
            "PRZEDPLATA",
            "DEPOSIT",
            "ADVANCE",
            "AANBETALING",
            "ARRHES",
            "ZADATEK",
            "HANDPENNING",
            "RETAINER",
            "PREPAYMENT",
            "VORAUSZAHLUNG",
            "VORKASSE",
            "VOORUITBETALING",
            "FORSKOTT",
            "ENNAKKOMAKSU",
            "SINAL");

    private AdvanceWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word) || OR_PART.contains(word);
    }

    /** Whether a text says one of them, and so that no part of a document may be meant. */
    public static boolean areIn(BankText text) {
        return text.hasWord(WORDS::contains);
    }
}
