package org.bankfeed.matching.internal.text.scheme;

import java.util.Optional;

/** Estonia, viitenumber: 2 to 20 digits, the last a check digit by 7-3-1. */
final class EstonianReference implements ReferenceScheme {

    @Override
    public String title() {
        return "viitenumber";
    }

    @Override
    public Optional<String> read(String text) {
        String digits = CheckDigits.digits(text);
        boolean right = digits.length() >= 2
                && digits.length() <= 20
                && CheckDigits.endsIn(digits, CheckDigits.sevenThreeOne(CheckDigits.base(digits)));
        return right ? Optional.of(digits) : Optional.empty();
    }
}
