package org.bankfeed.screens.internal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.screens.internal.words.Message;
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
        Message what,
        String party,
        @Nullable String payer,
        List<Message> counts,
        boolean doubted,
        @Nullable String line,
        @Nullable String by,
        Instant at) {

    public static FactRow of(LearnedFact fact) {
        return new FactRow(
                fact.id(),
                Message.of(kind(fact.kind()), Masking.of(fact.shown())),
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
            case ACCOUNT -> "learned.account";
            case NAME -> "learned.name";
            case MANDATE -> "learned.mandate";
        };
    }

    private static List<Message> counts(LearnedFact fact) {
        List<Message> counts = new ArrayList<>();
        add(counts, fact.confirmed(), "learned.confirmed");
        add(counts, fact.booked(), "learned.booked");
        add(counts, fact.rejected(), "learned.rejected");
        return counts;
    }

    private static void add(List<Message> counts, int times, String key) {
        if (times > 0) {
            counts.add(Message.of(key, times));
        }
    }
}
