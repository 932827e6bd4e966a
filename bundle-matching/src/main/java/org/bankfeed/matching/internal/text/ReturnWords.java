package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words with which banks say that an earlier movement is taken back, where their code does not, in the languages around us. */
public final class ReturnWords {

    /** Of bills and debits that were not paid. Nobody says so of money that he gives back himself. */
    private static final Set<String> UNPAID = Set.of(
            "IMPAYE",
            "IMPAYEE",
            "INSOLUTO",
            "INSOLUTA",
            "INSOLUTI",
            "IMPAGADO",
            "IMPAGADA",
            "UNPAID",
            "RUCKLASTSCHRIFT",
            "RUECKLASTSCHRIFT");

    /** Of anything that comes back: whoever was paid too much says so too, and gives no reason code. */
    private static final Set<String> BACK = Set.of(
            "RETOUR",
            "RETOURNE",
            "TERUGBOEKING",
            "STORNO",
            "STORNERING",
            "RUCKUBERWEISUNG",
            "RUECKUEBERWEISUNG",
            "RETURNED",
            "RETURN",
            "DEVOLUCION",
            "ZWROT",
            "RETUR",
            "PALAUTUS");

    private ReturnWords() {}

    /** Whether a text says that a bill or a debit was not paid. */
    public static boolean sayUnpaid(BankText text) {
        return text.hasWord(UNPAID::contains);
    }

    /** Whether a text says that money comes back, be it from a person. */
    public static boolean sayBack(BankText text) {
        return text.hasWord(BACK::contains);
    }
}
