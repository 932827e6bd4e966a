package org.bankfeed.matching.internal.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.judge.Decider;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.neighbour.Lines;

/**
 * Which documents the bank's pending lines are about to pay, by the rules for booked ones. Nothing is written of it: a
 * pending line may vanish.
 *
 * <p>A page that asks is answered at once. If the book cannot be looked at just now, a pending line counts as it was last
 * judged; one that was never judged is about to pay nothing, until the next look.
 */
final class PendingPayments {

    private final Desk desk;
    private volatile Map<Line, List<String>> judged = Map.of();

    PendingPayments(Desk desk) {
        this.desk = desk;
    }

    /** What a pending line is about to pay. */
    record Pays(Line line, List<String> documents) {}

    List<Pays> of(List<BankTransaction> pending) {
        List<Line> lines =
                pending.stream().map(Lines::pending).filter(Objects::nonNull).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<Line, List<String>> now = desk.glance(book -> judge(book, lines)).orElse(null);
        if (now == null) {
            now = judged;
        } else {
            judged = now;
        }
        List<Pays> pays = new ArrayList<>(lines.size());
        for (Line line : lines) {
            pays.add(new Pays(line, now.getOrDefault(line, List.of())));
        }
        return pays;
    }

    private static Map<Line, List<String>> judge(Book book, List<Line> lines) {
        Map<Line, List<String>> documents = new HashMap<>();
        for (Line line : lines) {
            Verdict verdict = Decider.decide(book, line);
            documents.put(
                    line,
                    verdict.kind() == Verdict.Kind.BOOK
                            ? verdict.shares().stream().map(Share::document).toList()
                            : List.of());
        }
        return documents;
    }
}
