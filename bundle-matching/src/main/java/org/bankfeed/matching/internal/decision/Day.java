package org.bankfeed.matching.internal.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.judge.Decider;
import org.bankfeed.matching.internal.table.Taken;
import org.jspecify.annotations.Nullable;

/**
 * The new lines of one bank day of an account, weighed together: the order in which a bank lists them means nothing. They
 * are decided as they came, except that of two that could take the same document the stronger goes first, and the other is
 * judged again with what is left. Each line is judged once more than alone.
 */
public final class Day {

    private final Book book;
    private final List<Arrived> waiting;
    private final Map<Arrived, Claim> claims = new HashMap<>();

    /** Documents that a line of the day names which nobody decided: they are for no other line of the day. */
    private final Set<String> named = new HashSet<>();

    /** A line that came, with the host's id of our account. */
    public record Arrived(
            Line line, String account, @Nullable String hostAccount) {

        public boolean sameDayAs(Arrived other) {
            return account.equals(other.account) && line.day().equals(other.line.day());
        }
    }

    public Day(Book book, List<Arrived> arrived) {
        this.book = book;
        this.waiting = new ArrayList<>(arrived);
    }

    /** Hands the lines on, one after the other; each must be recorded in the book before the next. */
    public void decide(BiConsumer<Arrived, Day> decided) {
        while (!waiting.isEmpty()) {
            Arrived next = waiting.size() == 1 ? waiting.get(0) : strongestAgainst(waiting.get(0));
            waiting.remove(next);
            Claim claim = claims.remove(next);
            decided.accept(next, this);
            if (claim != null) {
                claims.values().removeIf(claim::meets);
            }
        }
    }

    /** A line, or whichever goes before it, before that one, and so on. */
    private Arrived strongestAgainst(Arrived first) {
        Arrived strongest = first;
        boolean found = true;
        while (found) {
            found = false;
            for (Arrived other : waiting) {
                Claim claim = claim(strongest);
                if (other != strongest
                        && claim(other).meets(claim)
                        && claim(other).isStrongerThan(claim)) {
                    strongest = other;
                    found = true;
                }
            }
        }
        return strongest;
    }

    private Claim claim(Arrived one) {
        return claims.computeIfAbsent(one, arrived -> Claim.of(Decider.decide(book, arrived.line())));
    }

    /** The document that keeps a line from being booked by itself, because an open line of the day names it; or null. */
    @Nullable
    String keptFrom(Verdict verdict) {
        return Claim.of(verdict).named
                ? null
                : verdict.shares().stream()
                        .map(Share::document)
                        .filter(named::contains)
                        .findFirst()
                        .orElse(null);
    }

    /** A line of the day was decided; if it stays open, what it names is for no other. */
    void open(Taken taken) {
        if (taken.state() == State.SUGGESTED && !taken.words().proposals().isEmpty()) {
            Claim claim = Claim.of(taken.words().proposals().get(0));
            if (claim.named) {
                named.addAll(claim.documents);
            }
        }
    }
}
