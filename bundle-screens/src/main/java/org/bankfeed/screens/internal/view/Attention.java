package org.bankfeed.screens.internal.view;

import org.bankfeed.journal.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at, with the one button that leads to mending it.
 *
 * @param tone {@code bad} where money is not seen, {@code warn} where it soon will not be, {@code calm} for daily work
 * @param sentence what it is
 * @param button what the button says, or {@code null} where there is nothing to do but wait
 * @param path where it leads, after the base
 */
public record Attention(
        String tone,
        String sentence,
        @Nullable String button,
        @Nullable String path) {

    /** A notice of the bank link. */
    public static Attention of(Notice notice) {
        String link = notice.connection() == null
                ? "/settings/integrations"
                : "/settings/integrations/link?id=" + notice.connection();
        String said = Words.sentence(notice.sentence());
        return switch (notice.kind()) {
            case CONNECTION_BROKEN -> new Attention("bad", said, "Reconnect", "/settings/integrations");
            case NO_ACCOUNTS, ACCOUNT_NOT_SHARED -> new Attention("bad", said, "Choose accounts at Ponto", link);
            case AUTHORIZATION_ENDED -> new Attention("bad", said, "Renew at the bank", link);
            case AUTHORIZATION_ENDS ->
                new Attention(
                        notice.gravity() == Notice.Gravity.URGENT ? "bad" : "warn", said, "Renew at the bank", link);
            case ACCOUNT_DEPRECATED -> new Attention("warn", said, "Choose accounts at Ponto", link);
            case READ_ONLY -> new Attention("warn", said, null, null);
            case UNREADABLE_LINES -> new Attention("warn", said, "Look at them", "/bank?state=unreadable");
            case AMOUNT_CHANGED -> new Attention("warn", said, "Look", "/bank");
            case SILENT -> new Attention("warn", said, "Look", link);
        };
    }
}
