package org.bankfeed.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps pictures of the pages at a desk's and at a telephone's width, and says what does not fit. */
final class Camera {

    /** What a page may weigh with all its files, as they travel, in a browser that has none of them yet. */
    private static final long MOST_BYTES = 150 * 1024;

    private final Scene scene;

    Camera(Scene scene) {
        this.scene = scene;
    }

    /** A page that is opened anew at each width, with an empty cache, by somebody with the visitor's cookies. */
    void take(String name, Visitor visitor, String path) {
        for (int width : new int[] {Chromium.WIDE, Chromium.NARROW}) {
            try (BrowserContext context = scene.again(visitor, width)) {
                Watch watch = new Watch(context);
                Page page = context.newPage();
                AtomicLong bytes = weigh(page);
                page.navigate(scene.demo().url() + path);
                shoot(page, name, width);
                assertThat(watch.complaints()).as("%s at %d", name, width).isEmpty();
                assertThat(bytes.get())
                        .as("bytes of %s with all its files", name)
                        .isPositive()
                        .isLessThan(MOST_BYTES);
            }
        }
    }

    /** The page as it is before the visitor: what came of a step cannot be opened anew. */
    void take(String name, Visitor visitor) {
        Page page = visitor.page();
        try {
            for (int width : new int[] {Chromium.WIDE, Chromium.NARROW}) {
                page.setViewportSize(width, Chromium.HEIGHT);
                shoot(page, name, width);
            }
        } finally {
            page.setViewportSize(Chromium.WIDE, Chromium.HEIGHT);
        }
    }

    private static AtomicLong weigh(Page page) {
        AtomicLong bytes = new AtomicLong();
        CDPSession session = page.context().newCDPSession(page);
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        session.send("Network.enable");
        return bytes;
    }

    private static void shoot(Page page, String name, int width) {
        Path file = Scene.output()
                .resolveSibling("screenshots")
                .resolve(String.valueOf(width))
                .resolve(name + ".png");
        int beyond = measure(page, "scrollWidth - document.documentElement.clientWidth");
        // a window as high as the page, so that what stays at a window's foot covers nothing in the picture
        int height = Math.max(Chromium.HEIGHT, measure(page, "scrollHeight"));
        page.setViewportSize(width, height);
        page.waitForFunction("height => window.innerHeight === height", height);
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        assertThat(beyond)
                .as("pixels by which %s is wider than a window of %d", name, width)
                .isLessThanOrEqualTo(0);
    }

    private static int measure(Page page, String what) {
        return ((Number) page.evaluate("() => document.documentElement." + what)).intValue();
    }
}
