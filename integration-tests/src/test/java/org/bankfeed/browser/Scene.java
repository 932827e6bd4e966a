package org.bankfeed.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one test sees: the demonstration, and the people who look at it. */
final class Scene {

    private final Demo demo;
    private final Chromium chromium;
    private final List<Visitor> visitors = new ArrayList<>();

    Scene(Demo demo, Chromium chromium) {
        this.demo = demo;
        this.chromium = chromium;
    }

    /** Where the browser's tests write. */
    static Path output() {
        return Path.of(System.getProperty("it.browser"));
    }

    Demo demo() {
        return demo;
    }

    Chromium chromium() {
        return chromium;
    }

    /** Who has not signed in yet. */
    Visitor visitor() {
        Visitor visitor = new Visitor(demo, chromium.fresh(Chromium.WIDE));
        visitors.add(visitor);
        return visitor;
    }

    /** Who may do everything. */
    Visitor master() {
        return visitor().signIn(demo.master());
    }

    /** The bookkeeper beside him, at another desk. */
    Visitor bookkeeper() {
        return visitor().signIn(demo.bookkeeper());
    }

    Camera camera() {
        return new Camera(this);
    }

    /** A browser with the visitor's cookies and an empty cache. */
    BrowserContext again(Visitor visitor, int width) {
        return chromium.freshLike(visitor.page().context(), width);
    }

    /** Writes down what everybody saw when a test failed. */
    void keep(String test) {
        for (int n = 0; n < visitors.size(); n++) {
            visitors.get(n).keep(output().resolve("failures"), n == 0 ? test : test + "-" + (n + 1));
        }
    }

    /** Whatever a page did that it should not, on the whole way. */
    void complain() {
        for (Visitor visitor : visitors) {
            assertThat(visitor.complaints())
                    .as("errors in the browser, and requests to other hosts")
                    .isEmpty();
        }
    }

    void close() {
        visitors.forEach(Visitor::close);
    }
}
