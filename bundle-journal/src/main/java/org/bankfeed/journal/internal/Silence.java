package org.bankfeed.journal.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.bankfeed.feed.FeedAccount.Availability;
import org.jspecify.annotations.Nullable;

/** Nothing came for two of the provider's windows, though nothing is reported broken. */
final class Silence {

    private Silence() {}

    /** Since when we did not read a link that stands, if that is too long. */
    static Optional<Instant> ofReading(LinkRow link, Instant now) {
        Instant last = latest(link.connection().since(), link.connection().lastReadAt());
        return Optional.of(last).filter(since -> since.isBefore(Windows.PONTO.twoAgo(now)));
    }

    /** Since when the bank of an account was not asked, if that is too long and nothing else says why. */
    static Optional<Instant> ofBank(LinkRow link, AccountRow row, Instant now) {
        boolean explained = row.availability() != Availability.AVAILABLE
                || row.account().problem() != null
                || Consent.of(row, now).filter(Consent::hasEnded).isPresent()
                || ofReading(link, now).isPresent();
        if (explained) {
            return Optional.empty();
        }
        // Who came or came back a moment ago has had no two windows yet.
        Instant begun = latest(latest(link.connection().since(), row.availabilitySince()), row.authorizedAt());
        Instant limit = Windows.PONTO.twoAgo(now);
        Instant asked = row.account().synchronizedAt();
        return Stream.of(begun, asked == null ? begun : asked).allMatch(moment -> moment.isBefore(limit))
                ? Optional.of(asked == null ? begun : asked)
                : Optional.empty();
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
