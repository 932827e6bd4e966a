package org.bankfeed.journal.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.internal.notice.Provider;
import org.bankfeed.journal.internal.notice.Windows;
import org.bankfeed.journal.internal.table.Digest;
import org.bankfeed.journal.internal.table.ReadingRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When companies are read by themselves: some time after each of the provider's windows, and each company at a moment of
 * its own, so that they do not all come at once. With wrong configuration nothing is read by itself, and the log says
 * why.
 */
@Component(service = ReadingPlan.class, configurationPid = ReadingPlan.PID)
@Designate(ocd = ReadingPlan.Config.class)
public final class ReadingPlan {

    static final String PID = "org.bankfeed.journal";

    private static final Logger LOG = LoggerFactory.getLogger(ReadingPlan.class);

    private static final int LONGEST = 360;
    private static final int MOST_WORKERS = 32;
    private static final double DIGESTS = 0x1p32;

    /** Configuration of the schedule. */
    @ObjectClassDefinition(name = "Bankfeed journal", description = "When the banks are read.")
    @interface Config {
        /** The provider's windows; empty for never by itself but for webhooks. */
        @AttributeDefinition(
                name = "Windows",
                description = "The times of day at which Ponto asks the banks, as hh:mm with commas; empty: nothing is"
                        + " read by itself except for a webhook.")
        String windows() default "02:00, 08:00, 14:00, 20:00";

        /** Whose clock the windows follow. */
        @AttributeDefinition(name = "Time zone", description = "Whose clock the windows follow.")
        String zone() default "Europe/Brussels";

        /** Minutes from the start of a window to the first reading. */
        @AttributeDefinition(
                name = "Delay",
                description = "Minutes that Ponto is given to ask the banks before the first company is read.",
                min = "0",
                max = "360")
        int delay() default 30;

        /** Minutes over which companies are spread. */
        @AttributeDefinition(
                name = "Spread",
                description = "Minutes over which the companies' readings are spread.",
                min = "0",
                max = "360")
        int spread() default 60;

        /** Companies that this node reads at the same time. */
        @AttributeDefinition(
                name = "Workers",
                description = "How many companies this node reads at the same time.",
                min = "1",
                max = "32")
        int workers() default 2;
    }

    /** What is configured. */
    record Times(Windows windows, Duration delay, Duration spread, int workers) {

        static final Times NEVER = new Times(new Windows(List.of(), Provider.ZONE), Duration.ZERO, Duration.ZERO, 1);

        Times {
            if (workers < 1 || workers > MOST_WORKERS) {
                throw wrong("workers", workers, "a number from 1 to " + MOST_WORKERS);
            }
        }

        /** @throws IllegalArgumentException with what is wrong */
        static Times of(String windows, String zone, int delay, int spread, int workers) {
            return new Times(
                    new Windows(starts(windows), ReadingPlan.zone(zone)),
                    minutes("delay", delay),
                    minutes("spread", spread),
                    workers);
        }
    }

    private final Times times;

    /** The plan as configured. */
    @Activate
    public ReadingPlan(Config config) {
        this(times(config));
    }

    ReadingPlan(Windows windows, Duration delay, Duration spread, int workers) {
        this(new Times(windows, delay, spread, workers));
    }

    ReadingPlan(Times times) {
        this.times = times;
    }

    private static Times times(Config config) {
        try {
            return Times.of(config.windows(), config.zone(), config.delay(), config.spread(), config.workers());
        } catch (IllegalArgumentException e) {
            LOG.error("{}. Until it is mended, the banks are read by themselves only after a webhook.", e.getMessage());
            return Times.NEVER;
        }
    }

    Windows windows() {
        return times.windows();
    }

    int workers() {
        return times.workers();
    }

    /**
     * When a company is read next; in the past if its turn has come.
     *
     * @return empty if it never is by itself
     */
    Optional<Instant> next(ReadingRow row) {
        if (row.isAskedFor()) {
            return Optional.of(Instant.MIN);
        }
        if (windows().starts().isEmpty()) {
            return Optional.empty();
        }
        Instant last = row.readAt();
        if (last == null) {
            return Optional.of(Instant.MIN);
        }
        Duration own = times.delay().plus(share(row.company()));
        Instant regular = windows().firstAfter(last.minus(own)).plus(own);
        Instant again = row.againAt();
        return Optional.of(again != null && again.isBefore(regular) ? again : regular);
    }

    boolean isDue(ReadingRow row, Instant now) {
        return next(row).filter(moment -> !moment.isAfter(now)).isPresent();
    }

    /** The company's own part of the spread: the same on every node and after every start. */
    private Duration share(CompanyId company) {
        long digest = Long.parseLong(Digest.of(company.value()).substring(0, 8), 16);
        return Duration.ofSeconds((long) (times.spread().toSeconds() * (digest / DIGESTS)));
    }

    private static List<LocalTime> starts(String configured) {
        return Arrays.stream(configured.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(ReadingPlan::time)
                .toList();
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("windows", text, "a time of day such as 08:00");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw wrong("zone", text, "a time zone such as Europe/Brussels");
        }
    }

    private static Duration minutes(String key, int minutes) {
        if (minutes < 0 || minutes > LONGEST) {
            throw wrong(key, minutes, "a number of minutes from 0 to " + LONGEST);
        }
        return Duration.ofMinutes(minutes);
    }

    private static IllegalArgumentException wrong(String key, Object value, String wanted) {
        return new IllegalArgumentException(
                "configuration " + PID + ": " + key + " is '" + value + "'; it must be " + wanted);
    }
}
