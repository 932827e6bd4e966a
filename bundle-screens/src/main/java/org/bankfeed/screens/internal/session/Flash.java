package org.bankfeed.screens.internal.session;

import org.bankfeed.value.Masking;

/**
 * A sentence that is shown once, on the next page.
 *
 * @param tone whether something was done, or why not
 */
public record Flash(Tone tone, String sentence) {

    public Flash {
        sentence = Masking.of(sentence);
    }

    public enum Tone {
        GOOD,
        BAD
    }
}
