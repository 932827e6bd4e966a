package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Batch;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Facts;
import org.bankfeed.matching.internal.core.book.UnderWay;
import org.bankfeed.matching.internal.text.Fillers;
import org.bankfeed.matching.internal.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are payments of ours. A line with the end-to-end id of one is that payment; one line for a whole file is the
 * sum of the payments of its batch.
 */
public final class OwnPayments {

    private final UnderWay underWay;
    private final OwnPaymentShares shares;

    public OwnPayments(Book book) {
        this.underWay = book.underWay();
        this.shares = new OwnPaymentShares(book);
    }

    /** The verdict if the line is one of them or a batch, else {@code null}. */
    @Nullable
    public Verdict verdict(Line line) {
        if (underWay.isEmpty()) {
            return null;
        }
        Verdict single = single(line);
        return single != null ? single : batch(line);
    }

    private @Nullable Verdict single(Line line) {
        List<Announced> alike = underWay.withId(Fillers.orEmpty(line.endToEndId())).stream()
                .filter(one -> one.amount() == line.amount() && one.currency().equals(line.currency()))
                .toList();
        // an id that was given twice tells nothing
        List<Share> settles = alike.size() == 1 ? shares.of(alike.get(0), line) : List.of();
        return settles.isEmpty() ? null : OwnPaymentWords.single(line, settles);
    }

    private @Nullable Verdict batch(Line line) {
        String text = Fold.compact(line.text());
        String id = Fold.compact(line.endToEndId());
        String more = Fold.compact(line.more());
        List<Batch> same =
                underWay.batches().stream().filter(batch -> batch.mayBe(line)).toList();
        List<Batch> named = same.stream()
                .filter(batch -> batch.isNamedIn(text) || batch.isNamedIn(id) || batch.isNamedIn(more))
                .toList();
        if (named.size() == 1) {
            return new BatchSplit(named.get(0), true, line, shares).verdict();
        }
        if (named.stream().map(batch -> batch.id()).distinct().count() == 1) {
            return ofSeveralFiles(named, line, List.of(text, id, more));
        }
        // who books a file as one line names no other side
        if (!named.isEmpty() || !Facts.accountKey(line.counterpart()).isEmpty()) {
            return null;
        }
        List<Batch> about = same.stream().filter(batch -> batch.isDue(line)).toList();
        List<Batch> whole =
                about.stream().filter(batch -> batch.sum() == line.size()).toList();
        List<Batch> asked = whole.isEmpty() ? about : whole;
        return asked.size() == 1 ? new BatchSplit(asked.get(0), false, line, shares).verdict() : null;
    }

    /** Batches of several files bear the name that a line says: the one whose file it names too, else a person decides. */
    private @Nullable Verdict ofSeveralFiles(List<Batch> alike, Line line, List<String> texts) {
        List<Batch> told = alike.stream()
                .filter(batch -> texts.stream().anyMatch(batch::isOfFileNamedIn))
                .toList();
        if (told.size() == 1) {
            return new BatchSplit(told.get(0), true, line, shares).verdict();
        }
        List<Batch> order = new ArrayList<>(alike);
        order.sort(Comparator.comparing((Batch batch) -> batch.sum() != line.size()));
        List<Verdict> verdicts = new ArrayList<>();
        for (Batch batch : order) {
            Verdict one = new BatchSplit(batch, true, line, shares).verdict();
            if (one != null) {
                verdicts.add(one);
            }
        }
        return verdicts.isEmpty() ? null : OwnPaymentWords.oneOfSeveral(alike, verdicts);
    }
}
