package org.bankfeed.screens.internal.page.invoice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.value.Page;

/** The number that a new sales invoice may bear. */
final class InvoiceNumbers {

    private static final int PART = 500;
    private static final int PARTS = 6;

    /** In a demonstration the company's own people go on with their numbers, so a visitor's are apart from them. */
    private static final String VISITORS = "-9";

    private static final Pattern SERIES = Pattern.compile("(.*?)(\\d{1,9})");

    private static final Comparator<OpenItem> NEWEST = Comparator.comparing(OpenItem::issueDate)
            .thenComparing(item -> item.number().length())
            .thenComparing(OpenItem::number);

    private final Rooms rooms;

    InvoiceNumbers(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * The number after the one of the newest sales invoice of the year; empty if the year's numbers show no series, or if
     * there are so many that looking through them would keep the page waiting.
     */
    Optional<String> next(Caller caller, LocalDate today) {
        String year = Integer.toString(today.getYear());
        String series = rooms.timeLapse().isPresent() ? year + VISITORS : year;
        Set<String> taken = new HashSet<>();
        OpenItem newest = null;
        String after = null;
        for (int part = 0; part < PARTS; part++) {
            Page<InvoiceView> page = rooms.matching()
                    .invoices(caller, InvoiceQueries.of(OpenItem.Direction.SALES, Set.of(), year, after, PART));
            for (InvoiceView view : page.items()) {
                OpenItem item = view.item();
                taken.add(item.number());
                boolean ofTheSeries = item.type() == OpenItem.Type.INVOICE
                        && item.number().contains(series)
                        && SERIES.matcher(item.number()).matches();
                if (ofTheSeries && (newest == null || NEWEST.compare(item, newest) > 0)) {
                    newest = item;
                }
            }
            after = page.next();
            if (after == null) {
                return newest == null
                        ? Optional.of(series + (series.equals(year) ? "-001" : "001"))
                                .filter(first -> !taken.contains(first))
                        : after(newest.number(), taken);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> after(String number, Set<String> taken) {
        Matcher series = SERIES.matcher(number);
        if (!series.matches()) {
            return Optional.empty();
        }
        String digits = series.group(2);
        for (long next = Long.parseLong(digits) + 1; ; next++) {
            String padded =
                    "0".repeat(Math.max(0, digits.length() - Long.toString(next).length())) + next;
            String candidate = series.group(1) + padded;
            if (!taken.contains(candidate)) {
                return Optional.of(candidate);
            }
        }
    }
}
