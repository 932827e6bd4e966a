package org.bankfeed.matching.internal.rule;

import java.util.List;
import java.util.regex.Pattern;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.RuleContent.NotAnInvoice;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.NameWords;
import org.bankfeed.value.AccountReference;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/** A rule that knows lines by a sign that they bear, and says that they pay no invoice. */
final class NoInvoice {

    private static final double CONFIDENCE = 0.999;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final String id;
    private final NotAnInvoice said;
    private final String sought;

    NoInvoice(String id, NotAnInvoice said) {
        this.id = id;
        this.said = said;
        this.sought = switch (said.sign()) {
            case WORDS -> words(said.value());
            case NAME -> name(said.value());
            case ACCOUNT -> account(said.value());
        };
    }

    boolean fits(Line line) {
        boolean way =
                switch (said.flow()) {
                    case IN -> line.in();
                    case OUT -> line.amount() < 0;
                    case BOTH -> true;
                };
        return way && where(line) != null;
    }

    /** The field that bears the sign, or {@code null}. */
    private @Nullable String where(Line line) {
        return switch (said.sign()) {
            case WORDS ->
                words(line.text()).contains(sought)
                        ? "remittanceInformation"
                        : words(line.more()).contains(sought) ? "additionalInformation" : null;
            case NAME -> name(line.name()).equals(sought) ? "counterpartName" : null;
            case ACCOUNT -> account(line.counterpart()).equals(sought) ? "counterpartReference" : null;
        };
    }

    Verdict verdict(Line line) {
        List<Argument> arguments = List.of(new Argument.Text(id), new Argument.Text(said.label()));
        String excerpt = said.sign() == NotAnInvoice.Sign.ACCOUNT
                ? AccountReference.of(line.counterpart()).masked()
                : said.value();
        Evidence why = new Evidence(
                Evidence.Speaks.FOR, ReasonCode.RULE_NOT_AN_INVOICE, arguments, where(line), excerpt, null);
        return new Verdict(Verdict.Kind.NO_PAYMENT, List.of(), CONFIDENCE, List.of(why), List.of(), null, id, null);
    }

    /** Each word between blanks, so that whole words only are found. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(" ");
        for (String word : BETWEEN_WORDS.split(text)) {
            String folded = Fold.compact(word);
            if (!folded.isEmpty()) {
                words.append(folded).append(' ');
            }
        }
        return words.toString();
    }

    private static String name(String name) {
        List<String> telling = NameWords.of(name).words();
        return telling.isEmpty() ? Fold.compact(name) : String.join(" ", telling);
    }

    private static String account(String account) {
        String compact = Fold.compact(account);
        return compact.startsWith("IBAN") ? compact.substring(4) : compact;
    }
}
