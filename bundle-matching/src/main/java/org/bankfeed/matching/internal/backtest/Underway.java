package org.bankfeed.matching.internal.backtest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Book;

/** Payments of ours that are under way in a history, less those that a line carried out as it was last decided. */
final class Underway {

    private final Book book;
    private final Map<String, Announced> told = new LinkedHashMap<>();

    /** Money out and collections come by few lines: those alone that something was under way for. */
    private final Map<String, Line> lines = new HashMap<>();

    private final Map<String, List<Announced>> executed = new HashMap<>();
    private boolean news;

    Underway(Book book) {
        this.book = book;
    }

    void came(Announced payment) {
        told.put(payment.id(), payment);
        news = true;
    }

    void went(String payment) {
        news |= told.remove(payment) != null;
    }

    /** Tells the book, if there is news: all at once, before the next line, because each telling reads them all. */
    void tell() {
        if (news) {
            Set<String> done = new HashSet<>();
            executed.values().forEach(some -> some.forEach(one -> done.add(one.id())));
            book.announced(told.values().stream()
                    .filter(one -> !done.contains(one.id()))
                    .toList());
            news = false;
        }
    }

    /** A line was decided for the first time. */
    void booked(Line line, List<Share> shares) {
        if (!told.isEmpty()) {
            lines.put(line.id(), line);
            carryOut(line, shares);
        }
    }

    /** What a line settles was said anew. */
    void settled(String id, List<Share> shares) {
        Line line = lines.get(id);
        if (line != null) {
            // the book takes what it carried out as under way again, until it is told
            news |= executed.remove(id) != null;
            tell();
            carryOut(line, shares);
        }
    }

    private void carryOut(Line line, List<Share> shares) {
        List<Announced> done = book.executedBy(line, shares);
        if (!done.isEmpty()) {
            executed.put(line.id(), done);
            book.executed(line.id(), done);
        }
    }
}
