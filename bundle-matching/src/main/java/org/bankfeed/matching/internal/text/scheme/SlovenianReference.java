package org.bankfeed.matching.internal.text.scheme;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bankfeed.matching.internal.text.Fold;

/** Slovenia: {@code SI}, a model, up to 20 digits; models 01 and 12 end in a check digit modulo 11. */
final class SlovenianReference implements ReferenceScheme {

    private static final Pattern COMPACT = Pattern.compile("SI\\d{2}\\d{2,20}");

    @Override
    public String title() {
        return "sklic (SI)";
    }

    @Override
    public Optional<String> read(String text) {
        String compact = Fold.compact(text);
        return COMPACT.matcher(compact).matches() && checked(compact.substring(2, 4), compact.substring(4))
                ? Optional.of(compact)
                : Optional.empty();
    }

    private static boolean checked(String model, String digits) {
        return switch (model) {
            case "99" -> false; // says that there is no reference
            case "01", "12" -> CheckDigits.endsIn(digits, check(CheckDigits.base(digits)));
            default -> true;
        };
    }

    private static int check(String base) {
        int check = 11 - CheckDigits.rising(base) % 11;
        return check >= 10 ? 0 : check;
    }

    @Override
    public List<String> alsoWritten(String compact) {
        return compact.length() < 12 ? List.of() : List.of(compact.substring(4));
    }
}
