package org.bankfeed.matching.internal.core.book;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which name the lines bear that a fact speaks of. Where lines taught a fact, the last of them says it; where a person
 * corrected another fact to this one, no line did, and people look for the payer's name all the same.
 */
final class NamesOnLines {

    private static final Comparator<Past> LATEST =
            Comparator.comparingInt((Past line) -> line.day).thenComparing(line -> line.id);

    private final Senders senders;
    private final ById<Past> lines;

    NamesOnLines(Senders senders, ById<Past> lines) {
        this.senders = senders;
        this.lines = lines;
    }

    /** The name on the latest line with this account or mandate, or the corrected name itself; empty if there is none. */
    String of(String key, @Nullable String corrected) {
        return switch (key.charAt(0)) {
            case 'A' -> latest(senders.linesOf(key.substring(1)));
            case 'N' -> corrected == null ? "" : corrected;
            default ->
                latest(lines.all().stream()
                        .filter(line -> !line.mandate.isEmpty()
                                && Facts.mandate(line.mandate).equals(key))
                        .toList());
        };
    }

    private static String latest(List<Past> lines) {
        return lines.stream()
                .filter(line -> !line.name.isEmpty())
                .max(LATEST)
                .map(line -> line.name)
                .orElse("");
    }
}
