package org.bankfeed.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines whose kind of event nobody knows, counted by kind: a file may be full of them. */
final class Skipped {

    /** More kinds than this are told of as others. */
    private static final int MOST_KINDS = 20;

    /** Where a kind stood first, and how often it did. */
    private record Kind(long line, long count) {}

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private long others;

    void add(String kind, long line) {
        if (kinds.size() < MOST_KINDS || kinds.containsKey(kind)) {
            kinds.merge(kind, new Kind(line, 1), (first, one) -> new Kind(first.line(), first.count() + 1));
        } else {
            others++;
        }
    }

    /** A sentence for each kind. */
    List<String> notes(String file) {
        List<String> notes = new ArrayList<>(kinds.size() + 1);
        kinds.forEach((kind, seen) -> notes.add(file + ":" + seen.line() + ": the event '" + kind
                + "' is not known to this version"
                + (seen.count() == 1 ? " and was skipped." : "; " + seen.count() + " such lines were skipped.")));
        if (others > 0) {
            notes.add(file + ": " + others
                    + " lines with still other events that this version does not know were skipped.");
        }
        return notes;
    }
}
