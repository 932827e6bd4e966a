package org.bankfeed.screens.internal.page.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.screens.internal.rooms.MissingRoomException;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of a page: the journal knows the texts, the matching the states.
 *
 * <p>What it costs: one journal page and one bulk question to the matching for the first {@value #PAGE} lines looked at. The
 * rarer the state is among those, the larger the parts that follow, up to {@value #LARGEST}: at most
 * {@value #MOST_LOOKED_AT} lines, so some twenty of each. A page ends where a page of the journal ends, so that the
 * journal's own cursor leads on without a line lost or shown twice; it may hold more than {@value #PAGE} lines for that.
 */
final class BankLines {

    private static final int PAGE = 50;
    private static final int LARGEST = 500;
    private static final int MOST_LOOKED_AT = 10_000;

    private final Rooms rooms;
    private final Caller caller;

    BankLines(Rooms rooms, Caller caller) {
        this.rooms = rooms;
        this.caller = caller;
    }

    /**
     * A page of lines.
     *
     * @param decisions of those that were taken up, or null while the matching is away
     * @param next where it goes on, or null
     * @param lookedAt how many lines of the journal were looked at
     */
    record Found(
            List<BankTransaction> lines,
            @Nullable Map<TransactionId, Decision> decisions,
            @Nullable String next,
            int lookedAt) {}

    Found find(BankQuery query) {
        PaymentMatching matching = matching().orElse(null);
        List<BankTransaction> lines = new ArrayList<>();
        Map<TransactionId, Decision> decisions = new HashMap<>();
        // without the matching every line is shown: better one too many than one that nobody sees
        boolean choose = matching != null || !query.state().decided();
        String cursor = query.after();
        int lookedAt = 0;
        do {
            Page<BankTransaction> page = page(query, cursor, part(lookedAt, lines.size()));
            Map<TransactionId, Decision> these = matching == null ? Map.of() : decisions(matching, page.items());
            for (BankTransaction line : page.items()) {
                if (!choose || query.state().holds(line, these.get(line.id()))) {
                    lines.add(line);
                }
            }
            decisions.putAll(these);
            lookedAt += page.items().size();
            cursor = page.next();
        } while (cursor != null && lines.size() < PAGE && lookedAt < MOST_LOOKED_AT);
        return new Found(lines, matching == null ? null : decisions, cursor, lookedAt);
    }

    /** How many lines are looked at next: about as many as hold what is missing. */
    private static int part(int lookedAt, int found) {
        int holdTheRest = lookedAt * (PAGE - found) / (found + 1);
        return Math.max(PAGE, Math.min(LARGEST, holdTheRest));
    }

    private Page<BankTransaction> page(BankQuery query, @Nullable String cursor, int limit) {
        try {
            return rooms.journal().transactions(caller, query.page(cursor, limit));
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(Message.of("bank.no-place"));
        }
    }

    /** What was decided of these lines; while the matching is away, nothing. */
    Map<TransactionId, Decision> decisions(List<BankTransaction> lines) {
        return matching().map(there -> decisions(there, lines)).orElse(Map.of());
    }

    private Map<TransactionId, Decision> decisions(PaymentMatching matching, List<BankTransaction> lines) {
        return matching.decisions(
                caller, lines.stream().map(BankTransaction::id).toList());
    }

    /** How many lines stand in each state; empty while the matching is away. */
    Map<Decision.State, Long> counts() {
        return matching().map(there -> there.counts(caller)).orElse(Map.of());
    }

    /** The line that a person should decide next, other than this one: the one that has waited longest. */
    Optional<TransactionId> nextToDecide(TransactionId other) {
        DecisionQuery open = new DecisionQuery(Set.of(Decision.State.SUGGESTED, Decision.State.NONE), null, null, 2);
        return matching().stream()
                .flatMap(there -> there.decisions(caller, open).items().stream())
                .map(Decision::transaction)
                .filter(id -> !Objects.equals(id, other))
                .findFirst();
    }

    Optional<PaymentMatching> matching() {
        try {
            return Optional.of(rooms.matching());
        } catch (MissingRoomException e) {
            return Optional.empty();
        }
    }
}
