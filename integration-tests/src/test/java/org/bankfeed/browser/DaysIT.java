package org.bankfeed.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The demonstration's days pass, and a link ends and begins anew. */
@InChromium
@Order(5)
class DaysIT {

    private static final String INTEGRATIONS = "/settings/integrations";

    @Test
    @Order(1)
    void theNextDayBringsLinesAndSaysHowMany(Scene scene) {
        Visitor visitor = scene.master();
        visitor.open("/bank");
        Locator today = visitor.page().locator("aside time");
        Locator all = visitor.main().locator("[data-count=all]");
        int lines = count(all);
        int days = 0;
        do {
            String day = today.getAttribute("datetime");
            visitor.button("Next day").click();
            assertThat(today).not().hasAttribute("datetime", day);
            visitor.isTold("");
            assertThat(visitor.said())
                    .hasText(
                            Pattern.compile(
                                    "^.*: \\d+ new documents?, \\d+ bank lines?; \\d+ booked by themselves, \\d+ to decide\\.$"));
            days++;
        } while (count(all) == lines && days < 4);

        visitor.isAt("/bank");
        Assertions.assertThat(count(all)).as("lines after %d days", days).isGreaterThan(lines);
        scene.camera().take("next-day", visitor);
    }

    @Test
    @Order(2)
    void whoDisconnectsIsAskedFirstKeepsTheLinesAndMayConnectAgain(Scene scene) {
        Visitor visitor = scene.master();
        visitor.open("/bank");
        int lines = count(visitor.main().locator("[data-count=all]"));
        visitor.open(INTEGRATIONS);
        visitor.link("Disconnect").click();
        scene.camera().take("disconnect", visitor, visitor.path());

        visitor.page().getByLabel("I want that").check();
        visitor.act("Disconnect").click();

        visitor.isTold("What was read stays");
        assertThat(visitor.main().locator(".badge").first()).hasText("Disconnected");
        scene.camera().take("integrations-disconnected", visitor, INTEGRATIONS);
        visitor.open("/bank");
        assertThat(visitor.main().locator("[data-count=all]")).hasText(Pattern.compile("\\D*" + grouped(lines)));

        visitor.open(INTEGRATIONS);
        visitor.act("Connect").click();
        visitor.button("Share").click();
        visitor.isAt(INTEGRATIONS);
        visitor.isTold("Connected to");
        Reading.await(visitor);
        visitor.open("/bank");
        assertThat(visitor.main().locator("[data-count=all]")).hasText(Pattern.compile("\\D*" + grouped(lines)));
    }

    private static int count(Locator count) {
        return Integer.parseInt(count.innerText().replaceAll("\\D", ""));
    }

    /** However thousands are set apart. */
    private static String grouped(int number) {
        return String.valueOf(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\\\\D?");
    }
}
