package org.bankfeed.matching.internal.text.scheme;

import java.util.Optional;

/** Sweden, OCR number: 2 to 25 digits, the last a check digit by Luhn; some carry a length digit before it. */
final class SwedishReference implements ReferenceScheme {

    @Override
    public String title() {
        return "OCR number";
    }

    @Override
    public Optional<String> read(String text) {
        String digits = CheckDigits.digits(text);
        boolean right = digits.length() >= 2
                && digits.length() <= 25
                && CheckDigits.endsIn(digits, CheckDigits.luhn(CheckDigits.base(digits)));
        return right ? Optional.of(digits) : Optional.empty();
    }
}
