package org.bankfeed.simulator.internal.bank;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines that are shown newest first and found by id at once. Grows only at the new end. Not safe for threads. */
final class LineList {

    private final List<BankLine> oldestFirst = new ArrayList<>();
    private final Map<String, Integer> indexById = new HashMap<>();

    private final List<BankLine> newestFirst = new AbstractList<>() {
        @Override
        public BankLine get(int index) {
            return oldestFirst.get(oldestFirst.size() - 1 - index);
        }

        @Override
        public int size() {
            return oldestFirst.size();
        }
    };

    void add(BankLine line) {
        indexById.put(line.id(), oldestFirst.size());
        oldestFirst.add(line);
    }

    void replace(BankLine line) {
        Integer index = indexById.get(line.id());
        if (index != null) {
            oldestFirst.set(index, line);
        }
    }

    int size() {
        return oldestFirst.size();
    }

    List<BankLine> oldestFirst() {
        return List.copyOf(oldestFirst);
    }

    Optional<BankLine> find(String id) {
        @Nullable Integer index = indexById.get(id);
        return index == null ? Optional.empty() : Optional.of(oldestFirst.get(index));
    }

    Page<BankLine> page(Page.Wish wish) {
        return Page.of(newestFirst, wish, BankLine::id, id -> {
            @Nullable Integer index = indexById.get(id);
            return index == null ? -1 : oldestFirst.size() - 1 - index;
        });
    }
}
