package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words that say that money is a gift, a loan, a transfer of one's own, a guarantee, a grant, a dividend, or for what is only offered yet. */
public final class OtherMoneyWords {

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
            "UMBUCHUNG",
            "GIROCONTO",
            "TRASPASO",
            "WLASNY",
            "INTERNE",
            "EIGEN",
            "POOLING",
            "CASHPOOLING",
            "DIVIDEND",
            "DIVIDENDE",
            "DIVIDENDEN",
            "DIVIDENDO",
            "DYWIDENDA",
            "WAARBORG",
            "WAARBORGSOM",
            "HUURWAARBORG",
            "CAUTION",
            "KAUTION",
            "CAUZIONE",
            "KAUCJA",
            "SUBSIDIE",
            "SUBSIDY",
            "SUBVENTION",
            "GRANT",
            "PREMIE",
            "OFFERTE",
            "QUOTE",
            "QUOTATION",
            "DEVIS",
            "ANGEBOT",
            "PRESUPUESTO",
            "OFERTA",
            "OFERTY",
            "ORCAMENTO",
            "PREVENTIVO",
            "NABIDKA",
            "NABIDKU",
            "OFFERT",
            "TILBUD",
            "TARJOUS",
            "PROFORMA");

    private OtherMoneyWords() {}

    /** Whether a text says one of them. */
    public static boolean areIn(BankText text) {
        return text.hasWord(WORDS::contains);
    }
}
