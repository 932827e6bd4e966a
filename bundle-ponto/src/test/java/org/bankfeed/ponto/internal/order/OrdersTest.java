package org.bankfeed.ponto.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.SyncOrder;
import org.bankfeed.feed.SyncOrder.Job;
import org.bankfeed.feed.SyncOrder.State;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.bankfeed.ponto.internal.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest extends WithServer {

    private static final String CREATE = "POST /synchronizations";
    private static final MockResponse RECENT = PontoServer.json(
            400,
            "{\"errors\":[{\"code\":\"accountRecentlySynchronized\",\"detail\":\"This type of synchronization was"
                    + " already created recently.\",\"meta\":{}}]}");

    @Test
    void detailsComeFirstAndTransactionsAfter() throws Exception {
        server.tell(CREATE, job("s-1", "pending"), job("s-2", "pending"));
        SyncOrder order = order();
        assertThat(order.state()).isEqualTo(State.RUNNING);
        assertThat(order.job()).isEqualTo(Job.DETAILS);
        assertThat(bodies()).singleElement().satisfies(body -> {
            assertThat(body.path("type").asText()).isEqualTo("synchronization");
            assertThat(body.path("attributes")).isEqualTo(Json.MAPPER.readTree("""
                            {"resourceType": "account", "resourceId": "a1", "subtype": "accountDetails",
                             "customerIpAddress": "81.82.83.84"}"""));
        });
        server.tell("GET /synchronizations/s-1", job("s-1", "running"), job("s-1", "success"));
        order = feed.follow(secrets, order);
        assertThat(order.job()).isEqualTo(Job.DETAILS);
        assertThat(bodies()).hasSize(1);
        order = feed.follow(secrets, order);
        assertThat(order.job()).isEqualTo(Job.TRANSACTIONS);
        assertThat(order.id()).isEqualTo("s-2");
        assertThat(bodies().get(1).path("attributes").path("subtype").asText())
                .isEqualTo("accountTransactionsWithUnsettled");
        server.tell("GET /synchronizations/s-2", job("s-2", "success"));
        order = feed.follow(secrets, order);
        assertThat(order.state()).isEqualTo(State.DONE);
        assertThat(feed.follow(secrets, order)).isSameAs(order);
    }

    @Test
    void whatIsRecentIsDone() throws Exception {
        server.tell(CREATE, RECENT, RECENT);
        SyncOrder order = order();
        assertThat(order.state()).isEqualTo(State.RECENT);
        assertThat(order.said()).contains("recent");
        assertThat(bodies()).hasSize(2);
    }

    @Test
    void linesThatCameAMomentAgoAreNotOrderedAgain() throws Exception {
        tellAccount("accountTransactionsWithUnsettled", "success", Duration.ofMinutes(4));
        assertThat(order().state()).isEqualTo(State.RECENT);
        assertThat(server.count(CREATE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "accountTransactionsWithUnsettled, success, PT5M1S",
        "accountTransactionsWithUnsettled, success, PT-1S",
        "accountTransactionsWithUnsettled, error, PT1M",
        "accountDetails, success, PT1M"
    })
    void anythingLessThanRecentLinesIsOrdered(String subtype, String status, Duration age) throws Exception {
        tellAccount(subtype, status, age);
        server.tell(CREATE, job("s-1", "pending"));
        assertThat(order().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void howYoungIsRecentIsConfiguration() throws Exception {
        feed.close();
        feed = connect(Map.of("sync.recent.seconds", "0", "sync.codes.recent", "alreadyThere"));
        tellAccount("accountTransactionsWithUnsettled", "success", Duration.ofSeconds(1));
        server.tell(CREATE, PontoServer.problem(400, "alreadyThere"), PontoServer.problem(400, "alreadyThere"));
        assertThat(order().state()).isEqualTo(State.RECENT);
        assertThat(server.count(CREATE)).isEqualTo(2);
    }

    @Test
    void anAccountThatCanOnlyBeReadIsNotAskedFor() throws Exception {
        server.tell(
                "GET /accounts/a1",
                PontoServer.json(200, "{\"data\":{\"id\":\"a1\",\"meta\":{\"availability\":\"readonly\"}}}"));
        SyncOrder order = order();
        assertThat(order.state()).isEqualTo(State.FAILED);
        assertThat(order.said()).contains("maintenance");
        assertThat(server.count(CREATE)).isZero();
    }

    @Test
    void amongSeveralErrorsTheEndedConsentCounts() throws Exception {
        server.tell(CREATE, RECENT, job("s-2", "pending"));
        SyncOrder order = order();
        server.tell(
                "GET /synchronizations/s-2",
                PontoServer.json(
                        200,
                        "{\"data\":{\"id\":\"s-2\",\"attributes\":{\"status\":\"error\",\"errors\":["
                                + "{\"code\":\"bankOutOfOrder\"},{\"code\":\"authorizationInvalid\"}]}}}"));
        assertThat(feed.follow(secrets, order).state()).isEqualTo(State.CONSENT_ENDED);
    }

    private void tellAccount(String subtype, String status, Duration age) {
        server.tell("GET /accounts/a1", PontoServer.json(200, """
                        {"data": {"id": "a1", "meta": {"latestSynchronization": {"attributes":
                          {"subtype": "%s", "status": "%s", "updatedAt": "%s", "errors": []}}}}}""".formatted(
                        subtype, status, time.now().minus(age))));
    }

    @Test
    void recentDetailsDoNotKeepTransactionsAway() throws Exception {
        server.tell(CREATE, RECENT, job("s-2", "pending"));
        SyncOrder order = order();
        assertThat(order.state()).isEqualTo(State.RUNNING);
        assertThat(order.job()).isEqualTo(Job.TRANSACTIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "authorizationInvalid, CONSENT_ENDED, renews the consent",
        "authorizationExpired, CONSENT_ENDED, renews the consent",
        "synchronizationInProgress, FAILED, in some minutes",
        "somethingNew, FAILED, in some hours"
    })
    void anErrorSaysWhoActsNext(String code, State state, String words) throws Exception {
        server.tell(CREATE, RECENT, job("s-2", "pending"));
        SyncOrder order = order();
        server.tell("GET /synchronizations/s-2", failed("s-2", code));
        order = feed.follow(secrets, order);
        assertThat(order.state()).isEqualTo(state);
        assertThat(order.code()).isEqualTo(code);
        assertThat(order.said()).contains(code).contains(words);
    }

    @Test
    void aBalanceThatFailsDoesNotKeepTransactionsAwayButAnEndedConsentDoes() throws Exception {
        server.tell(CREATE, job("s-1", "pending"), job("s-2", "pending"), job("s-3", "pending"));
        SyncOrder order = order();
        server.tell("GET /synchronizations/s-1", failed("s-1", "bankOutOfOrder"));
        assertThat(feed.follow(secrets, order).job()).isEqualTo(Job.TRANSACTIONS);

        SyncOrder second = order();
        server.tell("GET /synchronizations/s-3", failed("s-3", "authorizationInvalid"));
        assertThat(feed.follow(secrets, second).state()).isEqualTo(State.CONSENT_ENDED);
        assertThat(bodies()).hasSize(3);
    }

    @Test
    void theCodesAreConfiguration() throws Exception {
        feed.close();
        feed = connect(Map.of("sync.codes.consent", "scaNeeded", "sync.subtype", "accountTransactions"));
        server.tell(CREATE, RECENT, PontoServer.problem(400, "scaNeeded"));
        assertThat(order().state()).isEqualTo(State.CONSENT_ENDED);
        assertThat(bodies().get(1).path("attributes").path("subtype").asText()).isEqualTo("accountTransactions");
    }

    @Test
    void aWordThatIsNotKnownIsWaitedForAndThenLeft() throws Exception {
        server.tell(CREATE, job("s-1", "queued"));
        SyncOrder order = order();
        assertThat(order.state()).isEqualTo(State.RUNNING);
        time.pass(Duration.ofSeconds(181));
        server.tell("GET /synchronizations/s-1", job("s-1", "queued"));
        order = feed.follow(secrets, order);
        assertThat(order.state()).isEqualTo(State.LEFT);
        assertThat(order.isEnded()).isTrue();
    }

    @Test
    void aRefusalAtMaintenanceIsToldInWords() throws Exception {
        server.tell(CREATE, PontoServer.problem(400, "financialInstitutionUnderMaintenance"));
        assertThat(order().said()).contains("financialInstitutionUnderMaintenance");
    }

    @Test
    void anAccountThatIsNotSharedAnyMoreIsSaidSo() {
        server.tell("GET /accounts/a1", PontoServer.json(404, PontoServer.text("account-not-found.json")));
        assertThatThrownBy(this::order).isInstanceOf(BankFeedException.AccountNotShared.class);
    }

    @Test
    void anAnswerWithoutAnIdIsNotUnderstood() {
        server.tell(CREATE, PontoServer.json(201, "{\"data\":{\"attributes\":{\"status\":\"pending\"}}}"));
        assertThatThrownBy(this::order)
                .isInstanceOf(BankFeedException.Refused.class)
                .hasMessageContaining("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "172.16.3.4",
                "192.168.178.2",
                "169.254.1.1",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fd12:3456::1",
                "fc00::1",
                "fec0::1",
                "ff02::1",
                "::ffff:192.168.1.1"
            })
    void anAddressThatIsNotPublicIsRefusedBeforeAnyCall(String address) {
        assertThatThrownBy(() -> feed.order(secrets, Connected.ACCOUNT.id(), InetAddress.getByName(address)))
                .isInstanceOf(BankFeedException.Refused.class)
                .hasMessageContaining("public address");
        assertThat(server.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2a02:1810::1"})
    void publicAddressesArePublic(String address) throws Exception {
        assertThat(PublicAddress.of(InetAddress.getByName(address))).isNotBlank();
    }

    private SyncOrder order() throws Exception {
        return feed.order(secrets, Connected.ACCOUNT.id(), InetAddress.getByName("81.82.83.84"));
    }

    private List<JsonNode> bodies() {
        return server.requests.stream()
                .filter(request -> request.getMethod().equals("POST")
                        && request.getTarget().endsWith("/synchronizations"))
                .map(request -> {
                    try {
                        return Json.MAPPER.readTree(request.getBody().utf8()).path("data");
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static MockResponse job(String id, String status) {
        return PontoServer.json(
                201,
                "{\"data\":{\"type\":\"synchronization\",\"id\":\"%s\",\"attributes\":{\"status\":\"%s\",\"errors\":[]}}}"
                        .formatted(id, status));
    }

    private static MockResponse failed(String id, String code) {
        return PontoServer.json(
                200,
                ("{\"data\":{\"type\":\"synchronization\",\"id\":\"%s\",\"attributes\":{\"status\":\"error\",\"errors\":"
                                + "[{\"code\":\"%s\",\"meta\":{\"financialInstitutionResponse\":{\"body\":\"<html>\"}}}]}}}")
                        .formatted(id, code));
    }
}
