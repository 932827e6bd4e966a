package org.bankfeed.journal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line that may be known already; see {@link BankTransaction.State#DOUBTFUL}.
 *
 * @param line what came
 * @param candidates the lines of before that it may be, the likeliest first; at least one
 */
public record DoubtfulLine(BankTransaction line, List<BankTransaction> candidates) {

    public DoubtfulLine {
        candidates = List.copyOf(candidates);
    }

    /** What a person says of such a line. */
    public enum Decision {
        /** It is a movement of its own. */
        NEW,
        /** It is one that is known. */
        SAME
    }

    /** Of some lines those that leave no choice: each may be one known line only, and no other of them may be it. */
    public static List<DoubtfulLine> clear(List<DoubtfulLine> lines) {
        Map<TransactionId, Long> wanted = lines.stream()
                .flatMap(line -> line.candidates().stream())
                .collect(Collectors.groupingBy(BankTransaction::id, Collectors.counting()));
        return lines.stream()
                .filter(line -> line.candidates().size() == 1)
                .filter(line -> Long.valueOf(1)
                        .equals(wanted.get(line.candidates().get(0).id())))
                .toList();
    }
}
