package org.bankfeed.matching.internal.core.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.internal.core.book.FormIndex;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.text.BankText;

/**
 * Mistyped references: one sign wrong, missing or too many, or neighbours swapped. The check digits say that one is
 * wrong; only a reference of our own book can say what was meant, and that is evidence and no proof.
 */
final class ReferenceRepair {

    /** The length of a Belgian reference: the one scheme that is known by its looks, slashes and all. */
    private static final int BELGIAN = 12;

    private static final String DIGITS = "0123456789";

    private final FormIndex forms;
    private final Set<Item> found = new LinkedHashSet<>();

    private ReferenceRepair(FormIndex forms) {
        this.forms = forms;
    }

    /**
     * A place that looks like a whole reference, right or wrong.
     *
     * @param from first sign
     * @param to after its last sign
     */
    record Place(int from, int to) {
        int length() {
            return to - from;
        }
    }

    /**
     * The places that look like whole references: twelve digits between borders; a digit more or less if slashes mark
     * them; {@code RF} and what follows; and, where the bank says that the text is a reference, all of its digits.
     */
    static List<Place> places(FormIndex forms, BankText text, boolean structured) {
        List<Place> places = new ArrayList<>(1);
        for (int from = 0; from < text.length(); from++) {
            if (startsCreditorReference(text, from)) {
                creditorReferences(forms, text, from, structured, places);
            }
            if (!text.isDigit(from) || text.isDigit(from - 1) && !text.gapBefore(from)) {
                continue;
            }
            int to = from;
            while (text.isDigit(to) && to - from <= FormIndex.LONGEST && !(to > from && text.listGapBefore(to))) {
                to++;
            }
            Place place = new Place(from, to);
            if (looksWhole(forms, text, place, structured)) {
                places.add(place);
            }
            from = to - 1;
        }
        return places;
    }

    private static boolean looksWhole(FormIndex forms, BankText text, Place place, boolean structured) {
        int length = place.length();
        if (length == BELGIAN || nearly(length, BELGIAN) && isMarked(text, place)) {
            return true;
        }
        return structured && length >= BELGIAN / 2 && isNearOurs(forms, length);
    }

    private static boolean nearly(int length, int wanted) {
        return Math.abs(length - wanted) == 1;
    }

    private static boolean isMarked(BankText text, Place place) {
        String quote = text.quote(place.from(), place.to());
        return quote.indexOf('/') > 0 && quote.indexOf('/') != quote.lastIndexOf('/');
    }

    private static boolean startsCreditorReference(BankText text, int at) {
        return at + 8 <= text.length()
                && text.sign(at) == 'R'
                && text.sign(at + 1) == 'F'
                && text.isDigit(at + 2)
                && text.isDigit(at + 3)
                && text.border(at);
    }

    private static void creditorReferences(
            FormIndex forms, BankText text, int from, boolean structured, List<Place> places) {
        for (int to = from + 8; to <= text.length() && to - from <= 26; to++) {
            boolean whole = structured && to == text.length();
            if (text.border(to) && (forms.hasReferenceLength(to - from) || whole && isNearOurs(forms, to - from))) {
                places.add(new Place(from, to));
            }
        }
    }

    static boolean isNearOurs(FormIndex forms, int length) {
        return forms.hasReferenceLength(length)
                || length > 0 && forms.hasReferenceLength(length - 1)
                || forms.hasReferenceLength(length + 1);
    }

    /** The items whose reference is one error away. */
    static Set<Item> oneErrorAway(FormIndex forms, String said) {
        ReferenceRepair repair = new ReferenceRepair(forms);
        if (forms.hasReferenceLength(said.length())) {
            repair.replaced(said);
            repair.swapped(said);
        }
        if (forms.hasReferenceLength(said.length() + 1)) {
            repair.inserted(said);
        }
        if (forms.hasReferenceLength(said.length() - 1)) {
            repair.dropped(said);
        }
        return repair.found;
    }

    private void replaced(String said) {
        StringBuilder text = new StringBuilder(said);
        for (int i = 0; i < text.length(); i++) {
            char was = text.charAt(i);
            for (char digit : DIGITS.toCharArray()) {
                if (digit != was) {
                    text.setCharAt(i, digit);
                    add(text);
                }
            }
            text.setCharAt(i, was);
        }
    }

    private void swapped(String said) {
        StringBuilder text = new StringBuilder(said);
        for (int i = 0; i + 1 < text.length(); i++) {
            char was = text.charAt(i);
            text.setCharAt(i, text.charAt(i + 1));
            text.setCharAt(i + 1, was);
            add(text);
            text.setCharAt(i + 1, text.charAt(i));
            text.setCharAt(i, was);
        }
    }

    private void inserted(String said) {
        for (int i = 0; i <= said.length(); i++) {
            for (char digit : DIGITS.toCharArray()) {
                add(new StringBuilder(said).insert(i, digit));
            }
        }
    }

    private void dropped(String said) {
        for (int i = 0; i < said.length(); i++) {
            add(new StringBuilder(said).deleteCharAt(i));
        }
    }

    private void add(StringBuilder form) {
        for (int one = forms.find(form.toString()); one != 0; one = forms.before(one)) {
            if (forms.isReference(one)) {
                found.add(forms.item(one));
            }
        }
    }
}
