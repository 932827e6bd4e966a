package org.bankfeed.matching.internal.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bankfeed.invoice.Retention;
import org.bankfeed.matching.internal.core.Minor;
import org.jspecify.annotations.Nullable;

/** What is held back of a document, as one text in one column: it is read and written whole and never searched. */
final class Retentions {

    private Retentions() {}

    static @Nullable String written(List<Retention> retentions) {
        return retentions.isEmpty()
                ? null
                : retentions.stream()
                        .map(one -> one.kind() + " " + Minor.of(one.amount())
                                + (one.dueDate() == null ? "" : " " + one.dueDate()))
                        .collect(Collectors.joining("\n"));
    }

    static List<Retention> read(@Nullable String written, String currency) {
        if (written == null) {
            return List.of();
        }
        List<Retention> retentions = new ArrayList<>(2);
        for (String line : written.split("\n")) {
            String[] parts = line.split(" ");
            retentions.add(new Retention(
                    Retention.Kind.valueOf(parts[0]),
                    Minor.money(Long.parseLong(parts[1]), currency),
                    parts.length > 2 ? LocalDate.parse(parts[2]) : null));
        }
        return retentions;
    }
}
