package org.bankfeed.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Debian's Chromium, without a window. One thread only. */
final class Chromium implements AutoCloseable {

    /** The first is a desk's, the second a telephone's. */
    static final int WIDE = 1280;

    static final int NARROW = 390;
    static final int HEIGHT = 844;

    private static final double PATIENCE_MILLIS = 20_000;

    /** Nothing but what a test orders: no update, no synchronization, no first words. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The one that the system property {@code it.chromium} names; if it names none, Debian's or the first on the path. */
    static Optional<Path> find() {
        String named = System.getProperty("it.chromium", "");
        Stream<String> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> folder + "/chromium");
        return (named.isBlank() ? Stream.concat(Stream.of("/usr/bin/chromium"), onPath) : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setHeadless(true)
                            .setArgs(ARGUMENTS));
            return new Chromium(playwright, browser);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    static double patienceMillis() {
        return PATIENCE_MILLIS;
    }

    /** A browser of somebody's own: its cookies and its cache are empty. */
    BrowserContext fresh(int width) {
        return prepared(options(width));
    }

    /** The same with the cookies of another one, but its cache is empty. */
    BrowserContext freshLike(BrowserContext other, int width) {
        return prepared(options(width).setStorageState(other.storageState()));
    }

    private static Browser.NewContextOptions options(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Brussels");
    }

    private BrowserContext prepared(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
