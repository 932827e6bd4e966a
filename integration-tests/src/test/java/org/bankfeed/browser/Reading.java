package org.bankfeed.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;

/** A reading of the banks as its pages show it. */
final class Reading {

    /** A first one takes as long as it takes. */
    private static final double PATIENCE_MILLIS = 180_000;

    private Reading() {}

    /** Waits until it has ended by itself, and the page has said what it brought. */
    static void await(Visitor visitor) {
        assertThat(visitor.main().locator("progress[aria-label='Reading the banks']"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(visitor.main().locator("section.flash[role=status]"))
                .containsText(Pattern.compile("(line|lines) from \\d+ accounts?.*Read .* by demo", Pattern.DOTALL));
    }
}
