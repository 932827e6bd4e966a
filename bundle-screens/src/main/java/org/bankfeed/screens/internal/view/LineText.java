package org.bankfeed.screens.internal.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.bankfeed.matching.Span;

/** The bank's own text, cut where the characters begin and end that a reason speaks of. */
public final class LineText {

    private LineText() {}

    /** A part of a text; a page escapes it. */
    public record Part(String text, boolean marked) {}

    /**
     * The text in parts.
     *
     * @param places what is to be marked, where that is known
     * @param excerpts the rest: looked for in any case and however it is spaced; one that is not there marks nothing
     */
    public static List<Part> marked(String text, Collection<Span> places, Collection<String> excerpts) {
        BitSet marks = new BitSet(text.length());
        places.forEach(place -> marks.set(place.from(), place.to()));
        Compact compact = Compact.of(text);
        excerpts.forEach(excerpt -> mark(compact, excerpt, marks));
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            boolean marked = marks.get(at);
            int change = marked ? marks.nextClearBit(at) : marks.nextSetBit(at);
            int end = change < 0 ? text.length() : Math.min(change, text.length());
            parts.add(new Part(text.substring(at, end), marked));
            at = end;
        }
        return parts;
    }

    private static void mark(Compact text, String excerpt, BitSet marks) {
        int dots = excerpt.indexOf('…');
        if (dots >= 0) {
            markMasked(text, excerpt.substring(0, dots), excerpt.substring(dots + 1), marks);
            return;
        }
        String wanted = Compact.of(excerpt).signs;
        int found = wanted.isEmpty() ? -1 : text.find(wanted);
        if (found >= 0) {
            marks.set(text.places[found], text.places[found + wanted.length() - 1] + 1);
        }
    }

    /** A masked account number says how the number begins and ends: then all of it is meant. */
    private static void markMasked(Compact text, String begin, String end, BitSet marks) {
        boolean same = text.signs.startsWith(Compact.of(begin).signs) && text.signs.endsWith(Compact.of(end).signs);
        if (same && !text.signs.isEmpty()) {
            marks.set(text.places[0], text.places[text.signs.length() - 1] + 1);
        }
    }

    /** A text without blanks and in lower case, with the place that each sign has in the text as it came. */
    private record Compact(String whole, String signs, int[] places) {

        static Compact of(String text) {
            StringBuilder signs = new StringBuilder(text.length());
            int[] places = new int[text.length()];
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!Character.isWhitespace(c) && c != '\u00a0') {
                    places[signs.length()] = i;
                    signs.append(Character.toLowerCase(c));
                }
            }
            return new Compact(text, signs.toString(), places);
        }

        /** Rather where it stands alone than inside a longer number or word. */
        int find(String wanted) {
            int first = signs.indexOf(wanted);
            for (int at = first; at >= 0; at = signs.indexOf(wanted, at + 1)) {
                if (!joined(places[at] - 1) && !joined(places[at + wanted.length() - 1] + 1)) {
                    return at;
                }
            }
            return first;
        }

        private boolean joined(int place) {
            return place >= 0 && place < whole.length() && Character.isLetterOrDigit(whole.charAt(place));
        }
    }
}
