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
        String tone =
                switch (notice.gravity()) {
                    case STOPPED, URGENT -> "bad";
                    case WARNING, CALM -> "warn";
                };
        String said = Words.sentence(notice.sentence());
        String link = notice.connection() == null
                ? "/settings/integrations"
                : "/settings/integrations/link?id=" + notice.connection();
        return switch (notice.kind().remedy()) {
            case RECONNECT -> new Attention(tone, said, "Reconnect", "/settings/integrations");
            case CHOOSE_ACCOUNTS -> new Attention(tone, said, "Choose accounts at Ponto", link);
            case RENEW -> new Attention(tone, said, "Renew at the bank", link);
            case OPEN_PROVIDER -> new Attention(tone, said, "Open Ponto", link);
            case CONFIRM_ORGANIZATION -> new Attention(tone, said, "Say which", link);
            case DECIDE_DOUBTS -> new Attention(tone, said, "Decide", "/bank/doubts");
            case LOOK_AT_LINES ->
                notice.kind() == Notice.Kind.UNREADABLE_LINES
                        ? new Attention(tone, said, "Look at them", "/bank?state=unreadable")
                        : new Attention(tone, said, "Look", "/bank");
            case LOOK_AT_LINK -> new Attention(tone, said, "Look", link);
            case CONFIGURE, WAIT -> new Attention(tone, said, null, null);
        };
    }
}
