package org.bankfeed.screens.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Pages in a real browser, of which pictures are kept; skipped without one. */
abstract class ChromiumTest {

    private static final int HEIGHT = 844;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of(System.getProperty("screens.pictures", "target/screenshots"));

    @SuppressWarnings("NullAway.Init")
    private static Playwright playwright;

    @SuppressWarnings("NullAway.Init")
    private static Browser chromium;

    @SuppressWarnings("NullAway.Init")
    Office office;

    @SuppressWarnings("NullAway.Init")
    private BrowserContext context;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void startChromium() {
        assumeTrue(Files.isExecutable(CHROMIUM), "No Chromium found: install Debian's chromium");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void endChromium() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openOffice() throws Exception {
        office = new Office();
    }

    @AfterEach
    void closeOffice() throws Exception {
        context.close();
        office.close();
        Assertions.assertThat(complaints).isEmpty();
    }

    /** Signs in as anna. */
    Page visit(int width, String path) {
        context = chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Brussels")
                .setExtraHTTPHeaders(Map.of("X-Forwarded-For", "81.82.83.84")));
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.navigate(office.url() + path);
        page.getByLabel("User").fill("anna");
        page.getByLabel("Password").fill(FakeSignIn.passwordOf("anna"));
        button(page, "Sign in").click();
        assertThat(button(page, "Sign out")).isVisible();
        return page;
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static void picture(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                .setFullPage(true));
        Object beyond =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertThat(((Number) beyond).intValue())
                .as("pixels by which %s is wider than a window of %d", name, width)
                .isLessThanOrEqualTo(0);
    }
}
