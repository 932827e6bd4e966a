package org.bankfeed.shell.internal.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Retention;
import org.jspecify.annotations.Nullable;

/** How things are written in tables, and read from arguments. */
final class Texts {

    /** In which moments are told, as in the journal's sentences and on the pages: the banks', wherever this container is. */
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Texts() {}

    static String orDash(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    /** A moment in the zone that {@link #in} names. */
    static String minute(@Nullable Instant moment) {
        return moment == null ? "-" : MINUTE.format(moment.atZone(ZONE));
    }

    /** The same within a sentence. */
    static String moment(@Nullable Instant moment) {
        return moment == null ? "never" : in(minute(moment));
    }

    /** The head of a column of moments. */
    static String in(String column) {
        return column + " (Brussels)";
    }

    static String percent(double confidence) {
        return Math.round(confidence * 100) + " %";
    }

    /** One line of at most so many characters. */
    static String shortened(@Nullable String text, int most) {
        String line =
                Objects.requireNonNullElse(text, "").replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }

    static String applications(List<Application> applications, SetOff setOff) {
        return applications.stream()
                .map(one -> application(one) + (setOff.is(one) ? " set off" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String application(Application application) {
        String amount = application.amount().toString();
        String writeOff = application.writeOff().isZero()
                ? ""
                : " + " + application.writeOff().decimal() + " written off";
        String back = application.takesBack() == null ? "" : " taken back from " + application.takesBack();
        return application.document() + ": " + amount + writeOff + back;
    }

    /** What is held back of an open document: amount, ground, and the day until when. */
    static String heldBack(OpenItem item) {
        return item.isOpen() ? item.retentions().stream().map(Texts::heldBack).collect(Collectors.joining(", ")) : "";
    }

    private static String heldBack(Retention one) {
        String ground =
                switch (one.kind()) {
                    case GUARANTEE -> "guarantee";
                    case SOCIAL_DEBT -> "art. 30bis";
                    case TAX_DEBT -> "art. 402";
                };
        return one.amount().decimal() + " " + ground + (one.dueDate() == null ? "" : " until " + one.dueDate());
    }

    static @Nullable LocalDate day(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    option + " is '" + text + "', which is no day: write it as 2026-11-22", e);
        }
    }
}
