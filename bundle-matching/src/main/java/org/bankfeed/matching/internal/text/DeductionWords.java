package org.bankfeed.matching.internal.text;

import java.util.Set;

/** Words that say why less than a document asks for is paid, in the languages around us. */
public final class DeductionWords {

    private static final Set<String> CHARGES = Set.of(
            "CHGS",
            "CHRG",
            "CHRGS",
            "CHARGE",
            "CHARGES",
            "FEE",
            "FEES",
            "FRAIS",
            "KOSTEN",
            "BANKKOSTEN",
            "SPESEN",
            "BANKSPESEN",
            "GEBUHR",
            "GEBUHREN",
            "SPESE",
            "COMMISSIONI",
            "GASTOS",
            "COMISION",
            "COMISIONES",
            "OPLATY",
            "KOSZTY",
            "AVGIFT",
            "GEBYR");

    /** Those of income taxes, never of what the law of the building trade lets a principal keep back. */
    private static final Set<String> TAX = Set.of(
            "RITENUTA", "RITENUTE", "IRPF", "WHT", "TDS", "WITHHOLDING", "QUELLENSTEUER", "BRONBELASTING", "KALLSKATT");

    /** "RIT. ACC.", however it is cut and glued. */
    private static final String ON_ACCOUNT = "RITACC";

    private DeductionWords() {}

    /** Whether a text speaks of charges. */
    public static boolean sayCharges(BankText text) {
        return text.hasWord(CHARGES::contains);
    }

    /** Whether a word of charges stands before an amount that a text writes, with its cents. */
    public static boolean sayChargesOf(BankText text, long hundredths) {
        String before = Amounts.before(text.raw(), hundredths);
        String word = before == null ? "" : before.replaceAll("[^\\p{L}]+$", "");
        return CHARGES.stream().anyMatch(word::endsWith);
    }

    /** Whether a text speaks of a tax that was withheld. */
    public static boolean sayTax(BankText text) {
        return text.hasWord(TAX::contains) || text.compact().contains(ON_ACCOUNT);
    }
}
