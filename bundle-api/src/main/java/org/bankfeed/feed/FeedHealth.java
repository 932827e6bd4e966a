package org.bankfeed.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator should know of a feed's own means: its configuration and its certificates, never its links.
 *
 * @param fault one sentence on what is wrong with its configuration, or {@code null} if nothing is; a feed may work on
 *     with what was good before
 * @param certificates by which the provider knows us
 */
public record FeedHealth(@Nullable String fault, List<FeedCertificate> certificates) {

    /** Nothing is wrong, and nothing can expire. */
    public static final FeedHealth GOOD = new FeedHealth(null, List.of());

    public FeedHealth {
        certificates = List.copyOf(certificates);
    }

    /** The last certificate of each purpose that ends within 60 days: no later one lies ready. */
    public List<FeedCertificate> ending(Instant now) {
        return certificates.stream()
                .filter(one -> one.warning(now).isPresent())
                .filter(one -> certificates.stream()
                        .noneMatch(other -> other.purpose().equals(one.purpose())
                                && other.ends().isAfter(one.ends())))
                .toList();
    }

    /** One sentence for each of {@link #ending}. */
    public List<String> warnings(Instant now) {
        return ending(now).stream().map(one -> sentence(one, now)).toList();
    }

    private static String sentence(FeedCertificate one, Instant now) {
        long days = one.daysLeft(now);
        return days < 0
                ? "The %s certificate (%s) ended on %s; put a new one in its place"
                        .formatted(one.purpose(), one.key(), one.ends())
                : "The %s certificate (%s) ends in %d days, on %s; order the next one and put it beside this one"
                        .formatted(one.purpose(), one.key(), days, one.ends());
    }
}
