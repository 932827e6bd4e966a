package org.bankfeed.matching.internal.text;

import java.util.Set;

/**
 * Words with which a payer says that he pays less than a document asks for, and that he knows it: "FT 4340/25 meno reso
 * 25,00", "INV003393 less overpaid 1.02", in the languages around us.
 */
public final class LessWords {

    private static final Set<String> WORDS = Set.of(
            "LESS",
            "MINUS",
            "MIN",
            "MINDER",
            "MOINS",
            "DEDUCTION",
            "DEDUIT",
            "DEDUCED",
            "DEDUCTED",
            "MENO",
            "DEDOTTO",
            "DETRATTO",
            "MENOS",
            "DESCONTADO",
            "DEDUCIDO",
            "ABZGL",
            "ABZUGL",
            "ABZUGLICH",
            "ABZUEGLICH",
            "ABZUG",
            "AFTREK",
            "AVDRAG",
            "FRADRAG",
            "FRATREKK",
            "MINUSZ",
            "POMNIEJSZONE",
            "POTRACENIE",
            "VAHENNETTY",
            "MANJ",
            "OVERPAID",
            "OVERPAYMENT",
            "ECCESSO",
            "TROPPERCU",
            "UBERZAHLUNG",
            "UBERZAHLT",
            "NADPLATA");

    private LessWords() {}

    /** Whether a text says that something is kept back. */
    public static boolean areIn(BankText text) {
        return text.hasWord(WORDS::contains);
    }
}
