package org.bankfeed.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Bank lines: why each pays what it pays, and a person's word on it. */
@InChromium
@Order(3)
class BankIT {

    private static final Pattern OPEN = Pattern.compile("^(Open|Suggested)$");
    private static final Pattern UNPAID = Pattern.compile("^(Open|Overdue .*|Partly paid)$");

    @Test
    @Order(1)
    void aBookedLineShowsWhyInTheBanksOwnTextAndItsInvoiceSaysPaid(Scene scene) {
        Visitor visitor = scene.master();
        visitor.follow("Bank");
        visitor.main().getByText(Pattern.compile("^Booked")).first().click();
        Locator line = bookedByItself(visitor);

        line.locator(".who-name").click();

        Locator panel = visitor.main().locator("[data-panel]");
        assertThat(panel.locator("mark").first()).isVisible();
        assertThat(panel).containsText("What it pays");
        assertThat(panel).containsText("Booked by itself");
        scene.camera().take("bank-evidence", visitor);
        String id = visitor.main().locator("tbody.line.open").getAttribute("data-id");
        scene.camera().take("line", visitor, "/bank/line?id=" + id);
        panel.locator(".shares a").first().click();
        assertThat(badge(visitor)).hasText("Paid");
        assertThat(payment(visitor, Objects.requireNonNull(id))).isVisible();
        scene.camera().take("invoice-paid", visitor, visitor.path());
    }

    @Test
    @Order(2)
    void whatWasUndoneIsOpenAgainOnBothPagesAndMayBeConfirmed(Scene scene) {
        Visitor visitor = scene.master();
        visitor.open("/bank?state=booked");
        bookedByItself(visitor).locator(".who-name").click();
        String id =
                Objects.requireNonNull(visitor.main().locator("tbody.line.open").getAttribute("data-id"));
        Locator panel = visitor.main().locator("[data-panel]");
        String invoice =
                Objects.requireNonNull(panel.locator(".shares a").first().getAttribute("href"));

        visitor.act("Undo").click();

        visitor.isTold("Undone");
        visitor.open("/bank/line?id=" + id);
        assertThat(visitor.main().locator(".line-top .badge")).hasText(OPEN);
        visitor.openLink(invoice);
        assertThat(badge(visitor)).hasText(UNPAID);

        visitor.open("/bank/line?id=" + id);
        visitor.act("Confirm").first().click();
        visitor.isTold("Confirmed.");
        assertThat(visitor.main().locator(".line-top .badge")).hasText("Booked");
        visitor.openLink(invoice);
        assertThat(badge(visitor)).hasText("Paid");
    }

    @Test
    @Order(3)
    void aProposalIsConfirmedInTheList(Scene scene) {
        Visitor visitor = scene.master();
        Suggestion suggestion = suggested(visitor);

        visitor.act("Confirm").first().click();

        visitor.isTold("Confirmed.");
        assertThat(visitor.main().locator("tbody.line.open .c-mark .badge")).hasText("Booked");
        visitor.openLink(suggestion.invoice());
        assertThat(payment(visitor, suggestion.line())).isVisible();
        assertThat(badge(visitor)).hasText(Pattern.compile("^(Paid|Partly paid)$"));
    }

    @Test
    @Order(4)
    void ofTwoPeopleWhoConfirmTheSameLineOneWinsAndTheOtherIsTold(Scene scene) {
        Visitor demo = scene.master();
        Visitor ann = scene.bookkeeper();
        Suggestion suggestion = suggested(demo);
        ann.open("/bank/line?id=" + suggestion.line());

        demo.act("Confirm").first().click();
        demo.isTold("Confirmed.");
        ann.act("Confirm").first().click();

        ann.isTold("");
        assertThat(ann.said()).not().containsText("Confirmed.");
        assertThat(ann.main().locator(".line-top .badge")).hasText("Booked");
        ann.sees("Confirmed by demo");
        scene.camera().take("line-decided-by-another", ann);
    }

