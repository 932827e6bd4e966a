package org.bankfeed.matching.internal.text.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bankfeed.matching.internal.text.Fold;

/** All rules that are known, the telling ones first. A new country is a class, a line here and its test vectors. */
public final class ReferenceSchemes {

    private static final List<ReferenceScheme> ALL = List.of(
            new BelgianReference(),
            new CreditorReference(),
            new SlovenianReference(),
            new CroatianReference(),
            new SwissReference(),
            new DutchReference(),
            new DanishReference(),
            new FinnishReference(),
            new EstonianReference(),
            new SwedishReference(),
            new NorwegianReference());

    /** What is shorter stands in too many texts by chance. */
    private static final int SHORTEST = 6;

    private static final int SHORTEST_WITHOUT_ZEROS = 8;

    private ReferenceSchemes() {}

    /** The first rule that a text satisfies as a whole. */
    public static Optional<ReferenceScheme> of(String text) {
        for (ReferenceScheme scheme : ALL) {
            if (scheme.read(text).isPresent()) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    /**
     * The forms, as letters and digits, in which a document's reference may stand in a text: as printed, without what
     * marks its scheme, without the zeros that a spreadsheet drops.
     */
    public static List<String> forms(String printed) {
        List<String> forms = new ArrayList<>(3);
        ReferenceScheme scheme = of(printed).orElse(null);
        String compact =
                scheme == null ? Fold.compact(printed) : scheme.read(printed).orElse("");
        add(forms, compact, SHORTEST);
        if (scheme != null) {
            scheme.alsoWritten(compact).forEach(form -> add(forms, form, SHORTEST));
        }
        for (String form : List.copyOf(forms)) {
            if (form.startsWith("0")) {
                add(forms, form.replaceFirst("^0+", ""), SHORTEST_WITHOUT_ZEROS);
            }
        }
        return forms;
    }

    private static void add(List<String> forms, String form, int shortest) {
        if (form.length() >= shortest && !forms.contains(form)) {
            forms.add(form);
        }
    }
}
