package org.bankfeed.screens.internal.view;

import java.time.Instant;
import java.util.List;
import org.bankfeed.journal.Notice;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * A notice of the bank link as a page says it: what happened, since when, what is affected, who can mend it, and the one
 * button that leads there.
 *
 * @param kind what it is about
 * @param tone {@code bad} where money is not seen or soon will not be, {@code warn} where somebody should look, {@code
 *     calm} where there is nothing to do but wait
 * @param sentence what happened
 * @param since when it began
 * @param affected the accounts, by their labels
 * @param waiting which invoices wait for it, in one or two sentences; {@code null} if none
 * @param mender who can mend it
 * @param button {@code null} where there is nothing to do, or this person may not do it
 */
public record NoticeCard(
        Notice.Kind kind,
        String tone,
        Message sentence,
        Instant since,
        List<String> affected,
        @Nullable Message waiting,
        Message mender,
        @Nullable NoticeButton button) {

    public NoticeCard {
        affected = List.copyOf(affected);
    }

    static String tone(Notice.Gravity gravity) {
        return switch (gravity) {
            case STOPPED, URGENT -> "bad";
            case WARNING -> "warn";
            case CALM -> "calm";
        };
    }
}
