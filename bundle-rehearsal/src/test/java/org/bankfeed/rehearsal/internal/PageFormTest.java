package org.bankfeed.rehearsal.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PageFormTest {

    private static final URI PAGE = URI.create("http://127.0.0.1:4000/oauth2/auth?client_id=1");

    @Test
    void ticksEveryBoxKeepsHiddenFieldsAndPressesTheButton() {
        PageForm form = requireNonNull(PageForm.on(PAGE, """
                <html><form method="post" action="/decide">
                <input type="hidden" name="request" value="a b&amp;c">
                <label><input type="checkbox" name="account" value="1" checked></label>
                <label><input type="checkbox" name="account" value="2"></label>
                <button type="submit" name="decision" value="accept">Share</button>
                <button type="submit" name="decision" value="refuse">Refuse</button>
                </form></html>""", "decision", "accept"));

        assertThat(form.action()).isEqualTo(URI.create("http://127.0.0.1:4000/decide"));
        assertThat(form.body()).isEqualTo("request=a+b%26c&account=1&account=2&decision=accept");
    }

    @Test
    void aPageWithoutAFormHasNothingToAccept() {
        assertThat(PageForm.on(PAGE, "<p>This does not work</p>", "decision", "accept"))
                .isNull();
    }
}
