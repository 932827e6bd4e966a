package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.internal.text.BankText;
import org.jspecify.annotations.Nullable;

/**
 * Mistyped Belgian references: one digit wrong, missing or too many, or neighbours swapped. The check digits say that it
 * is wrong; only a reference of our own book can say what was meant.
 */
final class ReferenceRepair {

    private static final int LENGTH = 12;

    private ReferenceRepair() {}

    /** The places that look like a whole Belgian reference, right or wrong: eleven to thirteen digits between borders. */
    static List<int[]> places(BankText text, boolean structured) {
        List<int[]> places = new ArrayList<>(1);
        for (int from = 0; from < text.length(); from++) {
            if (!digit(text, from) || digit(text, from - 1) && !text.gapBefore(from)) {
                continue;
            }
            int to = from;
            while (digit(text, to) && to - from <= LENGTH + 1 && !(to > from && text.listGapBefore(to))) {
                to++;
            }
            int length = to - from;
            boolean marked = structured || isMarked(text, from, to);
            if (length == LENGTH || marked && (length == LENGTH - 1 || length == LENGTH + 1)) {
                places.add(new int[] {from, to});
            }
            from = to - 1;
        }
        return places;
    }

    private static boolean isMarked(BankText text, int from, int to) {
        String quote = text.quote(from, to);
        return quote.indexOf('/') > 0 && quote.indexOf('/') != quote.lastIndexOf('/');
    }

    private static boolean digit(BankText text, int i) {
        return i >= 0 && i < text.length() && text.sign(i) >= '0' && text.sign(i) <= '9';
    }

    /** The items whose reference is one error away. */
    static Set<Item> oneErrorAway(FormIndex forms, String said) {
        Set<Item> found = new LinkedHashSet<>();
        StringBuilder text = new StringBuilder(said);
        if (said.length() == LENGTH) {
            replaced(forms, text, found);
            swapped(forms, text, found);
        } else if (said.length() == LENGTH - 1) {
            inserted(forms, said, found);
        } else if (said.length() == LENGTH + 1) {
            for (int i = 0; i < said.length(); i++) {
                add(forms.find(new StringBuilder(said).deleteCharAt(i).toString()), found);
            }
        }
        return found;
    }

    private static void replaced(FormIndex forms, StringBuilder text, Set<Item> found) {
        for (int i = 0; i < text.length(); i++) {
            char was = text.charAt(i);
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != was) {
                    text.setCharAt(i, digit);
                    add(forms.find(text.toString()), found);
                }
            }
            text.setCharAt(i, was);
        }
    }

    private static void swapped(FormIndex forms, StringBuilder text, Set<Item> found) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char was = text.charAt(i);
            text.setCharAt(i, text.charAt(i + 1));
            text.setCharAt(i + 1, was);
            add(forms.find(text.toString()), found);
            text.setCharAt(i + 1, text.charAt(i));
            text.setCharAt(i, was);
        }
    }

    private static void inserted(FormIndex forms, String said, Set<Item> found) {
        for (int i = 0; i <= said.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                add(forms.find(new StringBuilder(said).insert(i, digit).toString()), found);
            }
        }
    }

    private static void add(FormIndex.@Nullable Entry first, Set<Item> found) {
        for (FormIndex.Entry entry = first; entry != null; entry = entry.next) {
            if (entry.reference) {
                found.add(entry.item);
            }
        }
    }
}
