package org.bankfeed.journal.internal.table;

import java.time.Instant;
import org.bankfeed.access.CompanyId;
import org.jspecify.annotations.Nullable;

/**
 * How far a company's readings are.
 *
 * @param readAt when the last one began, or {@code null} if there was none since a link came
 * @param againAt when to try again what failed, or {@code null}
 * @param hints how often something asked for a reading at once
 * @param answered how many of these a reading has followed
 */
public record ReadingRow(
        CompanyId company,
        @Nullable Instant readAt,
        @Nullable Instant againAt,
        long hints,
        long answered) {

    /** Whether something asked for a reading that did not begin yet. */
    public boolean isAskedFor() {
        return hints > answered;
    }
}
