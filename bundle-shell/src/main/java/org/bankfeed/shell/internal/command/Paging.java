package org.bankfeed.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** Walks a long list page by page. */
final class Paging {

    static final int PAGE = 500;

    private Paging() {}

    /**
     * @param most how many are wanted
     * @return the first of them, and whether there are more
     */
    static <T> Part<T> first(int most, Source<T> source) {
        List<T> items = new ArrayList<>();
        String after = null;
        do {
            Page<T> page = source.page(after, Math.min(PAGE, most - items.size()));
            items.addAll(page.items());
            after = page.next();
        } while (after != null && items.size() < most);
        return new Part<>(items, after != null);
    }

    /** All of them. */
    static <T> List<T> all(Source<T> source) {
        return first(Integer.MAX_VALUE, source).items();
    }

    /** Gives the page after a place. */
    @FunctionalInterface
    interface Source<T> {
        Page<T> page(@Nullable String after, int limit);
    }

    /** The beginning of a list. */
    record Part<T>(List<T> items, boolean more) {}
}
