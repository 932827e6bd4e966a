package org.bankfeed.journal.internal.notice;

import static org.bankfeed.journal.internal.notice.Words.name;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bankfeed.journal.Notice.Gravity;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Sentence;

/**
 * What is to be said now of an account holder's consent at his bank: 30, 14, 7, 1 and 0 days before it ends, and each
 * day after.
 *
 * @param since when this step began
 * @param lastDay the day on which it ends or ended, in the bank's zone
 * @param days from today to that day; negative after it
 */
public record Consent(AccountRow row, Kind kind, Gravity gravity, Instant since, LocalDate lastDay, long days) {

    private static final int[] STEPS = {0, 1, 7, 14, 30};

    /** From this step on it presses. */
    private static final int URGENT = 7;

    /** Empty while there is nothing to say. */
    public static Optional<Consent> of(AccountRow row, Instant now) {
        Instant ends = row.account().authorizationEnds();
        LocalDate today = LocalDate.ofInstant(now, row.zone());
        if (ends != null && !now.isBefore(ends)) {
            return Optional.of(ended(row, ends, today));
        }
        if (row.consentFailed()) {
            Instant asked = row.account().synchronizedAt();
            return Optional.of(ended(row, asked == null || asked.isAfter(now) ? now : asked, today));
        }
        return ends == null ? Optional.empty() : ending(row, LocalDate.ofInstant(ends, row.zone()), today);
    }

    private static Consent ended(AccountRow row, Instant since, LocalDate today) {
        LocalDate lastDay = LocalDate.ofInstant(since, row.zone());
        long days = ChronoUnit.DAYS.between(today, lastDay);
        return new Consent(row, Kind.AUTHORIZATION_ENDED, Gravity.STOPPED, since, lastDay, days);
    }

    private static Optional<Consent> ending(AccountRow row, LocalDate lastDay, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, lastDay);
        return IntStream.of(STEPS)
                .filter(step -> days <= step)
                .boxed()
                .findFirst()
                .map(step -> {
                    Instant since =
                            lastDay.minusDays(step).atStartOfDay(row.zone()).toInstant();
                    Gravity gravity = step <= URGENT ? Gravity.URGENT : Gravity.WARNING;
                    return new Consent(row, Kind.AUTHORIZATION_ENDS, gravity, since, lastDay, days);
                });
    }

    public boolean hasEnded() {
        return kind == Kind.AUTHORIZATION_ENDED;
    }

    public List<Sentence> sentences(String provider, RecentLines recent) {
        return hasEnded() ? ended(provider, recent) : ends(provider, recent);
    }

    private List<Sentence> ends(String provider, RecentLines recent) {
        SentenceCode code = gravity == Gravity.URGENT ? SentenceCode.CONSENT_ENDS_SOON : SentenceCode.CONSENT_ENDS;
        return List.of(
                Sentence.of(code, name(provider), name(row), new Day(lastDay), new Count(days)), recent.beforeToday());
    }

    private List<Sentence> ended(String provider, RecentLines recent) {
        boolean early = row.account().authorizationEnds() == null
                || since.isBefore(row.account().authorizationEnds());
        return List.of(
                early
                        ? Sentence.of(SentenceCode.CONSENT_REFUSED, name(provider), name(row))
                        : Sentence.of(SentenceCode.CONSENT_ENDED, name(provider), name(row), new Count(-days)),
                recent.beforeThat(),
                recent.lastOne(),
                Sentence.of(SentenceCode.CONSENT_NEEDED));
    }
}
