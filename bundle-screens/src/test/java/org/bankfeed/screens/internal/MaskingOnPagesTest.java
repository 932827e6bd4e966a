package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.value.Money;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No page shows an account number in full, whoever wrote it and however it is spaced. */
class MaskingOnPagesTest {

    private static final String OURS = "BE71096123456769";
    private static final List<String> PLANTED = List.of(
            OURS,
            "BE86001056781250",
            "NL91ABNA0417164300",
            "DE89370400440532013000",
            "FR1420041010050500013M02606",
            "LU280019400644750000",
            "BE62510007547061");

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        office.feed.share(
                Office.account(new FeedAccountId("savings"), "BE86001056781250", "Sparen BE86 0010 5678 1250", "5.00"));
        office.link();
        office.sale("2026-7", "Peeters", "121.00", Office.TODAY.minusDays(9));
        line(
                "p1",
                "121.00",
                "Peeters NL91 ABNA 0417 1643 00",
                "DE89370400440532013000",
                "2026-7 VAN DE89 3704 0044 0532 0130 00 DANK");
        line("p2", "50.00", "Onbekend", "FR14 2004 1010 0505 0001 3M02 606", "lu28 0019 4006 4475 0000 terug");
        line("p3", "-9.00", null, "BE62-5100-0754-7061", "BE62 5100\n0754 7061");
        office.feed.bring(
                Office.CHECKING,
                new FeedLine.Unreadable("raw-1", "{\"iban\":\"BE62510007547061\"}", "BE62510007547061 is no amount"));
        office.feed.pend(
                Office.CHECKING, List.of(readable("p4", "1.00", "BE62510007547061", null, "BE62510007547061")));
        office.work();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void noPageThatAPersonCanReachShowsOne() {
        Browser browser = office.browserOf("anna");
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/", "/bank?q=NL91", "/settings/accounts/enter", "/read"));
        while (!open.isEmpty()) {
            String path = open.poll();
            if (seen.add(path) && seen.size() < 200) {
                Document page = browser.open(path);
                String shown = shown(page);
                assertThat(PLANTED).as(path).noneMatch(shown::contains);
                page.select("a[href^=/bankfeed]").eachAttr("href").stream()
                        .map(href -> href.substring("/bankfeed".length()).replaceFirst("#.*", ""))
                        .filter(href -> !href.isEmpty() && !href.contains("/static/"))
                        .forEach(open::add);
            }
        }
        assertThat(seen).anyMatch(path -> path.startsWith("/bank/line?"));
        assertThat(seen).anyMatch(path -> path.startsWith("/bank/pick?"));
        assertThat(seen).anyMatch(path -> path.startsWith("/invoices/invoice?"));
        assertThat(seen).anyMatch(path -> path.startsWith("/settings/integrations/link?"));
        assertThat(seen).anyMatch(path -> path.startsWith("/settings/accounts/account?"));
    }

    @Test
    void aNumberCanStillBeSearchedForInFull() {
        Browser browser = office.browserOf("anna");

        Document page =
                browser.open("/bank?q=" + URLEncoder.encode("DE89 3704 0044 0532 0130 00", StandardCharsets.UTF_8));

        assertThat(page.select("tbody.line")).hasSize(1);
        assertThat(page.select("tbody.line").text()).contains("DE…3000").doesNotContain("3704");
    }

    /** All that the answer holds, attributes too, without what may stand between the characters of a number. */
    private static String shown(Document page) {
        page.select("mark").unwrap();
        return (page.outerHtml() + page.text())
                .replaceAll("[\\s\u00a0.-]|&nbsp;", "")
                .toUpperCase(Locale.ROOT);
    }

    private void line(String id, String amount, @Nullable String name, @Nullable String iban, String text) {
        office.feed.bring(Office.CHECKING, readable(id, amount, name, iban, text));
    }

    private static FeedLine readable(
            String id, String amount, @Nullable String name, @Nullable String iban, String text) {
        FeedTransaction read = new FeedTransaction(
                id,
                Money.of(amount, "EUR"),
                Office.TODAY,
                Office.TODAY,
                name,
                iban,
                text,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                "Overschrijving naar BE62510007547061",
                "PMNT-RCDT-ESCT",
                null,
                "E2E BE62510007547061",
                null,
                null,
                null,
                "van BE62 5100 0754 7061 aan " + OURS);
        return new FeedLine.Readable(read, "{\"id\":\"" + id + "\"}");
    }
}
