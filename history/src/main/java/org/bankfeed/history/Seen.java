package org.bankfeed.history;

import org.jspecify.annotations.Nullable;

/**
 * The ids that a history has given so far, as whoever takes its events in holds them. A {@link HistoryReader} asks at each
 * line for what came before it, and remembers nothing itself: a second memory of a million ids costs as much as reading them.
 */
public interface Seen {

    /** Whether a document of this id was opened. */
    boolean isOpened(String invoice);

    /** The currency (ISO 4217) of the transaction of this id, or {@code null} if none was booked. */
    @Nullable
    String currencyOf(String transaction);
}
