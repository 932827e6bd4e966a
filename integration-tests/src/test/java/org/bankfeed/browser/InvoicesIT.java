package org.bankfeed.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Sales and purchases, and those that a newcomer enters by hand. */
@InChromium
@Order(4)
class InvoicesIT {

    private static final String CUSTOMER = "Brouwerij De Proef & Zonen";

    @Test
    @Order(1)
    void theListsShowHowEachStands(Scene scene) {
        Visitor visitor = scene.master();
        visitor.follow("Invoices");
        assertThat(visitor.main().locator("#documents tbody tr").first()).isVisible();
        visitor.link("Purchases").click();
        visitor.isAt("/invoices?direction=purchase");
        assertThat(visitor.main().locator("#documents tbody tr").first()).isVisible();

        Camera camera = scene.camera();
        camera.take("invoices-sales", visitor, "/invoices?direction=sales");
        camera.take("invoices-purchase", visitor, "/invoices?direction=purchase");
    }

    @Test
    @Order(2)
    void whatIsWrongIsToldBesideItsFieldAndNothingTypedIsLost(Scene scene) {
        Visitor visitor = scene.master();
        visitor.open("/invoices/new?direction=sales");
        scene.camera().take("invoice-new", visitor, "/invoices/new?direction=sales");
        field(visitor, "party").fill(CUSTOMER);
        field(visitor, "total").fill("12.345");
        field(visitor, "account").fill("BE68 5390 0754 7035");

        visitor.act("Enter it").click();

        assertThat(visitor.main().locator("#problem-total")).isVisible();
        assertThat(visitor.main().locator("#problem-account")).isVisible();
        assertThat(field(visitor, "party")).hasValue(CUSTOMER);
        assertThat(field(visitor, "total")).hasValue("12.345");
        scene.camera().take("invoice-new-wrong", visitor);
    }

    @Test
    @Order(3)
    void anInvoiceIsEnteredFoundAndCancelled(Scene scene) {
        Visitor visitor = scene.bookkeeper();
        visitor.open("/invoices");
        visitor.link("New").click();
        String number = field(visitor, "number").inputValue();
        field(visitor, "party").fill(CUSTOMER);
        field(visitor, "total").fill("123.45");
        field(visitor, "account").fill("BE68 5390 0754 7034");

        visitor.act("Enter it").click();

        visitor.isAt("/invoices/invoice?id=");
        visitor.isTold("");
        assertThat(visitor.heading()).containsText(number);
        assertThat(visitor.main().locator(".head .badge").first()).hasText("Open");
        visitor.open("/invoices?direction=sales");
        visitor.page().getByLabel("Search invoices").fill(number);
        assertThat(visitor.main().locator("#documents tbody tr")).hasCount(1);
        visitor.main().locator("#documents td.name a").click();
        visitor.link("Cancel this invoice").click();
        scene.camera().take("invoice-cancel", visitor);
        visitor.page().getByLabel("Reason").fill("Entered to look around");
        visitor.act("Cancel it").click();
        visitor.isTold("is cancelled");
        assertThat(visitor.main().locator(".head .badge").first()).hasText("Cancelled");
        assertThat(visitor.link("Cancel this invoice")).hasCount(0);
    }

    @Test
    @Order(4)
    void anAccountNumberWithAWrongCheckIsToldAndStaysInTheForm(Scene scene) {
        Visitor visitor = scene.master();
        visitor.open("/settings/accounts");
        visitor.link("Enter an account").click();
        field(visitor, "number").fill("BE68 5390 0754 7035");
        field(visitor, "label").fill("Savings");

        visitor.act("Enter").click();

        visitor.isTold("");
        assertThat(field(visitor, "number")).hasValue("BE68 5390 0754 7035");
        scene.camera().take("bank-account-enter-wrong", visitor);
        field(visitor, "number").fill("BE68 5390 0754 7034");
        visitor.act("Enter").click();
        visitor.isTold("Entered: Savings");
        visitor.main().getByText(Pattern.compile("^Change\\s+Savings$")).click();
        scene.camera().take("bank-account", visitor, visitor.path());
        visitor.act("Remove").click();
        visitor.isTold("Removed: Savings");
    }

    private static Locator field(Visitor visitor, String name) {
        return visitor.main().locator("input[name=" + name + "]");
    }
}
