package org.bankfeed.simulator.internal.bank;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * A bank, with its own way of writing days and moments.
 *
 * @param fractionDigits how many digits of a second its moments show: 0, 3 or 6
 * @param pendingTransactions whether it tells of lines that it has not booked yet
 */
public record Institution(
        String id,
        String name,
        String bic,
        String country,
        ZoneId zone,
        DayStyle dayStyle,
        int fractionDigits,
        boolean pendingTransactions) {

    /** How a bank day becomes an instant. */
    public enum DayStyle {
        UTC_MIDNIGHT,
        LOCAL_MIDNIGHT
    }

    private static final DateTimeFormatter DAY = pattern("");
    private static final DateTimeFormatter DAY_WITH_MILLIS = pattern(".SSS");
    private static final DateTimeFormatter DAY_WITH_MICROS = pattern(".SSSSSS");

    /** The bank day, as this bank's data write it. */
    public String text(LocalDate day) {
        return text(
                dayStyle == DayStyle.UTC_MIDNIGHT
                        ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                        : day.atStartOfDay(zone).toInstant());
    }

    /** The moment, with this bank's number of digits. */
    public String text(Instant moment) {
        return switch (fractionDigits) {
            case 0 -> DAY.format(moment);
            case 3 -> DAY_WITH_MILLIS.format(moment);
            default -> DAY_WITH_MICROS.format(moment);
        };
    }

    /** Ponto's new connection to the same bank. */
    Institution replacement() {
        String newName = name + " (new connection)";
        return new Institution(
                UUID.nameUUIDFromBytes(("institution:" + newName).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                newName,
                bic,
                country,
                zone,
                dayStyle,
                fractionDigits,
                pendingTransactions);
    }

    private static DateTimeFormatter pattern(String fraction) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + fraction + "'Z'")
                .withZone(ZoneOffset.UTC);
    }
}
