package org.bankfeed.matching.internal.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words with which a payer says which part of a whole he pays: "acompte 2/3", "2e schijf", "Rate 2 von 3", in the languages
 * around us. Asked only where a document was paid in parts before.
 */
public final class PartWords {

    private static final String PART =
            "(?:SCHIJF|TERMIJN|AFBETALING|DEELBETALING|VOORSCHOT|ACOMPTE|TRANCHE|RATE|ABSCHLAG"
                    + "|ABSCHLAGSRECHNUNG|TEILZAHLUNG|INSTALLMENT|INSTALMENT|STAGE|RATA|ACCONTO|DELBET|DELBETALNING|OSAMAKSU"
                    + "|SPLATKA|ZALOHA|CUOTA|PLAZO|PRESTACAO)";

    /** They say so only where it is told of how many. */
    private static final String PART_OF =
            "(?:DEEL|TEIL|PART|PARTIE|DEL|PARTE|BETALING|PAIEMENT|PAYMENT|ZAHLUNG|VERSEMENT)";

    private static final String OF = " ?(?:/|VAN|SUR|VON|OF|DI|DE|Z|AV|AF|OUT OF) ?(\\d{1,2})(?!\\d|[/.-]\\d)";

    private static final Pattern SAID = Pattern.compile("\\b(?:" + PART + "[ .]{0,2}(\\d{1,2})(?:" + OF
            + "|(?!\\d|[/.-]\\d))|"
            + PART_OF + "[ .]{0,2}(\\d{1,2})" + OF + "|(\\d{1,2})(?:E|EME|ERE?|STE|DE|ND|RD|ST|TH|A|O|\\.)? ?" + PART
            + "\\b)");

    /** A plan has hardly more parts: what is more is a year. */
    private static final int MOST = 20;

    /** They say that a part is paid, whichever. */
    private static final Set<String> WORDS = Set.of(
            "TEILZAHLUNG",
            "RATENZAHLUNG",
            "RATE",
            "TEIL",
            "DEEL",
            "DEL",
            "PART",
            "PARTE",
            "TRANCHE",
            "CONTO",
            "CUENTA",
            "VALOIR",
            "VOORSCHOT",
            "CZESCIOWO",
            "TEILBETRAG",
            "ANZAHLUNG",
            "ABSCHLAG",
            "DEELBETALING",
            "GEDEELTELIJK",
            "GEDEELTE",
            "AFBETALING",
            "SCHIJF",
            "PARTIEL",
            "PARTIELLE",
            "ACOMPTE",
            "ACCONTO",
            "PARZIALE",
            "PARCIAL",
            "PARTIAL",
            "INSTALMENT",
            "INSTALLMENT",
            "DELBETALING",
            "DELBETALNING",
            "CZESCIOWA",
            "CZESC");

    private PartWords() {}

    /** Whether a text says that a part is paid. */
    public static boolean areIn(BankText text) {
        return text.hasWord(WORDS::contains);
    }

    /** The number of the part, the first being 1, or 0 if the text does not say. */
    public static int said(String text) {
        Matcher said = SAID.matcher(Fold.withSeparators(text));
        if (!said.find()) {
            return 0;
        }
        int part = number(said.group(1)) + number(said.group(3)) + number(said.group(5));
        int of = Math.max(number(said.group(2)), number(said.group(4)));
        boolean plan = of == 0 ? part <= MOST : part <= of && of <= MOST;
        return plan ? part : 0;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
