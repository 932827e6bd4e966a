package org.bankfeed.matching.internal.text;

import java.util.List;
import java.util.Set;

/**
 * Words for what schools, clubs and shops are paid for without an invoice: an evening, a sale of waffles, a raffle, a
 * voucher. Most are compounds of which the end says what they are.
 */
public final class OccasionWords {

    private static final Set<String> WORDS = Set.of(
            "QUIZ",
            "TOMBOLA",
            "BARBECUE",
            "BBQ",
            "SOIREE",
            "SOUPER",
            "SPAGHETTI",
            "BROCANTE",
            "RAFFLE",
            "LOTERIJ",
            "LOTERIE",
            "LOTTERIE",
            "BASAR",
            "BAZAR",
            "FLOHMARKT",
            "ROMMELMARKT",
            "KERMIS",
            "KERMESSE",
            "CADEAUBON",
            "GESCHENKBON",
            "GIFTCARD",
            "SPONSORLOOP");

    private static final List<String> ENDS = List.of("AVOND", "VERKOOP", "FESTIJN", "FEEST", "MAALTIJD");

    private OccasionWords() {}

    /** Whether a text says one of them. */
    public static boolean areIn(BankText text) {
        return text.hasWord(OccasionWords::isOne);
    }

    private static boolean isOne(String word) {
        if (WORDS.contains(word)) {
            return true;
        }
        for (String end : ENDS) {
            if (word.length() > end.length() && word.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
