package org.bankfeed.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list.
 *
 * @param items in the list's order
 * @param next passed to the same query for the part that follows, opaque; {@code null} when this was the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
