package org.bankfeed.matching.internal.text;

import java.util.Set;

/**
 * Words with which a payer says that he set something of his own off: "verrekend met uw factuur 7995", "10719 contra
 * IN-24", in the languages around us.
 */
public final class SetOffWords {

    private static final Set<String> WORDS = Set.of(
            "VERREKEND",
            "VERREKENING",
            "VERREKENEN",
            "COMPENSE",
            "COMPENSEE",
            "COMPENSATION",
            "VERRECHNET",
            "VERRECHNUNG",
            "AUFGERECHNET",
            "AUFRECHNUNG",
            "CONTRA",
            "SETOFF",
            "OFFSET",
            "NETTED",
            "NETTING",
            "COMPENSATA",
            "COMPENSATO",
            "COMPENSAZIONE",
            "COMPENSADA",
            "COMPENSADO",
            "COMPENSACION",
            "KOMPENSATA",
            "KVITTAS",
            "KVITTNING",
            "KUITATTU",
            "ZAPOCTENO",
            "ZAPOCET");

    private SetOffWords() {}

    /** Whether a text says one of them. */
    public static boolean areIn(BankText text) {
        return text.hasWord(WORDS::contains);
    }
}
