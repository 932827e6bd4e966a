package org.bankfeed.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hears what the browser complains of: errors of scripts, what the page's own policy forbids, foreign hosts. */
final class Watch {

    private static final Set<String> OURS = Set.of("localhost", "127.0.0.1");
    private static final Set<String> LOCAL_SCHEMES = Set.of("data", "about", "blob");

    private final List<String> complaints = new ArrayList<>();
    private final Set<String> opened = new HashSet<>();

    Watch(BrowserContext context) {
        context.onRequest(this::hear);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add("A script failed: " + error.error()));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void hear(Request request) {
        URI address = URI.create(request.url().replaceAll("[|^`{}\\\\ ]", "_"));
        if (LOCAL_SCHEMES.contains(String.valueOf(address.getScheme()))) {
            return;
        }
        if (!OURS.contains(String.valueOf(address.getHost()).toLowerCase(Locale.ROOT))) {
            complaints.add("A request to another host: " + request.url());
        }
        if (request.isNavigationRequest()) {
            opened.add(request.url());
        }
    }

    private void hear(ConsoleMessage message) {
        if (Set.of("error", "warning").contains(message.type()) && !isPageThatSaysNo(message)) {
            complaints.add("The console says: " + message.text() + " at " + message.location());
        }
    }

    /** Chromium also reports the page itself when it answers 4xx, as a page with a sentence in it does. */
    private boolean isPageThatSaysNo(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource: the server responded with a status of 4")
                && opened.stream().anyMatch(url -> message.location().startsWith(url));
    }
}
