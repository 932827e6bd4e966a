package org.bankfeed.ponto.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoConnectFeed;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.wire.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest extends WithServer {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"errors\":[{\"code\":\"validation\"}]} | Refused",
                "400 | {\"error\":\"invalid_scope\"} | Misconfigured",
                "302 | moved | Refused",
                "401 | {\"errors\":[{\"code\":\"invalidAccessToken\"}]} | ReconnectRequired",
                "401 | {\"errors\":[{\"code\":\"invalidSignature\"}]} | Misconfigured",
                "403 | {\"errors\":[{\"code\":\"organizationBlocked\"}]} | Blocked",
                "404 | {\"errors\":[{\"code\":\"resourceNotFound\",\"meta\":{\"resource\":\"account\"}}]} | AccountNotShared",
                "404 | {\"errors\":[{\"code\":\"resourceNotFound\",\"meta\":{\"resource\":\"integration\"}}]}"
                        + " | ReconnectRequired",
                "404 | <html>not here</html> | Refused",
                "408 | '' | Unavailable",
                "422 | [] | Refused",
                "429 | {} | Unavailable",
                "500 | {\"errors\":[]} | Unavailable",
                "503 | <html><h1>Maintenance</h1></html> | Unavailable"
            })
    void eachStatusSaysWhoActsNext(int status, String body, String kind) {
        Answer answer = new Answer(status, body, "req-7", null);
        BankFeedException error =
                new Errors("ponto", Duration.ofHours(1), Connected.CODES).of(answer, "reading accounts");
        assertThat(error.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(error.requestId()).isEqualTo("req-7");
        assertThat(error).hasMessageContaining(Integer.toString(status)).hasMessageContaining("reading accounts");
    }

    @Test
    void whyNoAnswerCameIsSaidInWords() {
        Errors errors = new Errors("ponto", Duration.ofHours(1), Connected.CODES);
        assertThat(errors.of(new UnknownHostException("api"), "api")).hasMessageContaining("does not find the address");
        assertThat(errors.of(new ConnectException("refused"), "api")).hasMessageContaining("nobody opens at api");
        assertThat(errors.of(new SocketTimeoutException("30 s"), "api")).hasMessageContaining("api took too long");
        assertThat(errors.of(new ProtocolException("unexpected end of stream"), "api"))
                .isInstanceOf(BankFeedException.Unavailable.class)
                .hasMessageContaining("api broke off (ProtocolException); it will be tried again");
    }

    @Test
    void theRequestIdOfTheBodyIsTakenWhereTheHeaderIsMissing() {
        Answer answer = new Answer(404, PontoServer.text("account-not-found.json"), null, null);
        assertThat(new Errors("ponto", Duration.ofHours(1), Connected.CODES)
                        .of(answer, "x")
                        .requestId())
                .isEqualTo("00077F00000184847F0000011F4066E4422332700AA");
    }

    @Test
    void theCodesAreConfiguration() {
        feed.close();
        feed = connect(Map.of(
                "error.codes.blocked", "suspended",
                "error.codes.reconnect", "tokenGone",
                "error.codes.client", "whoAreYou",
                "error.codes.signature", "seal"));
        assertKind(403, "organizationSuspended", BankFeedException.Blocked.class);
        assertKind(400, "tokenGone", BankFeedException.ReconnectRequired.class);
        assertKind(400, "whoAreYou", BankFeedException.Misconfigured.class);
        assertKind(403, "brokenSeal", BankFeedException.Misconfigured.class);
        assertKind(403, "organizationBlocked", BankFeedException.ReconnectRequired.class);
        assertKind(400, "invalid_client", BankFeedException.Refused.class);
    }

    private void assertKind(int status, String code, Class<? extends BankFeedException> kind) {
        server.tell("GET /accounts", PontoServer.problem(status, code));
        assertThatThrownBy(() -> feed.accounts(secrets)).isInstanceOf(kind).hasMessageContaining(code);
    }

    @Test
    void aCodeOfTheirsForgesNoLineOfOurLog() {
        Answer answer = new Answer(
                400, "{\"errors\":[{\"code\":\"a\\nERROR b %s\"}]}".formatted("c".repeat(500)), "id\nx", null);
        BankFeedException error = new Errors("ponto", Duration.ofHours(1), Connected.CODES).of(answer, "x");
        assertThat(error.getMessage())
                .contains("a?ERROR?b?c")
                .doesNotContain("\n")
                .hasSizeLessThan(200);
        assertThat(error.requestId()).isEqualTo("id?x");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "0, 1",
        "99999999, 99999999",
        "'Sun, 01 Mar 2026 10:02:00 GMT', 120",
        "'Sun, 01 Mar 2026 09:00:00 GMT', 1",
        "soon, ",
        "'', ",
        "1000000000000, ",
        "-5, "
    })
    void retryAfterIsSecondsOrADate(String header, @Nullable Long seconds) {
        assertThat(RetryAfter.of(header, null, NOW)).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void aDateIsMeantByTheServersClock() {
        assertThat(RetryAfter.of("Sun, 01 Mar 2026 10:02:00 GMT", "Sun, 01 Mar 2026 10:01:30 GMT", NOW))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aVeryLongRetryAfterIsNotBelieved() {
        Answer answer = new Answer(429, "", null, Duration.ofDays(9));
        assertThat(new Errors("ponto", Duration.ofHours(1), Connected.CODES).of(answer, "x"))
                .isInstanceOfSatisfying(BankFeedException.Unavailable.class, e -> assertThat(e.retryAfter())
                        .isEqualTo(Duration.ofHours(1)));
    }

    @Test
    void aRateLimitCarriesPontosDelay() {
        server.tell(
                "GET /accounts",
                new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "7")
                        .build());
        BankFeedException.Unavailable error =
                catchThrowableOfType(BankFeedException.Unavailable.class, () -> feed.accounts(secrets));
        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aBodyWithoutEndIsRefused() {
        server.tell("GET /accounts", PontoServer.json(200, " ".repeat((int) (10 << 20) + 1)));
        BankFeedException.Refused error =
                catchThrowableOfType(BankFeedException.Refused.class, () -> feed.accounts(secrets));
        assertThat(error).hasMessageContaining("10 MiB");
    }

    @Test
    void htmlInsteadOfJsonIsOneSentence() {
        server.tell("GET /accounts", PontoServer.json(200, "<html>hello</html>"));
        BankFeedException.Refused error =
                catchThrowableOfType(BankFeedException.Refused.class, () -> feed.accounts(secrets));
        assertThat(error.requestId()).isEqualTo("req-1");
        assertThat(error).hasMessageContaining("JSON");
    }

    @Test
    void nobodyListeningIsTheNetworksMatter() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        PontoConnectFeed lonely = new PontoConnectFeed(
                Connected.settings(Settings.Product.CONNECT, "http://127.0.0.1:" + port, secretFile, 100), "1", time);
        assertThat(catchThrowableOfType(BankFeedException.Unavailable.class, () -> lonely.accounts(secrets)))
                .hasMessageContaining("127.0.0.1");
        lonely.close();
    }

    @Test
    void aServerThatKeepsSilentIsGivenUp() {
        server.tell(
                "GET /accounts",
                new MockResponse.Builder()
                        .headersDelay(20, TimeUnit.SECONDS)
                        .body("{}")
                        .build());
        PontoConnectFeed hasty = connect(Map.of("timeout", "1"));
        assertThat(catchThrowableOfType(BankFeedException.Unavailable.class, () -> hasty.accounts(secrets)))
                .isNotNull();
        hasty.close();
    }

    @Test
    void noSecretIsInAnyMessageOrText() {
        server.tell("GET /accounts", PontoServer.json(500, "refresh-0 access-1 s3cret"));
        Throwable error = catchThrowableOfType(BankFeedException.class, () -> feed.accounts(secrets));
        for (Throwable t = error; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain("refresh-", "access-1", "s3cret");
        }
        assertThat(new Answer(200, "s3cret", null, null).toString()).doesNotContain("s3cret");
    }
}
