package org.bankfeed.screens.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.BacktestReport.Counts;
import org.bankfeed.matching.BacktestReport.Kind;
import org.bankfeed.matching.BacktestReport.Mistake;
import org.bankfeed.matching.BacktestReport.Month;
import org.bankfeed.matching.BacktestReport.Part;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.screens.internal.rooms.RoomsForTests;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried and ruled of the matching, in a real browser at a desk's and at a telephone's width. */
class MatchingPagesInChromiumTest extends ChromiumTest {

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void thePastIsPlayedAndShown(int width) {
        CountDownLatch goOn = new CountDownLatch(1);
        RoomsForTests.backtests(office.rooms, new Year(goOn));
        Page page = visit(width, "/settings/matching");
        picture(page, "matching-before", width);

        button(page, "Play the past").click();

        assertThat(page.locator(".flash.reading")).containsText("4,200 of 9,836 lines");
        picture(page, "matching-runs", width);
        goOn.countDown();
        assertThat(page.locator(".verdict")).containsText("booked by themselves");
        assertThat(page.locator("svg.columns rect.bad").first()).isVisible();
        picture(page, "matching-played", width);
        button(page, "Deutsch").click();
        assertThat(page.locator(".kinds")).containsText("Trefferquote");
        org.assertj.core.api.Assertions.assertThat(page.locator("section:has(> .kinds)")
                        .evaluate("section => section.scrollWidth <= section.clientWidth"))
                .as("no column is cut off where words are long")
                .isEqualTo(true);
    }

    @Test
    void onATelephoneWhatALineMayPayStandsBeforeAllThatTheBankSays() throws Exception {
        office.link();
        office.sale("2026-0042", "Uitzendbureau Vlot", "1850.00", Office.TODAY.minusDays(20));
        office.line("1850.00", Office.TODAY, "Vlot", null, "bedankt");
        office.work();
        Page page = visit(390, "/bank");
        page.locator("a.who-name").first().click();

        assertThat(page.locator(".proposal")).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.locator(".panel-why").boundingBox().y)
                .isLessThan(page.locator(".panel .facts").boundingBox().y);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void aRuleIsMadeTriedAndSwitchedOn(int width) throws Exception {
        office.link();
        office.sale("2026-0042", "Uitzendbureau Vlot", "1850.00", Office.TODAY.minusDays(20));
        office.line("-2104.55", Office.TODAY.minusDays(30), "Janssens Peter", null, "LOON FEBRUARI 2026");
        office.line("-1988.10", Office.TODAY.minusDays(29), "De Smet Els", null, "loon februari 2026");
        office.line("1850.00", Office.TODAY.minusDays(9), "Uitzendbureau Vlot", null, "2026-0042 loon februari");
        office.work();
        Page page = visit(width, "/settings/rules");
        picture(page, "rules-none", width);
        page.getByLabel("Words, name or number").fill("loon februari");
        page.locator("select[name=flow]").selectOption("both");
        page.getByLabel("Such lines are").fill("wages");
        page.keyboard().press("Enter");
        assertThat(page.locator("h2").first()).containsText("wages, not an invoice");

        button(page, "Try it on the last twelve months").click();

        assertThat(page.locator(".verdict")).containsText("3 more by itself, 1 of them against what was decided");
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("main")).not().containsText("older ones");
        picture(page, "rule-tried", width);
        button(page, "Switch on").click();
        assertThat(page.locator(".badge").first()).hasText("On");
        page.navigate(office.url() + "/settings/rules");
        picture(page, "rules", width);
    }

    /** A year that gets better, with two mistakes. */
    private record Year(CountDownLatch goOn) implements OwnPast {

        @Override
        public BacktestReport own(Caller caller, Progress progress) {
            progress.at(4_200, 9_836);
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            List<Month> months = new ArrayList<>();
            for (int n = 0; n < 12; n++) {
                long lines = 700 + 31L * n;
                long wrong = n == 2 || n == 7 ? 1 : 0;
                long right = lines * (70 + 2L * n) / 100;
                long suggested = (lines - right) / 2;
                months.add(new Month(
                        YearMonth.of(2025, 4).plusMonths(n),
                        new Counts(
                                lines,
                                right + wrong + 20,
                                right,
                                wrong,
                                suggested,
                                suggested - 3,
                                lines - right - wrong - 20 - suggested,
                                right + 40)));
            }
            List<Kind> kinds = new ArrayList<>();
            for (MatchKind kind : MatchKind.values()) {
                long lines = 1_340 - 120L * kind.ordinal();
                long wrong = kind == MatchKind.BY_PAYER_AND_AMOUNT ? 2 : 0;
                kinds.add(new Kind(
                        kind, new Counts(lines, lines - 60, lines - 90 - wrong, wrong, 60, 57, 0, lines - 20)));
            }
            kinds.add(new Kind(null, new Counts(1_204, 0, 0, 0, 0, 0, 1_204, 35)));
            return new BacktestReport(
                    true,
                    11_870,
                    Office.TODAY.minusYears(1),
                    Office.TODAY,
                    1_310,
                    7_204,
                    kinds,
                    months,
                    List.of(mistake("2026-0117", "2026-0131"), mistake("2025-0880", null)),
                    List.of());
        }

        private static Mistake mistake(String number, @org.jspecify.annotations.Nullable String decided) {
            Money amount = Money.of("1210.00", "EUR");
            Money none = Money.zero(amount.currency());
            return new Mistake(
                    "a1:" + number,
                    Office.TODAY.minusDays(40),
                    amount,
                    "Bouwbedrijf Vandenbroucke & Zonen BV",
                    "maandelijkse betaling, zie mail van vorige week",
                    MatchKind.BY_PAYER_AND_AMOUNT,
                    0.985,
                    List.of(new Part(number, number, amount, none)),
                    decided == null ? List.of() : List.of(new Part(decided, decided, amount, none)),
                    List.of(
                            Evidence.of(
                                    Evidence.Speaks.FOR,
                                    ReasonCode.AMOUNT_IS_OPEN,
                                    new Argument.Document(number, false)),
                            Evidence.of(
                                    Evidence.Speaks.FOR,
                                    ReasonCode.ONE_EXPLAINS_IT_ALONE,
                                    new Argument.Document(number.toUpperCase(Locale.ROOT), false))));
        }
    }
}
