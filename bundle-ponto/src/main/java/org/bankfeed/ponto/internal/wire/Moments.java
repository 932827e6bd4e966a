package org.bankfeed.ponto.internal.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Moments as Ponto writes them: ISO 8601 with 0 to 9 fraction digits. */
public final class Moments {

    private Moments() {}

    /** {@code null} for no text, and for one that is no moment: none of them is worth failing for. */
    public static @Nullable Instant read(@Nullable String text) {
        String given = Json.given(text);
        try {
            return given == null ? null : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
