package org.bankfeed.screens.internal.view;

import java.time.Instant;
import org.bankfeed.journal.Refusal;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.words.Sentence;

/**
 * Bad input in a list.
 *
 * @param said what was refused
 * @param count how often
 * @param lastAt when last
 * @param sentence what was wrong with the last one
 */
public record RefusalRow(Message said, long count, Instant lastAt, Sentence sentence) {

    public static RefusalRow of(Refusal refusal) {
        return new RefusalRow(said(refusal.kind()), refusal.count(), refusal.lastAt(), refusal.lastSentence());
    }

    private static Message said(Refusal.Kind kind) {
        return Message.of(
                switch (kind) {
                    case WEBHOOK -> "refused.webhook";
                    case RETURN -> "refused.return";
                    case CODE -> "refused.code";
                    case CREDENTIALS -> "refused.credentials";
                    case ANSWER -> "refused.answer";
                    case LINE -> "refused.line";
                });
    }
}
