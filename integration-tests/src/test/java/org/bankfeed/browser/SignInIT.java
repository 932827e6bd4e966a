package org.bankfeed.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who comes in, who does not, and where one goes on afterwards. */
@InChromium
@Order(1)
class SignInIT {

    @Test
    void aWrongPasswordIsToldInOneSentenceAndTheNameStays(Scene scene) {
        Visitor visitor = scene.visitor();
        visitor.open("/");
        scene.camera().take("sign-in", visitor, "/sign-in");

        visitor.trySigningIn(scene.demo().master().name(), "wrong");

        visitor.isTold("");
        assertThat(visitor.page().getByLabel("User"))
                .hasValue(scene.demo().master().name());
        scene.camera().take("sign-in-wrong", visitor);
    }

    @Test
    void whoGuessesFiveTimesHasToWait(Scene scene) {
        Visitor visitor = scene.visitor();
        visitor.open("/");
        for (int n = 0; n < 5; n++) {
            visitor.trySigningIn("guesser", "wrong " + n);
        }

        visitor.sees("wrong too often: wait 15 minutes");
        visitor.trySigningIn("guesser", "once more");
        visitor.sees("wrong too often");
    }

    @Test
    void whoeverSignsInGoesOnWhereHeWanted(Scene scene) {
        Visitor visitor = scene.visitor();
        visitor.open("/?days=90");
        visitor.isAt("/sign-in");

        visitor.trySigningIn(scene.demo().master().name(), scene.demo().master().password());

        visitor.isAt("/?days=90");
        assertThat(visitor.heading()).hasText("Dashboard");
    }

    @Test
    void aSessionThatEndedIsToldAndOneComesBackToThePage(Scene scene) {
        Visitor visitor = scene.master();
        visitor.loseSession();

        visitor.open("/invoices?direction=purchase");

        visitor.isAt("/sign-in");
        visitor.sees("Your session has ended");
        scene.camera().take("session-ended", visitor);
        visitor.trySigningIn(scene.demo().master().name(), scene.demo().master().password());
        visitor.isAt("/invoices?direction=purchase");
    }

    @Test
    void whoSignsOutIsOut(Scene scene) {
        Visitor visitor = scene.master();

        visitor.button("Sign out").click();

        visitor.sees("You are signed out.");
        visitor.open("/");
        visitor.isAt("/sign-in");
    }

    @Test
    void anAddressWithNonsenseIsToldInOneSentenceAndLeadsBack(Scene scene) {
        Visitor visitor = scene.master();

        for (String path : new String[] {
            "/no-such-page",
            "/invoices/invoice?id=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "/invoices?after=%27%20or%201%3D1",
            "/bank/line?id=-1",
            "/bank?account=nobody&from=yesterday"
        }) {
            Response response = Objects.requireNonNull(visitor.open(path));
            Assertions.assertThat(response.status()).as(path).isBetween(400, 499);
            visitor.isTold("");
        }
        scene.camera().take("fault", visitor);
        visitor.link("To the dashboard").click();
        assertThat(visitor.heading()).hasText("Dashboard");
    }
}
