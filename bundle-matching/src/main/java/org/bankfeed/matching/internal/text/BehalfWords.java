package org.bankfeed.matching.internal.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words with which who pays says for whom: "voor rekening van", "im Auftrag von", in the languages around us. */
public final class BehalfWords {

    private static final Pattern SAID =
            Pattern.compile("\\b(?:VOOR REKENING VAN|IN OPDRACHT VAN|IN NAAM VAN|NAMENS|INZAKE"
                    + "|POUR (?:LE )?COMPTE D|AU NOM D|IM AUFTRAG|IM NAMEN|FUE?R RECHNUNG|ON BEHALF OF|FOR ACCOUNT OF|OBO\\b"
                    + "|PER CONTO D|POR CUENTA DE|EN NOMBRE DE|W IMIENIU|NA RZECZ|PA UPPDRAG AV|PA VEGNE AF)");

    /** One of these stands in each of them: most texts have none, and are not read again. */
    private static final Set<String> OF_EACH = Set.of(
            "REKENING",
            "OPDRACHT",
            "NAAM",
            "NAMENS",
            "INZAKE",
            "COMPTE",
            "NOM",
            "AUFTRAG",
            "NAMEN",
            "RECHNUNG",
            "BEHALF",
            "ACCOUNT",
            "OBO",
            "CONTO",
            "CUENTA",
            "NOMBRE",
            "IMIENIU",
            "RZECZ",
            "UPPDRAG",
            "VEGNE");

    private BehalfWords() {}

    /** Whether a text may say them. */
    public static boolean mayBeIn(BankText text) {
        return text.hasWord(OF_EACH::contains);
    }

    /** What a text says behind them, which begins with the name; {@code null} if it does not say them. */
    public static @Nullable String behind(String text) {
        String folded = Fold.withSeparators(text);
        Matcher said = SAID.matcher(folded);
        return said.find() ? folded.substring(said.end()) : null;
    }
}
