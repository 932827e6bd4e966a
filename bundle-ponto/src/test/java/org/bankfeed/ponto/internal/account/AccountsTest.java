package org.bankfeed.ponto.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.SharedAccounts;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest extends WithServer {

    private static final String BANK = "GET /financial-institutions/5e8b1f0a-77c4-4c2d-9b65-e0a4d3c21f88";

    @Test
    void readsAllPagesAndTheBanksNameOnce() throws Exception {
        server.tell("GET /accounts", server.recorded("accounts-1.json"), server.recorded("accounts-2.json"));
        server.tell(BANK, server.recorded("institution.json"));
        List<FeedAccount> accounts = feed.accounts(secrets);
        assertThat(accounts).hasSize(3);
        FeedAccount first = accounts.get(0);
        assertThat(first.reference()).isEqualTo(AccountReference.iban("BE68539007547034"));
        assertThat(first.description()).isEqualTo("Zichtrekening");
        assertThat(first.holder()).isEqualTo("Bakkerij De Korenaar BV");
        assertThat(first.institution()).isEqualTo("Bank of Lisbon");
        assertThat(first.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(first.current())
                .isEqualTo(new Balance(Money.of("10482.10", "EUR"), Instant.parse("2026-03-02T00:00:00Z")));
        assertThat(first.available()).isEqualTo(new Balance(Money.of("12982.17", "EUR"), null));
        assertThat(first.synchronizedAt()).isEqualTo(Instant.parse("2026-03-02T07:01:13.551Z"));
        assertThat(first.authorizedAt()).isEqualTo(Instant.parse("2026-01-15T10:22:41.166319Z"));
        assertThat(first.authorizationEnds()).isEqualTo(Instant.parse("2026-07-14T10:22:41Z"));
        assertThat(first.availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(first.lastFailure()).isNull();

        server.tell("GET /accounts", server.recorded("accounts-1.json"), server.recorded("accounts-2.json"));
        feed.accounts(secrets);
        assertThat(server.count(BANK)).isEqualTo(1);
    }

    @Test
    void unknownWordsAreTolerated() throws Exception {
        List<FeedAccount> accounts = feed.accounts(secrets);
        FeedAccount card = accounts.get(0);
        assertThat(card.subtype()).isEqualTo("hologram");
        assertThat(card.reference().type()).isEqualTo(AccountReference.Type.OTHER);
        assertThat(card.availability()).isEqualTo(Availability.DEPRECATED);
        assertThat(card.current()).isNull(); // three decimals are no euros
        assertThat(card.zone()).isEqualTo(ZoneId.of("Europe/Brussels"));
        FeedAccount savings = accounts.get(1);
        assertThat(savings.reference().type()).isEqualTo(AccountReference.Type.OTHER); // no valid IBAN
        assertThat(savings.description()).isEqualTo("Spaarrekening");
        assertThat(savings.availability()).isEqualTo(Availability.READ_ONLY);
        assertThat(savings.lastFailure()).isEqualTo("authorizationInvalid");
        assertThat(savings.authorizedAt()).isNull();
        assertThat(savings.institution()).isNull(); // the bank could not be told of
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"a\",\"attributes\":{\"currency\":\"EUR\"}} | The field reference is missing.",
                "{\"id\":\"a\",\"attributes\":{\"reference\":\"1\"}} | The field currency is missing.",
                "{\"id\":\"a\"} | The field attributes is missing."
            })
    void anAccountThatMissesSomethingIsToldOf(String account, String why) throws Exception {
        server.tell("GET /accounts", PontoServer.json(200, "{\"data\":[" + account + "]}"));
        assertThat(feed.sharedAccounts(secrets).unreadable())
                .extracting(unread -> unread.why().toString())
                .containsExactly(why);
    }

    @Test
    void anAccountWithoutAnIdSpoilsTheAnswer() {
        server.tell("GET /accounts", PontoServer.json(200, """
                {"data":[{"attributes":{"reference":"1","currency":"EUR"}}]}"""));
        assertThatThrownBy(() -> feed.accounts(secrets))
                .isInstanceOf(BankFeedException.Refused.class)
                .hasMessageContaining("field id is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ECU", "XAU", "bitcoin"})
    void anAccountOfWhatIsNoMoneyDoesNotStandInTheWayOfTheOthers(String currency) throws Exception {
        server.tell("GET /accounts", PontoServer.json(200, """
                        {"data": [
                          {"id": "a1", "attributes": {"reference": "1", "description": "Odd", "currency": "%s"}},
                          {"id": "a2", "attributes": {"reference": "2", "currency": "EUR"}}]}""".formatted(currency)));
        SharedAccounts told = feed.sharedAccounts(secrets);
        assertThat(told.accounts()).extracting(account -> account.id().value()).containsExactly("a2");
        assertThat(told.unreadable()).singleElement().satisfies(left -> {
            assertThat(left.id().value()).isEqualTo("a1");
            assertThat(left.number()).isEqualTo("1");
            assertThat(left.description()).isEqualTo("Odd");
            assertThat(left.why())
                    .asString()
                    .contains("‘" + currency + "’")
                    .contains("no currency")
                    .contains("update Java");
        });
    }

    @Test
    void amongSeveralFailuresTheEndedConsentCounts() throws Exception {
        server.tell("GET /accounts", PontoServer.json(200, """
                {"data": [{"id": "a1", "attributes": {"reference": "1", "currency": "EUR"},
                  "meta": {"latestSynchronization": {"attributes": {"status": "error", "errors": [
                    null, {"code": "bankOutOfOrder"}, {"code": "authorizationExpired"}]}}}}]}"""));
        assertThat(feed.accounts(secrets).get(0).lastFailure()).isEqualTo("authorizationExpired");
    }

    @Test
    void noAccountSharedIsNoError() throws Exception {
        server.tell("GET /accounts", PontoServer.json(200, "{\"data\":[],\"links\":{}}"));
        assertThat(feed.accounts(secrets)).isEmpty();
    }
}
