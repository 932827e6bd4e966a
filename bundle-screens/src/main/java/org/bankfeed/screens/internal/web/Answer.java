package org.bankfeed.screens.internal.web;

import java.net.URI;
import java.util.Map;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** What a browser gets. */
public sealed interface Answer {

    /**
     * A page, or a part of one, made from a template.
     *
     * @param status HTTP status
     * @param template its file name
     * @param model what it says
     */
    record Page(int status, String template, Map<String, @Nullable Object> model) implements Answer {
        public static Page of(String template, Map<String, @Nullable Object> model) {
            return new Page(200, template, model);
        }
    }

    /**
     * After something was done: look there.
     *
     * @param path of a page of ours, after the base: {@code /bank}
     */
    record See(String path) implements Answer {}

    /** Leaves for another site: the provider, or the bank. */
    record Leave(URI page, Message whereTo) implements Answer {}

    /** The page as it stands must be loaded again, whole. */
    record Reload() implements Answer {}
}
