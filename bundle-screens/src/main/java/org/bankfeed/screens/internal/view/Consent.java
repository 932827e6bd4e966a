package org.bankfeed.screens.internal.view;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * How long the holder's consent at the bank lasts.
 *
 * @param ends when it ends
 * @param tone how much that matters now
 * @param words {@code 83 days left}, {@code ends tomorrow}, {@code has ended}
 */
public record Consent(Instant ends, String tone, Message words) {

    private static final ZoneId BANK_ZONE = ZoneId.of("Europe/Brussels");

    /** Of a consent that ends then; null if nobody said when. */
    public static @Nullable Consent of(@Nullable Instant ends, Clock clock) {
        if (ends == null) {
            return null;
        }
        Instant now = clock.instant();
        if (!now.isBefore(ends)) {
            return new Consent(ends, "bad", Message.of("consent.ended"));
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, BANK_ZONE), LocalDate.ofInstant(ends, BANK_ZONE));
        Message words = Message.of(days == 0 ? "consent.today" : days == 1 ? "consent.tomorrow" : "consent.left", days);
        return new Consent(ends, days <= 7 ? "bad" : days <= 30 ? "warn" : "good", words);
    }
}
