package org.bankfeed.screens.internal.session;

import org.bankfeed.screens.internal.words.Message;

/**
 * Something that is shown once, on the next page.
 *
 * @param tone whether something was done, or why not
 */
public record Flash(Tone tone, Message said) {

    public Flash {
        said = said.masked();
    }

    public enum Tone {
        GOOD,
        BAD
    }
}
