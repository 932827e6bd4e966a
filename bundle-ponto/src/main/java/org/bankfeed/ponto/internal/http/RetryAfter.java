package org.bankfeed.ponto.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}. */
final class RetryAfter {

    private RetryAfter() {}

    /**
     * How long to wait, at least a second.
     *
     * @param header seconds, or a date
     * @param date the answer's own {@code Date}: a date is meant by the server's clock, which may differ from ours
     * @param now taken where the answer has no date
     * @return {@code null} if nothing was said that can be understood
     */
    static @Nullable Duration of(@Nullable String header, @Nullable String date, Instant now) {
        if (header == null || header.isBlank()) {
            return null;
        }
        Duration wait = read(header.strip(), date, now);
        return wait != null && wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    private static @Nullable Duration read(String header, @Nullable String date, Instant now) {
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        Instant until = instant(header);
        if (until == null) {
            return null;
        }
        Instant sent = date == null ? null : instant(date);
        return Duration.between(sent == null ? now : sent, until);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
