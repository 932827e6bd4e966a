package org.bankfeed.journal.internal.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bankfeed.journal.Notice.Gravity;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.internal.table.AccountRow;

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

    public String sentence(String provider, RecentLines recent) {
        return hasEnded() ? ended(provider, recent) : ends(provider, recent);
    }

    private String ends(String provider, RecentLines recent) {
        return (gravity == Gravity.URGENT ? "Urgent: the" : "The") + " authorization by which " + provider
                + " has access to account " + row.called() + " ends "
                + (days == 0 ? "today, " + lastDay : "on " + lastDay + ", " + (days == 1 ? "tomorrow" : in()))
                + "; then its transactions stop. " + recent.cameBefore("today");
    }

    private String in() {
        return "in " + days + " days";
    }

    private String ended(String provider, RecentLines recent) {
        boolean early = row.account().authorizationEnds() == null
                || since.isBefore(row.account().authorizationEnds());
        return provider + " has no longer access to account " + row.called() + ": "
                + (early ? "the bank refuses the authorization" : "the authorization at the bank ended " + ago())
                + ". " + recent.cameBefore("that") + " " + recent.lastOne()
                + " The account needs to be authorized again.";
    }

    private String ago() {
        return days == 0 ? "today" : days == -1 ? "yesterday" : -days + " days ago";
    }
}
