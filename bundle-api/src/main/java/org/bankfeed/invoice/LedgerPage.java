package org.bankfeed.invoice;

import java.util.List;

/**
 * Documents that changed since a position.
 *
 * @param items as they are now, in order of their last change; the same document may come again later
 * @param next to be committed with what was made of the items
 * @param more whether there is more to read now
 */
public record LedgerPage(List<OpenItem> items, LedgerPosition next, boolean more) {

    public LedgerPage {
        items = List.copyOf(items);
    }
}
