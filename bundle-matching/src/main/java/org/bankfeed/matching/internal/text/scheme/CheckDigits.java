package org.bankfeed.matching.internal.text.scheme;

import org.bankfeed.matching.internal.text.Fold;

/** The sums behind check digits. All count from the right and take digits only. */
final class CheckDigits {

    private static final int[] SEVEN_THREE_ONE = {7, 3, 1};
    private static final int[] CARRY = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

    private CheckDigits() {}

    /** The digits of a text whose other signs are only separators, or an empty text. */
    static String digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return "";
            }
        }
        return Fold.compact(text);
    }

    /** The check digit by Luhn: every second digit doubled, the digits of the products added. */
    static int luhn(String base) {
        int sum = 0;
        for (int i = 0; i < base.length(); i++) {
            int product = digit(base, base.length() - 1 - i) * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }

    /** The check digit by weights 7, 3, 1, modulo 10. */
    static int sevenThreeOne(String base) {
        return (10 - weighted(base, SEVEN_THREE_ONE) % 10) % 10;
    }

    /** The check digit by a carry that runs through a table, as on Swiss payment slips. */
    static int carried(String base) {
        int carry = 0;
        for (int i = 0; i < base.length(); i++) {
            carry = CARRY[(carry + digit(base, i)) % 10];
        }
        return (10 - carry) % 10;
    }

    /** The sum of the digits times weights that repeat. */
    static int weighted(String base, int[] weights) {
        int sum = 0;
        for (int i = 0; i < base.length(); i++) {
            sum += digit(base, base.length() - 1 - i) * weights[i % weights.length];
        }
        return sum;
    }

    /** The sum of the digits times 2, 3, 4 and so on. */
    static int rising(String base) {
        int sum = 0;
        for (int i = 0; i < base.length(); i++) {
            sum += digit(base, base.length() - 1 - i) * (i + 2);
        }
        return sum;
    }

    /** Whether the last digit is the one that a rule gives for those before it. */
    static boolean endsIn(String number, int check) {
        return digit(number, number.length() - 1) == check;
    }

    /** All but the last digit. */
    static String base(String number) {
        return number.substring(0, number.length() - 1);
    }

    static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }
}
