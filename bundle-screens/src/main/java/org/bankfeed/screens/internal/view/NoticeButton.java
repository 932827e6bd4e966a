package org.bankfeed.screens.internal.view;

import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * The one button beside a notice.
 *
 * @param said what stands on it
 * @param way how it leads there
 * @param target a path of ours after the base, or an address of another site
 * @param field what a form sends along, or {@code null}
 * @param value of the field, or {@code null}
 */
public record NoticeButton(
        Message said,
        Way way,
        String target,
        @Nullable String field,
        @Nullable String value) {

    /** How a button leads somewhere. */
    public enum Way {
        /** Does something, by a form. */
        FORM,
        /** To a page of ours. */
        LINK,
        /** To another site, in a window of its own. */
        AWAY
    }

    static NoticeButton act(Message said, String path, String field, String value) {
        return new NoticeButton(said, Way.FORM, path, field, value);
    }

    static NoticeButton look(Message said, String path) {
        return new NoticeButton(said, Way.LINK, path, null, null);
    }

    static NoticeButton away(Message said, String site) {
        return new NoticeButton(said, Way.AWAY, site, null, null);
    }
}