    @Test
    @Order(5)
    void aLineThatPaysNoInvoiceIsSetAsideAndMayBeTakenBack(Scene scene) {
        Visitor visitor = scene.master();
        String id = suggested(visitor).line();

        visitor.act("Not an invoice").click();

        visitor.isTold("Set aside");
        visitor.open("/bank/line?id=" + id);
        assertThat(visitor.main().locator(".line-top .badge")).hasText("Not an invoice");
        visitor.act("Undo").click();
        visitor.isTold("Undone");
        assertThat(visitor.main().locator(".line-top .badge")).hasText(OPEN);
    }

    @Test
    @Order(6)
    void anotherInvoiceIsPickedByHand(Scene scene) {
        Visitor visitor = scene.master();
        String id = suggested(visitor).line();
        visitor.main().getByText(Pattern.compile("^Pick another")).click();
        visitor.isAt("/bank/pick");
        scene.camera().take("pick-another", visitor, visitor.path());
        Locator boxes = visitor.main().locator("#choices input[type=checkbox]");
        for (Locator ticked :
                visitor.main().locator("#choices input[type=checkbox]:checked").all()) {
            ticked.uncheck();
        }

        visitor.act("Book").click();
        visitor.isTold("");
        boxes.last().check();
        Locator chosen = visitor.main().locator("#choices tr:has(input:checked)");
        String number = chosen.locator(".c-document strong").innerText();
        chosen.locator("[data-amount]").fill("1.00");
        visitor.act("Book").click();

        visitor.isAt("/bank/line?id=" + encoded(id));
        visitor.isTold("Booked as you said.");
        assertThat(visitor.main().locator(".line-top .badge")).hasText("Booked");
        assertThat(visitor.main().locator(".shares")).containsText(number);
        visitor.main().locator(".shares a").first().click();
        assertThat(badge(visitor)).hasText("Partly paid");
        scene.camera().take("invoice-partly-paid", visitor, visitor.path());
        visitor.open("/bank/line?id=" + id);
        visitor.act("Undo").click();
        visitor.isTold("Undone");
    }

    @Test
    @Order(7)
    void theListIsSearchedAndPaged(Scene scene) {
        Visitor visitor = scene.master();
        visitor.open("/bank");
        String name = visitor.main().locator("tbody.line .who-name").first().innerText();
        scene.camera().take("bank", visitor, "/bank");
        scene.camera().take("bank-to-decide", visitor, "/bank?state=to-decide");

        visitor.page().getByLabel("Search").fill(name);
        assertThat(visitor.main().locator("tbody.line .who-name").first()).hasText(name);
        visitor.page().waitForURL(url -> url.contains("q="));
        visitor.page().getByLabel("Search").fill("no line says this");
        visitor.sees("No line says “no line says this”");

        visitor.open("/bank");
        String first = visitor.main().locator("tbody.line").first().getAttribute("data-id");
        visitor.link("Older lines").click();
        visitor.page().waitForURL(url -> !url.endsWith("/bank"));
        Assertions.assertThat(visitor.main().locator("tbody.line").first().getAttribute("data-id"))
                .isNotEqualTo(first);
    }

    /** A line that waits for a word, and the first document that it may pay. */
    private record Suggestion(String line, String invoice) {}

    /** Opens the first suggested line in the list. */
    private static Suggestion suggested(Visitor visitor) {
        visitor.open("/bank?state=to-decide");
        visitor.main()
                .locator("tbody.line")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page().getByText("Suggested", new Page.GetByTextOptions().setExact(true))))
                .first()
                .locator(".who-name")
                .click();
        Locator open = visitor.main().locator("tbody.line.open");
        return new Suggestion(
                Objects.requireNonNull(open.getAttribute("data-id")),
                Objects.requireNonNull(
                        open.locator(".proposal .shares a").first().getAttribute("href")));
    }

    private static Locator bookedByItself(Visitor visitor) {
        return visitor.main()
                .locator("tbody.line")
                .filter(new Locator.FilterOptions().setHas(visitor.page().locator(".badge[title^='By itself']")))
                .first();
    }

    private static Locator badge(Visitor visitor) {
        return visitor.main().locator(".head .badge").first();
    }

    private static Locator payment(Visitor visitor, String line) {
        return visitor.main().locator(".payments a[href$='" + encoded(line) + "']");
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
