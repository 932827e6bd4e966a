package org.bankfeed.screens.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of who pays for whom, as a row.
 *
 * @param what kind and value, an account number masked
 * @param payer the third party that pays, or {@code null} if the party pays for itself
 * @param counts how often it was said, in words
 * @param doubted whether more persons rejected it than said it, so that it does not count
 * @param line the page of the line that taught it, after the base, or {@code null}
 */
public record FactRow(
        String id,
        String what,
        String party,
        @Nullable String payer,
        String counts,
        boolean doubted,
        @Nullable String line,
        @Nullable String by,
        Instant at) {

    public static FactRow of(LearnedFact fact) {
        return new FactRow(
                fact.id(),
                kind(fact.kind()) + " " + Masking.of(fact.shown()),
                fact.partyName(),
                fact.thirdParty() ? Masking.of(fact.payer()) : null,
                counts(fact),
                fact.rejected() > fact.confirmed() + fact.booked(),
                fact.from() == null
                        ? null
                        : "/bank/line?id=" + URLEncoder.encode(fact.from().toString(), StandardCharsets.UTF_8),
                fact.by(),
                fact.at());
    }

    private static String kind(LearnedFact.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> "Account";
            case NAME -> "Name";
            case MANDATE -> "Mandate";
        };
    }

    private static String counts(LearnedFact fact) {
        StringBuilder counts = new StringBuilder();
        add(counts, fact.confirmed(), "confirmed");
        add(counts, fact.booked(), "booked by itself");
        add(counts, fact.rejected(), "rejected");
        return counts.toString();
    }

    private static void add(StringBuilder counts, int times, String what) {
        if (times > 0) {
            counts.append(counts.isEmpty() ? "" : ", ")
                    .append(times)
                    .append(" × ")
                    .append(what);
        }
    }
}
