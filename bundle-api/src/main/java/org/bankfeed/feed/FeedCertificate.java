package org.bankfeed.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * A certificate by which a provider knows us.
 *
 * @param purpose what it is for, in a word: {@code TLS} or {@code signature}
 * @param key the configuration key that names its file
 * @param subject its name
 * @param begins from when it is valid
 * @param ends until when it is valid
 * @param used whether it is the one in use; another one lies ready
 */
public record FeedCertificate(String purpose, String key, String subject, Instant begins, Instant ends, boolean used) {

    private static final int[] THRESHOLDS = {7, 14, 30, 60};

    /** Whole days until it ends; negative when it has ended. */
    public long daysLeft(Instant now) {
        return Math.floorDiv(Duration.between(now, ends).toSeconds(), 86_400);
    }

    /** The smallest of 7, 14, 30 and 60 days that it has not more than, or empty while there is time. */
    public OptionalInt warning(Instant now) {
        for (int days : THRESHOLDS) {
            if (!ends.isAfter(now.plus(Duration.ofDays(days)))) {
                return OptionalInt.of(days);
            }
        }
        return OptionalInt.empty();
    }
}
