package org.bankfeed.matching.internal.text.scheme;

import java.util.Optional;

/**
 * The Netherlands, betalingskenmerk: the check digit comes first. Of 16 digits it is followed by fifteen; of 9 to 14 the
 * second digit says how many follow, modulo 10. Seven digits have no check and prove nothing, so they are not read.
 */
final class DutchReference implements ReferenceScheme {

    private static final int[] WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1};

    @Override
    public String title() {
        return "betalingskenmerk";
    }

    @Override
    public Optional<String> read(String text) {
        String digits = CheckDigits.digits(text);
        int length = digits.length();
        boolean right = length == 16 || length >= 9 && length <= 14 && saysItsLength(digits);
        return right && CheckDigits.digit(digits, 0) == check(digits.substring(1))
                ? Optional.of(digits)
                : Optional.empty();
    }

    private static boolean saysItsLength(String digits) {
        return CheckDigits.digit(digits, 1) == (digits.length() - 2) % 10;
    }

    private static int check(String body) {
        int check = 11 - CheckDigits.weighted(body, WEIGHTS) % 11;
        return check == 10 ? 1 : check == 11 ? 0 : check;
    }
}
