package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;

/** Payments of ours that are under way, as the host announced them: by their end-to-end ids, documents and batches. */
public final class UnderWay {

    private final Map<String, Announced> all = new LinkedHashMap<>();
    private final Map<String, List<Announced>> byEndToEnd = new HashMap<>();
    private final Map<String, List<Announced>> byDocument = new HashMap<>();
    private List<Batch> batches = List.of();

    public boolean isEmpty() {
        return all.isEmpty();
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

    /** Those that bear an end-to-end id. */
    public List<Announced> withId(String endToEndId) {
        return byEndToEnd.getOrDefault(endToEndId, List.of());
    }

    /** Those that the bank books together, file by file. */
    public List<Batch> batches() {
        return batches;
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
