package org.bankfeed.matching.internal.text.scheme;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bankfeed.matching.internal.text.Fold;

/** Croatia: {@code HR}, a model, up to 22 signs; model 01 ends in a check digit modulo 11, others are taken as they are. */
final class CroatianReference implements ReferenceScheme {

    private static final Pattern COMPACT = Pattern.compile("HR\\d{2}\\d{2,22}");

    @Override
    public String title() {
        return "poziv na broj (HR)";
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
            case "01" -> CheckDigits.endsIn(digits, check(CheckDigits.base(digits)));
            default -> true;
        };
    }

    private static int check(String base) {
        int rest = CheckDigits.rising(base) % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }

    @Override
    public List<String> alsoWritten(String compact) {
        return compact.length() < 12 ? List.of() : List.of(compact.substring(4));
    }
}
