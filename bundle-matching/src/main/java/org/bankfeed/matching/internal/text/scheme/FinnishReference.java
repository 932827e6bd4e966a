package org.bankfeed.matching.internal.text.scheme;

import java.util.Optional;

/** Finland, viitenumero: 3 to 19 digits and a check digit by 7-3-1; leading zeros are padding. */
final class FinnishReference implements ReferenceScheme {

    @Override
    public String title() {
        return "viitenumero";
    }

    @Override
    public Optional<String> read(String text) {
        String digits = CheckDigits.digits(text).replaceFirst("^0+", "");
        boolean right = digits.length() >= 4
                && digits.length() <= 20
                && CheckDigits.endsIn(digits, CheckDigits.sevenThreeOne(CheckDigits.base(digits)));
        return right ? Optional.of(digits) : Optional.empty();
    }
}
