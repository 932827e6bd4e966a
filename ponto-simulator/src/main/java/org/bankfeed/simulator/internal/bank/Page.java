package org.bankfeed.simulator.internal.bank;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param after the cursor of the page that follows, null at the end
 * @param before the cursor of the page ahead of this one, null at the start
 */
public record Page<T>(
        List<T> items,
        int limit,
        @Nullable String after,
        @Nullable String before) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * What a client asked for; at most one of the cursors is given.
     *
     * @param after the id of the last item before the page
     * @param before the id of the first item behind the page
     */
    public record Wish(
            int limit, @Nullable String after, @Nullable String before) {}

    /** The cursor is no item of the list. */
    public static final class UnknownCursorException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownCursorException() {
            super(null, null, false, false);
        }
    }

    /** The page of a short list. */
    public static <T> Page<T> of(List<T> all, Wish wish, Function<T, String> id) {
        return of(all, wish, id, cursor -> {
            for (int i = 0; i < all.size(); i++) {
                if (id.apply(all.get(i)).equals(cursor)) {
                    return i;
                }
            }
            return -1;
        });
    }

    /** The page of a list that knows where an id stands; -1 for one that is not there. */
    static <T> Page<T> of(List<T> all, Wish wish, Function<T, String> id, ToIntFunction<String> index) {
        int from;
        int to;
        if (wish.before() != null) {
            to = known(index.applyAsInt(wish.before()));
            from = Math.max(0, to - wish.limit());
        } else {
            from = wish.after() == null ? 0 : known(index.applyAsInt(wish.after())) + 1;
            to = Math.min(all.size(), from + wish.limit());
        }
        List<T> items = List.copyOf(all.subList(from, to));
        if (items.isEmpty()) {
            return new Page<>(items, wish.limit(), null, null);
        }
        return new Page<>(
                items,
                wish.limit(),
                to < all.size() ? id.apply(items.get(items.size() - 1)) : null,
                from > 0 ? id.apply(items.get(0)) : null);
    }

    private static int known(int index) {
        if (index < 0) {
            throw new UnknownCursorException();
        }
        return index;
    }
}
