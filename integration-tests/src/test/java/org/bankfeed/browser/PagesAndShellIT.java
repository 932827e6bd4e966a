package org.bankfeed.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After all that was done before: pages and shell say the same of every document and of every line. */
@InChromium
@Order(6)
class PagesAndShellIT {

    private static final String NEXT = "a[rel=next]";
    private static final String OLDER = ".more a";

    /** How something stands, and how much of it. */
    private record Standing(String state, BigDecimal amount) {}

    @Test
    @Order(1)
    void theySayTheSameOfEveryInvoice(Scene scene) throws Exception {
        Visitor visitor = scene.master();
        Map<String, Standing> pages = new TreeMap<>();
        for (String direction : new String[] {"sales", "purchase"}) {
            visitor.open("/invoices?direction=" + direction);
            for (List<?> row : walk(visitor, NEXT, "#documents tbody tr", """
                    row => [row.querySelector("td.name a").getAttribute("href"),
                      row.querySelector("td.state .badge").textContent,
                      row.querySelector("td.outstanding data")?.value ?? "0"]""")) {
                pages.put(id(text(row, 0)), new Standing(state(text(row, 1)), amount(text(row, 2))));
            }
        }

        Map<String, Standing> shell = new TreeMap<>();
        for (JsonElement element : scene.demo().shell("bank:invoices")) {
            JsonObject invoice = element.getAsJsonObject();
            shell.put(
                    invoice.get("id").getAsString(),
                    new Standing(
                            invoice.get("state").getAsString(),
                            amount(invoice.get("outstanding").getAsString()).max(BigDecimal.ZERO.setScale(2))));
        }
        assertThat(pages).hasSizeGreaterThan(50).isEqualTo(shell);
    }

    @Test
    @Order(2)
    void theySayTheSameOfEveryLine(Scene scene) throws Exception {
        Visitor visitor = scene.master();
        Map<String, Standing> pages = new TreeMap<>();
        visitor.open("/bank");
        for (List<?> row : walk(visitor, OLDER, "tbody.line", """
                row => [row.dataset.id, row.querySelector(".c-mark .badge").textContent,
                  row.querySelector(".c-amount data").value]""")) {
            pages.put(text(row, 0), new Standing(mark(text(row, 1)), amount(text(row, 2))));
        }

        Map<String, Standing> shell = new TreeMap<>();
        for (JsonElement element : scene.demo().shell("bank:transactions --limit 100000")) {
            JsonObject line = element.getAsJsonObject();
            JsonElement decision = line.get("decision");
            shell.put(
                    line.get("id").getAsString(),
                    new Standing(
                            mark(decision.isJsonNull() ? "" : decision.getAsString()),
                            amount(line.get("amount").getAsString())));
        }
        assertThat(pages).hasSizeGreaterThan(50).isEqualTo(shell);
    }

    /** What a script reads from each row of this page and of those that follow it. */
    private static List<List<?>> walk(Visitor visitor, String next, String rows, String script) {
        List<List<?>> all = new ArrayList<>();
        while (true) {
            Object found = visitor.main().locator(rows).evaluateAll("rows => rows.map(" + script + ")");
            ((List<?>) found).forEach(row -> all.add((List<?>) row));
            Locator following = visitor.main().locator(next);
            if (following.count() == 0) {
                return all;
            }
            visitor.openLink(String.valueOf(following.getAttribute("href")));
        }
    }

    private static String text(List<?> row, int column) {
        return String.valueOf(row.get(column)).strip();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text).setScale(2);
    }

    private static String id(String href) {
        return URLDecoder.decode(href.substring(href.indexOf("id=") + 3), StandardCharsets.UTF_8);
    }

    private static String state(String badge) {
        return badge.startsWith("Overdue")
                ? "OPEN"
                : badge.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    /** The page's word for what the shell calls by the decision's state. */
    private static String mark(String said) {
        return switch (said) {
            case "AUTOMATIC", "CONFIRMED" -> "Booked";
            case "LINKED" -> "Already in the books";
            case "NOT_AN_INVOICE" -> "Not an invoice";
            case "SUGGESTED" -> "Suggested";
            case "NONE" -> "Open";
            case "" -> "Not taken up yet";
            default -> said;
        };
    }
}
