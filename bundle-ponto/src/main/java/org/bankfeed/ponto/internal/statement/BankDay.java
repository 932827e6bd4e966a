package org.bankfeed.ponto.internal.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.ponto.internal.wire.LineFault;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
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
            throw fault(FaultCode.NO_DATE, FaultCode.NO_SUCH_DATE, field, text);
        }
        throw fault(FaultCode.NO_YEAR_OF_OURS, FaultCode.NOT_A_YEAR_OF_OURS, field, text);
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        boolean west = zone.getRules().getOffset(instant).getTotalSeconds() < 0;
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        return west && utc.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? utc.toLocalDate()
                : instant.atZone(zone).toLocalDate();
    }

    /** Quotes only what might be a date: a text that came into the wrong place may be somebody's account number. */
    private static LineFault fault(FaultCode silent, FaultCode quoting, String field, String text) {
        return text.matches("[-+0-9T:.Z/ ]{1,40}")
                ? new LineFault(quoting, new Name(field), new Text(text))
                : new LineFault(silent, new Name(field));
    }
}
