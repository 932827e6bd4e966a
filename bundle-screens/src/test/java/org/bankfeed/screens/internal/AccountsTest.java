package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.bankfeed.journal.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private static final String ACCOUNTS = "/settings/accounts";

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void anAccountIsCalledOtherwiseAndBackAgain() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        browser.open(browser.open("/settings/accounts")
                .select("a[href*=account?]")
                .attr("href")
                .replaceFirst(".*/bankfeed", ""));
        assertThat(browser.page().select("[name=label]").val()).isEqualTo("Current account");

        browser.fill("/settings/accounts/account", Map.of("label", "Shop till"));
        assertThat(browser.page().text()).contains("Saved: Shop till.");
        assertThat(office.journal.accounts(office.anna).get(0).label()).isEqualTo("Shop till");

        browser.open(browser.page().select("a[href*=account?]").attr("href").replaceFirst(".*/bankfeed", ""));
        browser.fill("/settings/accounts/account", Map.of("label", ""));
        assertThat(office.journal.accounts(office.anna).get(0).label()).isEqualTo("Current account");
    }

    @Test
    void anEnteredAccountIsTakenOverByTheLinkThatSharesIt() throws Exception {
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/enter");
        browser.fill(
                ACCOUNTS + "/enter",
                Map.of(
                        "number", "be71 0961 2345 6769",
                        "label", "Shop <b>till</b>",
                        "from", "2026-01-01",
                        "host", "PAY_1"));
        assertThat(browser.path()).isEqualTo(ACCOUNTS);
        assertThat(browser.page().select("tbody").text())
                .contains("Shop <b>till</b>", "BE…6769", "Not linked yet", "count from 1 Jan 2026", "PAY_1");
        assertThat(browser.page().select("tbody b")).isEmpty();

        office.link();

        assertThat(browser.open(ACCOUNTS).select("tbody").text())
                .contains("Shop <b>till</b>", "Linked", "by Bakkerij De Korenaar BV at Ponto", "120 days left")
                .contains("10,000.00 EUR", "1 hour ago", "Test bank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BE71 0961 2345 6768", "be71-0961-2345-6768", "IBAN BE71096123456768", "BE71 0961 2345 676"})
    void aMistypedIbanIsRefusedAndStaysInTheForm(String number) {
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/enter");

        browser.fill(
                ACCOUNTS + "/enter",
                Map.of("number", number, "label", "Till", "currency", "USD", "from", "2026-02-01", "host", "P\"1"));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("#error-number").text())
                .isEqualTo("This is no valid IBAN, its check digits do not fit: look for a typing error.");
        assertThat(browser.page().select("[name=number]").val()).isEqualTo(number);
        assertThat(browser.page().select("[name=label]").val()).isEqualTo("Till");
        assertThat(browser.page().select("[name=currency] [selected]").val()).isEqualTo("USD");
        assertThat(browser.page().select("[name=from]").val()).isEqualTo("2026-02-01");
        assertThat(browser.page().select("[name=host]").val()).isEqualTo("P\"1");
        assertThat(office.journal.accounts(office.anna)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop@pay.example", "4111********1111", "0961234567", "AB12 345"})
    void anotherNumberIsTakenAsItIs(String number) {
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/enter");

        browser.fill(ACCOUNTS + "/enter", Map.of("number", number));

        assertThat(office.journal.accounts(office.anna))
                .extracting(account -> account.reference().value())
                .containsExactly(number);
    }

    @Test
    void eachFieldSaysWhatIsWrongWithIt() {
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/enter");

        browser.fill(
                ACCOUNTS + "/enter",
                Map.of(
                        "number", "",
                        "currency", "<x>",
                        "label", "x".repeat(201),
                        "from", "31/12/2026",
                        "host", "y".repeat(201)));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select(".flash.bad").eachText())
                .containsExactlyInAnyOrder(
                        "The account number is missing: fill it in.",
                        "'<x>' is no currency of an account: choose one, such as EUR.",
                        "The name is longer than 200 characters: shorten it.",
                        "The day is not a day such as 2026-03-31: '31/12/2026'.",
                        "This is no id of an account in the ERP: at most 200 characters that can be printed.");
        assertThat(browser.page().select("[name=from]").val()).isEqualTo("31/12/2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "DEM", "EURO", "XAU", ""})
    void noCurrencyOfAnAccountIsRefused(String currency) {
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/enter");

        browser.fill(ACCOUNTS + "/enter", Map.of("number", "BE71096123456769", "currency", currency));

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.page().select("#error-currency").text()).contains("currency");
        assertThat(office.journal.accounts(office.anna)).isEmpty();
    }

    @Test
    void anAccountThatIsKnownIsSaid() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/enter");

        browser.fill(ACCOUNTS + "/enter", Map.of("number", "BE71096123456769"));

        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.page().select("#error-number").text()).startsWith("Account BE…6769 in EUR is known already");
    }

    @Test
    void whatIsSaidOfAnAccountIsKept() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/account?id=" + id());
        assertThat(browser.page().select("[name=active]").hasAttr("checked")).isTrue();

        browser.fill(ACCOUNTS + "/account", Map.of("from", "2026-03-01", "host", "BANK", "active", ""));

        assertThat(browser.path()).isEqualTo(ACCOUNTS);
        Account account = office.journal.accounts(office.anna).get(0);
        assertThat(account.active()).isFalse();
        assertThat(account.countFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(account.hostAccount()).isEqualTo("BANK");
        assertThat(browser.page().select(".badge").eq(0).text()).isEqualTo("Switched off");
        browser.open(ACCOUNTS + "/account?id=" + id());
        assertThat(browser.page().select("[name=active]").hasAttr("checked")).isFalse();
        assertThat(browser.page().select("[name=from]").val()).isEqualTo("2026-03-01");
    }

    @Test
    void anImpossibleDayChangesNothing() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/account?id=" + id());

        browser.fill(ACCOUNTS + "/account", Map.of("from", "20260-03-01", "host", "BANK"));
        assertThat(browser.status()).isEqualTo(400);
        browser.fill(ACCOUNTS + "/account", Map.of("from", "0206-03-01", "host", "BANK"));

        assertThat(browser.page().select("#error-from").text()).contains("too far away");
        assertThat(browser.page().select("[name=host]").val()).isEqualTo("BANK");
        assertThat(office.journal.accounts(office.anna).get(0).countFrom()).isNull();
    }

    @Test
    void anAccountEnteredByMistakeIsRemoved() {
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/enter");
        browser.fill(ACCOUNTS + "/enter", Map.of("number", "BE71096123456769"));
        browser.open(ACCOUNTS + "/account?id=" + id());

        browser.fill(ACCOUNTS + "/remove", Map.of());

        assertThat(browser.page().select(".flash.good").text()).startsWith("Removed: ");
        assertThat(office.journal.accounts(office.anna)).isEmpty();
    }

    @Test
    void anAccountThatWasSharedStays() throws Exception {
        office.link();
        Browser browser = office.browserOf("anna");
        browser.open(ACCOUNTS + "/account?id=" + id());
        assertThat(browser.page().select("form[action$=remove]")).isEmpty();

        browser.send(ACCOUNTS + "/remove", Map.of("form-token", browser.formToken(), "id", id()));

        assertThat(browser.page().select(".flash.bad").text()).contains("its lines are part of the books");
        assertThat(office.journal.accounts(office.anna)).hasSize(1);
    }

    @Test
    void othersLookOnly() throws Exception {
        office.link();
        Browser browser = office.browserOf("bert");
        assertThat(browser.open(ACCOUNTS).select("a[href$=enter]")).isEmpty();
        browser.open(ACCOUNTS + "/account?id=" + id());
        assertThat(browser.page().select("form[action*=settings/accounts]")).isEmpty();
        assertThat(browser.page().text()).contains("needs the role administrator");

        for (String act : new String[] {"/account", "/enter", "/remove"}) {
            Map<String, String> fields = new HashMap<>(Map.of("id", id(), "number", "BE68539007547034"));
            fields.put("form-token", token(browser));
            browser.send(ACCOUNTS + act, fields);
            assertThat(browser.status()).isEqualTo(403);
        }
        assertThat(office.journal.accounts(office.anna)).hasSize(1);
    }

    @Test
    void anUnknownAccountIsNotFound() {
        Browser browser = office.browserOf("anna");

        browser.open(ACCOUNTS + "/account?id=%3Cb%3E");

        assertThat(browser.status()).isEqualTo(404);
    }

    private static String token(Browser browser) {
        return browser.open("/settings/accounts")
                .select("input[name=form-token]")
                .eq(0)
                .val();
    }

    private String id() {
        return office.journal.accounts(office.anna).get(0).id().value();
    }
}
