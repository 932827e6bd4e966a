package org.bankfeed.matching.internal.core.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.internal.text.Digits;
import org.bankfeed.matching.internal.text.Fold;

/**
 * What the end-to-end ids look like that we give our payments and collections. Where they only count ("PAY867280734"), a
 * number in one is no document's; where they ever named what was paid, each may.
 */
public final class OwnIds {

    /** So many must have named nothing of what they paid. */
    private static final int ENOUGH = 3;

    /** So few digits of a number stand in an id by chance. */
    private static final int FEWEST_DIGITS = 3;

    private final Map<String, Said> shapes = new HashMap<>();

    /** What the ids of one shape said. */
    private static final class Said {
        private int nothing;
        private int documents;
    }

    /** What a line's id taught, to be forgotten with it. */
    enum Taught {
        NOTHING_NAMED,
        DOCUMENT_NAMED
    }

    /** Whether an end-to-end id is ours to give: of a transfer by us, or of a collection by mandate. */
    public static boolean areGivenByUs(boolean in, String mandate) {
        return in != mandate.isEmpty();
    }

    /** Learns from an id of ours that settled something. */
    Taught learn(String id, List<Item> settled) {
        String compact = Fold.compact(id);
        boolean named = settled.stream().anyMatch(item -> isNamed(item, compact));
        Taught taught = named ? Taught.DOCUMENT_NAMED : Taught.NOTHING_NAMED;
        count(compact, taught, 1);
        return taught;
    }

    void forget(String id, Taught taught) {
        count(Fold.compact(id), taught, -1);
    }

    private void count(String compact, Taught taught, int by) {
        Said said = shapes.computeIfAbsent(shape(compact), none -> new Said());
        said.nothing += taught == Taught.NOTHING_NAMED ? by : 0;
        said.documents += taught == Taught.DOCUMENT_NAMED ? by : 0;
    }

    /** Whether a word looks like ids of ours that only count. */
    boolean onlyCounts(String word) {
        String compact = Fold.compact(word);
        Said said = shapes.get(shape(compact));
        return said != null && said.nothing >= ENOUGH && said.documents == 0 && hasLetters(compact);
    }

    /** Digits alone look like anything. */
    private static boolean hasLetters(String compact) {
        return compact.chars().filter(Character::isLetter).count() >= 2;
    }

    private static String shape(String compact) {
        StringBuilder shape = new StringBuilder(compact.length());
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            boolean digit = Character.isDigit(c);
            if (!digit || shape.length() == 0 || shape.charAt(shape.length() - 1) != '#') {
                shape.append(digit ? '#' : c);
            }
        }
        return shape.toString();
    }

    private static boolean isNamed(Item item, String compact) {
        String number = Digits.withoutZeros(digits(item.number));
        String reference = item.reference == null ? "" : digits(item.reference);
        return number.length() >= FEWEST_DIGITS && digits(compact).contains(number)
                || number.length() < FEWEST_DIGITS && compact.contains(Fold.compact(item.number))
                || !reference.isEmpty() && digits(compact).contains(reference)
                || compact.contains(Fold.compact(item.id));
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign >= '0' && sign <= '9') {
                digits.append(sign);
            }
        }
        return digits.toString();
    }
}
