package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.matching.internal.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Payments of ours that are under way, as the host announced them. A line with the end-to-end id of one is that payment; one
 * line for a whole file is the sum of the payments of its batch.
 */
final class OwnPayments {

    private final OwnPaymentShares shares;
    private final Map<String, Announced> all = new LinkedHashMap<>();
    private final Map<String, List<Announced>> byEndToEnd = new HashMap<>();
    private final Map<String, List<Announced>> byDocument = new HashMap<>();
    private List<Batch> batches = List.of();

    OwnPayments(Book book) {
        this.shares = new OwnPaymentShares(book);
    }

    /** What is under way now; whatever was announced before and is not told again is not. */
    void announced(List<Announced> now) {
        all.clear();
        now.forEach(one -> all.put(one.id(), one));
        index();
    }

    /** These were carried out. */
    void executed(List<Announced> done) {
        done.forEach(one -> all.remove(one.id()));
        index();
    }

    /** These were not carried out after all: until the host says otherwise they are under way again. */
    void again(List<Announced> undone) {
        undone.forEach(one -> all.putIfAbsent(one.id(), one));
        index();
    }

    private void index() {
        byEndToEnd.clear();
        byDocument.clear();
        Map<String, List<Announced>> inBatch = new LinkedHashMap<>();
        for (Announced one : all.values()) {
            if (!one.endToEndId().isEmpty()) {
                keep(byEndToEnd, one.endToEndId(), one);
            }
            one.documents().forEach(document -> keep(byDocument, document, one));
            if (one.batch() != null) {
                keep(
                        inBatch,
                        one.file() + "\n" + one.batch() + "\n" + one.currency() + (one.amount() > 0 ? "+" : "-"),
                        one);
            }
        }
        batches = inBatch.values().stream().map(Batch::new).toList();
    }

    private static void keep(Map<String, List<Announced>> index, String key, Announced one) {
        index.computeIfAbsent(key, none -> new ArrayList<>(1)).add(one);
    }

    /** The verdict if the line is one of them or a batch, else {@code null}. */
    @Nullable
    Verdict verdict(Line line) {
        if (all.isEmpty()) {
            return null;
        }
        Verdict single = single(line);
        return single != null ? single : batch(line);
    }

    private @Nullable Verdict single(Line line) {
        List<Announced> alike = byEndToEnd.getOrDefault(Fillers.orEmpty(line.endToEndId()), List.of()).stream()
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
        List<Batch> same = batches.stream().filter(batch -> batch.mayBe(line)).toList();
        List<Batch> named = same.stream()
                .filter(batch -> batch.isNamedIn(text) || batch.isNamedIn(id) || batch.isNamedIn(more))
                .toList();
        if (named.size() == 1) {
            return new BatchSplit(named.get(0), true, line, shares).verdict();
        }
        if (named.stream().map(batch -> batch.id).distinct().count() == 1) {
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

    /** Whether a payment under way bears an end-to-end id. */
    boolean gave(String endToEndId) {
        return byEndToEnd.containsKey(endToEndId);
    }

    /** Which of them a line carries out that settles something: those whose documents it settles, up to its amount. */
    List<Announced> executedBy(Line line, List<Share> settles) {
        if (all.isEmpty()) {
            return List.of();
        }
        Set<String> settled = settles.stream()
                .filter(share -> share.amount() > 0)
                .map(Share::document)
                .collect(Collectors.toSet());
        Set<Announced> candidates = new LinkedHashSet<>();
        settled.forEach(document -> candidates.addAll(byDocument.getOrDefault(document, List.of())));
        List<Announced> order = new ArrayList<>(candidates);
        order.sort(Comparator.comparing((Announced one) -> !one.endToEndId().equals(line.endToEndId()))
                .thenComparing(Announced::expected)
                .thenComparing(Announced::id));
        List<Announced> done = new ArrayList<>();
        long left = line.size();
        for (Announced one : order) {
            boolean fits = one.amount() > 0 == line.in()
                    && one.currency().equals(line.currency())
                    && settled.containsAll(one.documents())
                    && one.size() <= left;
            if (fits) {
                done.add(one);
                left -= one.size();
            }
        }
        return done;
    }
}
