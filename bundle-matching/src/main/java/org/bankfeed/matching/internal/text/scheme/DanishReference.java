package org.bankfeed.matching.internal.text.scheme;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Denmark, FIK: {@code +71<} and 15 digits or {@code +75<} and 16, the last by Luhn, then {@code +} and the creditor. */
final class DanishReference implements ReferenceScheme {

    private static final Pattern PRINTED =
            Pattern.compile("\\+?(?:71|75|04)\\s*<\\s*(\\d{15,16})(?:\\s*\\+\\s*\\d{7,8}\\s*<?)?");

    @Override
    public String title() {
        return "FIK";
    }

    @Override
    public Optional<String> read(String text) {
        Matcher printed = PRINTED.matcher(text.strip());
        String digits = printed.matches() ? printed.group(1) : CheckDigits.digits(text);
        boolean right = (digits.length() == 15 || digits.length() == 16)
                && CheckDigits.endsIn(digits, CheckDigits.luhn(CheckDigits.base(digits)));
        return right ? Optional.of(digits) : Optional.empty();
    }
}
