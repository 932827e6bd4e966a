package org.bankfeed.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The way that everybody walks first: from Connect, over Ponto's own page and back, to invoices that say Paid. */
@InChromium
@Order(2)
class ConnectToPaidIT {

    private static final String INTEGRATIONS = "/settings/integrations";

    @Test
    @Order(1)
    void beforeAnythingIsLinkedThePagesSayWhatToDo(Scene scene) {
        Visitor visitor = scene.master();

        visitor.sees("Link your bank");
        visitor.main()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Link your bank"))
                .click();

        visitor.isAt(INTEGRATIONS);
        assertThat(visitor.main().locator(".badge").first()).hasText("Not connected");
        visitor.sees("No account at Ponto yet?");
        Camera camera = scene.camera();
        camera.take("dashboard-before-linking", visitor, "/");
        camera.take("bank-before-linking", visitor, "/bank");
        camera.take("integrations-not-connected", visitor, INTEGRATIONS);
        camera.take("bank-accounts-before-linking", visitor, "/settings/accounts");
    }

    @Test
    @Order(2)
    void theBookkeeperIsToldWhoMayConnect(Scene scene) {
        Visitor ann = scene.bookkeeper();

        ann.open(INTEGRATIONS);

        assertThat(ann.button("Connect")).hasCount(0);
        ann.sees("needs the role administrator");
    }

    @Test
    @Order(3)
    void whoRefusesAtPontoComesBackAndNothingHasChanged(Scene scene) {
        Visitor visitor = scene.master();
        toPonto(visitor, scene);
        scene.camera().take("ponto", visitor);

        visitor.button("Refuse").click();

        visitor.isAt(INTEGRATIONS);
        visitor.isTold("nothing was changed");
        assertThat(visitor.page()).hasURL(scene.demo().url() + INTEGRATIONS);
        assertThat(visitor.button("Connect")).isVisible();
        scene.camera().take("integrations-refused", visitor);
    }

    @Test
    @Order(4)
    void whoLeavesForPontoAndOpensThePagesAgainSeesThatItIsNotFinished(Scene scene) {
        Visitor visitor = scene.master();
        toPonto(visitor, scene);

        visitor.open(INTEGRATIONS);

        assertThat(visitor.main().locator(".badge").first()).hasText("Connecting");
        assertThat(visitor.button("Begin again")).isVisible();
        scene.camera().take("integrations-on-the-way", visitor, INTEGRATIONS);
    }

    @Test
    @Order(5)
    void aForeignStateIsToldAndNothingIsLost(Scene scene) {
        Visitor visitor = scene.master();

        visitor.open("/connect/return?state=foreign&code=x");

        visitor.isAt(INTEGRATIONS);
        visitor.isTold("Nothing was changed or lost");
        visitor.open("/connect/return");
        visitor.isTold("Nothing was changed");
    }

    @Test
    @Order(6)
    void whoSharesAccountsIsConnectedAndTheirLinesAreReadByThemselves(Scene scene) {
        Visitor visitor = scene.master();
        List<String> returns = new CopyOnWriteArrayList<>();
        visitor.page().context().onRequest(request -> {
            if (request.url().contains("/connect/return?")) {
                returns.add(request.url());
            }
        });
        toPonto(visitor, scene);
        int accounts = visitor.page().locator("input[name=account]:checked").count();
        Assertions.assertThat(accounts).as("accounts that Ponto offers").isPositive();

        visitor.button("Share").click();

        visitor.isAt(INTEGRATIONS);
        visitor.isTold(accounts + (accounts == 1 ? " account" : " accounts") + " shared");
        assertThat(visitor.main().locator(".badge").first()).hasText("Connected");
        scene.camera().take("integrations-reading", visitor);
        Reading.await(visitor);

        Assertions.assertThat(returns).hasSize(1);
        visitor.page().navigate(returns.get(0));
        visitor.isAt(INTEGRATIONS);
        visitor.isTold("it was used already");
        assertThat(visitor.main().locator(".badge").first()).hasText("Connected");
        scene.camera().take("integrations-connected", visitor, INTEGRATIONS);
        visitor.link("Configure").click();
        visitor.sees("Consent at the bank");
        scene.camera().take("link", visitor, visitor.path());
        visitor.open("/settings/accounts");
        assertThat(visitor.main().locator("tbody tr")).hasCount(accounts);
        scene.camera().take("bank-accounts", visitor, "/settings/accounts");
    }

    @Test
    @Order(7)
    void theDashboardThenShowsAccountsBalancesAndTheirPast(Scene scene) {
        Visitor visitor = scene.master();

        assertThat(visitor.main().locator(".balance.tile .money").first()).isVisible();
        assertThat(visitor.main().locator(".chart canvas").first()).isVisible();
        assertThat(visitor.main().locator(".share").first()).isVisible();
        assertThat(visitor.main().getByText("booked").first()).isVisible();
        visitor.link("365 days").first().click();
        visitor.isAt("/?days=365");
        assertThat(visitor.main().locator(".chart canvas").first()).isVisible();
        scene.camera().take("dashboard", visitor, "/");
    }

    @Test
    @Order(8)
    void readingOnceMoreBringsNothingTwice(Scene scene) {
        Visitor visitor = scene.master();

        visitor.button("Read now").click();

        Reading.await(visitor);
        assertThat(visitor.main().locator(".flash.reading")).containsText(Pattern.compile("No new lines"));
    }

    private static void toPonto(Visitor visitor, Scene scene) {
        visitor.open(INTEGRATIONS);
        visitor.main()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^(Connect|Begin again)$")))
                .click();
        visitor.isAtSite(scene.demo().bankUrl() + "/");
        assertThat(visitor.button("Share")).isVisible();
    }
}
