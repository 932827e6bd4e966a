package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.LinkRow;
import org.jspecify.annotations.Nullable;

/** Nothing came for two of the provider's windows, though nothing is reported broken. */
public final class Silence {

    private final Standing standing;
    private final Instant limit;

    public Silence(Standing standing) {
        this.standing = standing;
        this.limit = standing.windows().twoAgo(standing.now());
    }

    /** Since when we read nothing through a link that stands, if that is too long. */
    public Optional<Instant> ofLink(LinkRow link) {
        return tooLong(standing.lastRead(link));
    }

    /** Since when we could not read an account, if that is too long and others of its link were read. */
    public Optional<Instant> ofReading(LinkRow link, AccountRow row) {
        boolean explained = row.account().lastReadAt() == null && row.account().problem() == null
                || ofLink(link).isPresent();
        Instant begun = latest(link.connection().since(), row.availabilitySince());
        return explained
                ? Optional.empty()
                : tooLong(latest(begun, row.account().lastReadAt()));
    }

    /** Since when the bank of an account was not asked, if that is too long and nothing else says why. */
    public Optional<Instant> ofBank(LinkRow link, AccountRow row) {
        boolean explained = row.availability() != Availability.AVAILABLE
                || row.account().problem() != null
                || Consent.of(row, standing.now()).filter(Consent::hasEnded).isPresent()
                || ofLink(link).isPresent();
        if (explained) {
            return Optional.empty();
        }
        // Who came or came back a moment ago has had no two windows yet.
        Instant begun = latest(latest(link.connection().since(), row.availabilitySince()), row.authorizedAt());
        Instant asked = row.account().synchronizedAt();
        return Stream.of(begun, asked == null ? begun : asked).allMatch(moment -> moment.isBefore(limit))
                ? Optional.of(asked == null ? begun : asked)
                : Optional.empty();
    }

    /** Since when the provider's synchronizations with the bank fail, if that is too long. */
    public Optional<Instant> ofAnswers(AccountRow row) {
        Instant failing = row.failingSince();
        return failing == null || row.availability() == Availability.READ_ONLY ? Optional.empty() : tooLong(failing);
    }

    private Optional<Instant> tooLong(Instant since) {
        return Optional.of(since).filter(moment -> moment.isBefore(limit));
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
