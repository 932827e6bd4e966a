package org.bankfeed.invoice;

import java.util.List;

/** What became of a reversal. */
public sealed interface ReversalResult {

    /**
     * The booking is reversed by a counter-entry, now or since an earlier call.
     *
     * @param items the documents it touched, as they are now
     */
    record Reversed(List<OpenItem> items) implements ReversalResult {
        public Reversed {
            items = List.copyOf(items);
        }
    }

    /**
     * It was not reversed: there is no such booking, or a later line took (part of) it back.
     *
     * @param reason one sentence for the bookkeeper
     */
    record Refused(String reason) implements ReversalResult {}
}
