package org.bankfeed.matching.internal.text.scheme;

import java.util.Optional;

/** Norway, KID: 2 to 25 signs; the last is a check digit by Luhn or modulo 11, where 10 is written as a hyphen. */
final class NorwegianReference implements ReferenceScheme {

    private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7};
    private static final int HYPHEN = 10;

    @Override
    public String title() {
        return "KID";
    }

    @Override
    public Optional<String> read(String text) {
        String digits = CheckDigits.digits(text);
        if (digits.length() < 2 || digits.length() > 25) {
            return Optional.empty();
        }
        String base = CheckDigits.base(digits);
        boolean right = text.strip().endsWith("-")
                ? eleven(digits) == HYPHEN
                : CheckDigits.endsIn(digits, CheckDigits.luhn(base)) || CheckDigits.endsIn(digits, eleven(base));
        return right ? Optional.of(digits) : Optional.empty();
    }

    private static int eleven(String base) {
        int check = 11 - CheckDigits.weighted(base, WEIGHTS) % 11;
        return check == 11 ? 0 : check;
    }
}
