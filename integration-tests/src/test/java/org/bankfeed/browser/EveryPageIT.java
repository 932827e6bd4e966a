package org.bankfeed.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bankfeed.secrecy.Leaks;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After all that was done before: every page that a link leads to, whoever looks, and every answer of the shell. */
@InChromium
@Order(1000)
class EveryPageIT {

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|data-href|src)=\"([^\"#]+)");
    private static final int ENOUGH = 400;

    @Test
    @Order(1)
    void noneBreaksAndNoneShowsASecretOrAWholeAccountNumber(Scene scene) {
        Visitor visitor = scene.master();
        Map<String, List<String>> wrong = new TreeMap<>();

        Set<String> seen = crawl(visitor, scene.demo().url(), wrong);

        assertThat(seen).hasSizeGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    @Order(2)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bank:accounts",
                "bank:connections",
                "bank:status",
                "bank:events",
                "bank:refusals",
                "bank:doubts",
                "bank:transactions --limit 100000",
                "bank:invoices",
                "bank:proposals",
                "bank:rules",
                "bank:backtest",
                "bank:doctor"
            })
    void noAnswerOfTheShellDoes(String command, Scene scene) throws Exception {
        assertThat(Leaks.in(scene.demo().answer(command).toString())).isEmpty();
    }

    /** Follows each link once, breadth first; what a page asks for by itself counts as a link. */
    private static Set<String> crawl(Visitor visitor, String home, Map<String, List<String>> wrong) {
        APIRequestContext browser = visitor.page().context().request();
        Set<String> seen = new LinkedHashSet<>(List.of(home));
        Deque<String> next = new ArrayDeque<>(seen);
        for (int n = 0; n < ENOUGH && !next.isEmpty(); n++) {
            String address = next.remove();
            APIResponse answer = browser.get(address, RequestOptions.create().setMaxRedirects(0));
            List<String> found = new ArrayList<>(Leaks.in(answer.text()));
            if (answer.status() >= 400) {
                found.add("answers " + answer.status());
            }
            if (!found.isEmpty()) {
                wrong.put(address, found);
            }
            if (answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                linksOf(answer.text(), address, home).stream().filter(seen::add).forEach(next::add);
            }
        }
        return seen;
    }

    private static List<String> linksOf(String page, String address, String home) {
        return LINK.matcher(page)
                .results()
                .map(match -> URI.create(address).resolve(match.group(1).replace("&amp;", "&")))
                .map(URI::toString)
                .filter(link -> link.startsWith(home) && !link.contains("/sign-out"))
                .toList();
    }
}
