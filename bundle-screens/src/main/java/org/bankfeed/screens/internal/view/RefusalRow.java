package org.bankfeed.screens.internal.view;

import java.time.Instant;
import org.bankfeed.journal.Refusal;

/**
 * Bad input in a list.
 *
 * @param said what was refused
 * @param count how often
 * @param lastAt when last
 * @param sentence what was wrong with the last one
 */
public record RefusalRow(String said, long count, Instant lastAt, String sentence) {

    public static RefusalRow of(Refusal refusal) {
        return new RefusalRow(
                said(refusal.kind()), refusal.count(), refusal.lastAt(), Words.sentence(refusal.lastSentence()));
    }

    private static String said(Refusal.Kind kind) {
        return switch (kind) {
            case WEBHOOK -> "Webhooks";
            case RETURN -> "Ways back from the provider";
            case CODE -> "Codes to connect with";
            case CREDENTIALS -> "Our certificate, client or secret";
            case ANSWER -> "Answers of the provider";
            case LINE -> "Bank lines";
        };
    }
}
