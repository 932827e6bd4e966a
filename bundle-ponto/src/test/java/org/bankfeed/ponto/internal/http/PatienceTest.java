package org.bankfeed.ponto.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.BankFeedException.Unavailable;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.bankfeed.ponto.internal.access.Retries;
import org.bankfeed.store.FakeSecrets;
import org.bankfeed.store.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repeated, how often, after which pause, and when a link is left alone. */
class PatienceTest extends WithServer {

    private static final String LIST = "GET /accounts";
    private static final String RENEWAL = "POST /accounts/a1/reauthorization-requests";

    private final Map<String, String> keys = new LinkedHashMap<>(Map.of("retry.most", "3", "circuit.failures", "0"));

    @BeforeEach
    void patient() {
        configure();
    }

    @ParameterizedTest
    @ValueSource(ints = {425, 429, 500, 502, 503, 504})
    void whatMayPassIsAskedAgain(int status) throws Exception {
        server.tell(LIST, PontoServer.json(status, "<html>"), PontoServer.json(status, ""));
        assertThat(feed.accounts(secrets)).hasSize(2);
        assertThat(server.count(LIST)).isEqualTo(3);
        assertThat(time.pauses).containsExactly(Duration.ofMillis(750), Duration.ofMillis(1500));
    }

    @Test
    void aRequestThatTimedOutAtPontoIsAskedAgain() throws Exception {
        server.tell(LIST, PontoServer.json(408, ""), PontoServer.json(408, ""));
        assertThat(feed.accounts(secrets)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404, 409, 410, 422})
    void whatIsAnAnswerIsNeverAskedAgain(int status) {
        server.tell(LIST, PontoServer.json(status, "{}"));
        assertThatThrownBy(() -> feed.accounts(secrets)).isInstanceOf(BankFeedException.class);
        assertThat(server.count(LIST)).isEqualTo(1);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void chanceSpreadsThePauses() {
        Retries retries = new Retries(3, Duration.ofSeconds(30), Duration.ofHours(1), 5, Duration.ofSeconds(30));
        assertThat(retries.pause(0, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(retries.pause(2, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(retries.pause(2, 0.999)).isBetween(Duration.ofMillis(3990), Duration.ofSeconds(4));
        assertThat(retries.pause(60, 0)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Retries.pauseTold(Duration.ofSeconds(7), 0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(retries.rest(99, 0)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aConnectionThatBreaksIsMadeAgain() throws Exception {
        server.tell(
                LIST,
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build(),
                new MockResponse.Builder()
                        .body("{\"data\":[" + " ".repeat(100_000) + "]}")
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
        assertThat(feed.accounts(secrets)).hasSize(2);
        assertThat(time.pauses).isNotEmpty();
    }

    @Test
    void pontosOwnTimeIsKept() throws Exception {
        server.tell(LIST, busy("7"));
        assertThat(feed.accounts(secrets)).hasSize(2);
        assertThat(time.pauses).containsExactly(Duration.ofMillis(7500));
    }

    @Test
    void whoeverAsksForMoreTimeThanThereIsIsLeftAloneForIt() throws Exception {
        server.tell(LIST, busy("100"));
        Unavailable first = failure();
        assertThat(first.retryAfter()).isEqualTo(Duration.ofSeconds(100));
        assertThat(time.pauses).isEmpty();
        time.pass(Duration.ofSeconds(40));
        Unavailable second = failure();
        assertThat(second.retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(second).hasMessageContaining("60 seconds");
        assertThat(server.count(LIST)).isEqualTo(1);
        time.pass(Duration.ofSeconds(60));
        assertThat(feed.accounts(secrets)).hasSize(2);
    }

    @Test
    void theWholeTimeIsBounded() {
        keys.put("retry.most", "10");
        keys.put("retry.seconds", "10");
        configure();
        alwaysBusy(20);
        failure();
        Duration waited = time.pauses.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isLessThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(time.pauses).hasSize(3); // 0.75 + 1.5 + 3; with 6 more it would be too late
    }

    @Test
    void oneIntentionHasOneIdempotencyKeyHoweverOftenItIsSent() throws Exception {
        server.tell(
                RENEWAL,
                PontoServer.json(503, ""),
                PontoServer.problem(401, "invalidAccessToken"),
                PontoServer.json(502, "<html>"),
                server.recorded("reauthorization.json"),
                server.recorded("reauthorization.json"));
        URI back = URI.create("https://books.example/back");
        feed.reauthorize(secrets, Connected.ACCOUNT.id(), back);
        assertThat(server.count(RENEWAL)).isEqualTo(4);
        assertThat(idempotencyKeys().distinct()).hasSize(1);
        feed.reauthorize(secrets, Connected.ACCOUNT.id(), back);
        assertThat(idempotencyKeys().distinct()).hasSize(2);
    }

    @Test
    void aBusyTokenEndpointIsAskedAgainToo() throws Exception {
        server.tell("POST /oauth2/token", PontoServer.json(503, "<html>"));
        assertThat(feed.accounts(secrets)).hasSize(2);
        assertThat(secrets.read("refresh-token")).contains(new Secret("refresh-1"));
    }

    @Test
    void aLinkThatFailsTooOftenRestsAndOthersDoNot() throws Exception {
        keys.put("retry.most", "0");
        keys.put("circuit.failures", "3");
        configure();
        FakeSecrets other = Connected.linked();
        feed.accounts(secrets);
        long asked = server.count(LIST);
        alwaysBusy(3);
        for (int i = 0; i < 3; i++) {
            failure();
        }
        Unavailable resting = failure();
        assertThat(resting.retryAfter()).isEqualTo(Duration.ofSeconds(33)); // 30, and half of a fifth by chance
        assertThat(server.count(LIST)).isEqualTo(asked + 3);
        other.write("refresh-token", new Secret(server.refresh));
        assertThat(feed.accounts(other)).hasSize(2);

        time.pass(Duration.ofSeconds(34));
        server.tell(LIST, PontoServer.json(503, ""));
        failure(); // the one attempt to see
        assertThat(failure().retryAfter()).isEqualTo(Duration.ofSeconds(66));
        time.pass(Duration.ofSeconds(67));
        server.tell(LIST, PontoServer.problem(404, "whatever")); // an answer, so Ponto is there
        assertThatThrownBy(() -> feed.accounts(secrets)).isInstanceOf(BankFeedException.Refused.class);
        secrets.write("refresh-token", new Secret(server.refresh));
        assertThat(feed.accounts(secrets)).hasSize(2);
    }

    private void configure() {
        feed.close();
        feed = connect(keys);
    }

    private void alwaysBusy(int times) {
        for (int i = 0; i < times; i++) {
            server.tell(LIST, PontoServer.json(503, "<html>"));
        }
    }

    private Unavailable failure() {
        return catchThrowableOfType(Unavailable.class, () -> feed.accounts(secrets));
    }

    private Stream<String> idempotencyKeys() {
        return server.requests.stream()
                .filter(request -> request.getTarget().endsWith("reauthorization-requests"))
                .map(RecordedRequest::getHeaders)
                .map(headers -> headers.get("Ibanity-Idempotency-Key"));
    }

    private static MockResponse busy(String seconds) {
        return new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", seconds)
                .build();
    }
}
