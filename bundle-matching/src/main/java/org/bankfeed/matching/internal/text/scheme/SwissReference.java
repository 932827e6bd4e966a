package org.bankfeed.matching.internal.text.scheme;

import java.util.Optional;

/** Switzerland and Liechtenstein, QR reference: 27 digits, the last by a carry through a table. */
final class SwissReference implements ReferenceScheme {

    @Override
    public String title() {
        return "QR reference";
    }

    @Override
    public Optional<String> read(String text) {
        String digits = CheckDigits.digits(text);
        boolean right =
                digits.length() == 27 && CheckDigits.endsIn(digits, CheckDigits.carried(CheckDigits.base(digits)));
        return right ? Optional.of(digits) : Optional.empty();
    }
}
