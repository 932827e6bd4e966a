package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words that say that money is a gift, a loan, a guarantee, a grant or a dividend, in the languages around us. */
final class OtherMoneyWords {

    private static final Set<String> WORDS = Set.of(
            "GIFT",
            "GIFTEN",
            "DON",
            "DONS",
            "DONATIE",
            "DONATION",
            "SPENDE",
            "STEUN",
            "SCHENKING",
            "DONACION",
            "DONAZIONE",
            "DAROWIZNA",
            "LENING",
            "LOAN",
            "EMPRUNT",
            "DARLEHEN",
            "PRESTITO",
            "PRESTAMO",
            "POZYCZKA",
            "COURANT",
            "POOLING",
            "CASHPOOLING",
            "DIVIDEND",
            "DIVIDENDE",
            "DIVIDENDEN",
            "DIVIDENDO",
            "DYWIDENDA",
            "WAARBORG",
            "HUURWAARBORG",
            "CAUTION",
            "KAUTION",
            "CAUZIONE",
            "KAUCJA",
            "SUBSIDIE",
            "SUBSIDY",
            "SUBVENTION",
            "GRANT",
            "PREMIE");

    private OtherMoneyWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
