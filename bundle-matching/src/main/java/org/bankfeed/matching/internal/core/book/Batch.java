package org.bankfeed.matching.internal.core.book;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.text.Fold;

/** Announced payments that the bank books as one line. Not empty; of one currency and direction. */
public final class Batch {

    /** So short an id stands in many texts. */
    private static final int SHORTEST_ID = 4;

    private static final int DAYS_EARLY = 3;
    private static final int DAYS_LATE = 7;

    final String id;
    final List<Announced> payments;
    private final String compact;
    private final String file;
    private final long sum;

    Batch(List<Announced> payments) {
        Announced first = payments.get(0);
        this.id = first.batch() == null ? "" : first.batch();
        this.compact = Fold.compact(id);
        this.file = first.file() == null ? "" : Fold.compact(first.file());
        this.payments = List.copyOf(payments);
        this.sum = payments.stream().mapToLong(Announced::size).sum();
    }

    public String id() {
        return id;
    }

    public List<Announced> payments() {
        return payments;
    }

    public long sum() {
        return sum;
    }

    /** Whether a line goes its way, in its currency, and is not more than all of it. */
    public boolean mayBe(Line line) {
        Announced first = payments.get(0);
        return first.amount() > 0 == line.in() && first.currency().equals(line.currency()) && line.size() <= sum;
    }

    public boolean isNamedIn(String compactText) {
        return compact.length() >= SHORTEST_ID && compactText.contains(compact);
    }

    /** Whether a text names its file, beside the batch itself. */
    public boolean isOfFileNamedIn(String compactText) {
        return file.length() >= SHORTEST_ID && compactText.replace(compact, " ").contains(file);
    }

    /** Whether a line came about when it was expected. */
    public boolean isDue(Line line) {
        long days = ChronoUnit.DAYS.between(payments.get(0).expected(), line.day());
        return days >= -DAYS_EARLY && days <= DAYS_LATE;
    }
}
