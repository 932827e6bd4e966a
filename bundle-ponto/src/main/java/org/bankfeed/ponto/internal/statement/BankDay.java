package org.bankfeed.ponto.internal.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.bankfeed.ponto.internal.wire.LineFault;
import org.jspecify.annotations.Nullable;

/**
 * Ponto writes bank days as instants in two ways: midnight UTC of the day, and midnight at the bank told in UTC. The date
 * in the bank's zone is right for both, except west of UTC, where midnight UTC is still the day before.
 */
final class BankDay {

    private BankDay() {}

    /**
     * Reads a day.
     *
     * @param text an instant with 0 to 9 fraction digits, or a plain date
     * @return {@code null} for no text
     */
    static @Nullable LocalDate of(String field, @Nullable String text, ZoneId zone) throws LineFault {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = text.length() == 10
                    ? LocalDate.parse(text)
                    : day(OffsetDateTime.parse(text).toInstant(), zone);
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new LineFault("%s %sis not a date".formatted(field, quoted(text)));
        }
        throw new LineFault("%s %sis not a year of our time".formatted(field, quoted(text)));
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        boolean west = zone.getRules().getOffset(instant).getTotalSeconds() < 0;
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        return west && utc.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? utc.toLocalDate()
                : instant.atZone(zone).toLocalDate();
    }

    /** Only what might be a date: a text that came into the wrong place may be somebody's account number. */
    private static String quoted(String text) {
        return text.matches("[-+0-9T:.Z/ ]{1,40}") ? "'" + text + "' " : "";
    }
}
