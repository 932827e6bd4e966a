package org.bankfeed.rehearsal.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;

/** Finds the lines that arrived since it last looked, whoever read them. Not safe for threads. */
final class NewLines {

    private static final int ENTRIES = 1000;
    private static final int LINES = 500;

    private final Chain chain;
    private long seen;

    NewLines(Chain chain) {
        this.chain = chain;
    }

    List<TransactionId> look() {
        List<TransactionId> arrived = new ArrayList<>();
        List<JournalEntry> entries = chain.journal().log(chain.person(), seen, ENTRIES);
        while (!entries.isEmpty()) {
            entries.stream()
                    .filter(entry -> entry.kind() == JournalEntry.Kind.NEW)
                    .forEach(entry -> arrived.add(entry.transaction().id()));
            seen = entries.get(entries.size() - 1).sequence();
            entries = chain.journal().log(chain.person(), seen, ENTRIES);
        }
        return arrived;
    }

    /** How many of these lines stand in each state. */
    Map<Decision.State, Integer> standings(List<TransactionId> lines) {
        Map<Decision.State, Integer> count = new EnumMap<>(Decision.State.class);
        for (int from = 0; from < lines.size(); from += LINES) {
            List<TransactionId> part = lines.subList(from, Math.min(lines.size(), from + LINES));
            chain.matching()
                    .decisions(chain.person(), part)
                    .values()
                    .forEach(decision -> count.merge(decision.state(), 1, Integer::sum));
        }
        return count;
    }
}
