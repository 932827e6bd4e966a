package org.bankfeed.matching.internal.text.scheme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bankfeed.matching.internal.text.Fold;

/** A country's letters, a model of two digits, and a number; some models end in a check digit, others are taken as they are. */
abstract class ModelReference implements ReferenceScheme {

    /** The model that says that there is no reference. */
    private static final String NONE = "99";

    /** Country and model. */
    private static final int HEAD = 4;

    private static final int SHORTEST_ALONE = 12;

    private final Pattern compact;
    private final Set<String> checked;

    /** @param most how many digits the number has at most */
    ModelReference(String country, int most, Set<String> checked) {
        this.compact = Pattern.compile(country + "\\d{2}\\d{2," + most + "}");
        this.checked = checked;
    }

    /** The check digit that a checked model gives for the digits before it. */
    abstract int check(String base);

    @Override
    public final Optional<String> read(String text) {
        String signs = Fold.compact(text);
        return compact.matcher(signs).matches() && holds(signs.substring(2, HEAD), signs.substring(HEAD))
                ? Optional.of(signs)
                : Optional.empty();
    }

    private boolean holds(String model, String digits) {
        return !model.equals(NONE)
                && (!checked.contains(model) || CheckDigits.endsIn(digits, check(CheckDigits.base(digits))));
    }

    @Override
    public final List<String> alsoWritten(String signs) {
        return signs.length() < SHORTEST_ALONE ? List.of() : List.of(signs.substring(HEAD));
    }
}
