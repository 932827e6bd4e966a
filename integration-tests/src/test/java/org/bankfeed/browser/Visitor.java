package org.bankfeed.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One person at a browser of his own. */
final class Visitor {

    private static final String SESSION = "bankfeed-session";
    private static final Pattern SENTENCES = Pattern.compile("^\\s*[A-Z0-9][^<>{}]{5,400}[.!]\\s*$");

    private final Demo demo;
    private final Page page;
    private final Watch watch;

    Visitor(Demo demo, BrowserContext context) {
        this.demo = demo;
        this.watch = new Watch(context);
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return watch.complaints();
    }

    Visitor signIn(Demo.Person person) {
        open("/sign-in");
        trySigningIn(person.name(), person.password());
        assertThat(button("Sign out")).isVisible();
        return this;
    }

    void trySigningIn(String name, String password) {
        page.getByLabel("User").fill(name);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
    }

    /** Opens one of our pages: path and query. */
    @Nullable
    Response open(String path) {
        return page.navigate(demo.url() + path);
    }

    /** Opens where a link of a page leads. */
    void openLink(String href) {
        page.navigate(URI.create(demo.url()).resolve(href).toString());
    }

    /** Path and query of the page that is shown, as {@link #open} takes them. */
    String path() {
        return page.url().substring(demo.url().length());
    }

    Locator main() {
        return page.locator("main");
    }

    Locator heading() {
        return page.locator("main h1");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Goes where the menu leads. */
    void follow(String entry) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(entry))
                .click();
    }

    /** Waits until the page says this somewhere. */
    void sees(String text) {
        assertThat(main()).containsText(text);
    }

    void sees(Pattern text) {
        assertThat(main()).containsText(text);
    }

    /** Waits until the page is one of ours whose path begins so. */
    void isAt(String path) {
        isAtSite(demo.url() + path);
    }

    /** Waits until the page is one whose address begins so. */
    void isAtSite(String address) {
        assertThat(page).hasURL(Pattern.compile("^" + address.replaceAll("[^A-Za-z0-9]", "\\\\$0") + ".*"));
    }

    /** What the page tells of the last step. */
    Locator said() {
        return page.locator("main .flash[role=status]:not(.reading), main .flash[role=alert], main small[role=alert]");
    }

    /** Waits until the last step is told in one sentence or two, and in nothing else. */
    void isTold(String words) {
        assertThat(said()).containsText(new String[] {words});
        assertThat(said()).hasText(SENTENCES);
    }

    /** A form's button: a key that does the same may stand on it. */
    Locator act(String name) {
        return main().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + "( [a-z])?$")));
    }

    /** What it is when time has passed: the server does not know the session any more. */
    void loseSession() {
        Cookie session = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no cookie " + SESSION));
        page.context()
                .addCookies(List.of(new Cookie(SESSION, "nonsense")
                        .setDomain(session.domain)
                        .setPath(session.path)));
    }

    /** The picture and the words of the page, for whoever looks for the cause. */
    void keep(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            String words = page.url() + "\n" + watch.complaints() + "\n\n"
                    + page.locator("body").innerText();
            Files.writeString(folder.resolve(name + ".txt"), words);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setFullPage(true));
            System.out.println("What " + name + " saw is in " + folder.resolve(name + ".png") + " and .txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlaywrightException e) {
            System.out.println("What " + name + " saw cannot be kept: " + e.getMessage());
        }
    }

    void close() {
        page.context().close();
    }
}
