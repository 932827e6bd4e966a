package org.bankfeed.matching.internal.text;

import java.util.Set;

/**
 * Words with which a payer says that he pays all that his statement of account asks for: "saldo estratto conto 26/05/2025",
 * "SALDO WG ZESTAWIENIA", in the languages around us.
 */
public final class StatementWords {

    private static final Set<String> WORDS = Set.of(
            "STATEMENT",
            "KONTOAUSZUG",
            "SALDENLISTE",
            "RELEVE",
            "REKENINGOVERZICHT",
            "REKENINGUITTREKSEL",
            "OVERZICHT",
            "ESTRATTO",
            "EXTRACTO",
            "ZESTAWIENIA",
            "ZESTAWIENIE",
            "KONTOUTDRAG",
            "KONTOUDTOG",
            "KONTOUTSKRIFT",
            "KONTOUDSKRIFT",
            "TILIOTE",
            "SALDOBEKRAFTIGELSE",
            "IZPISEK");

    private StatementWords() {}

    /** Whether a text says one of them. */
    public static boolean areIn(BankText text) {
        return text.hasWord(WORDS::contains);
    }
}
