package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.bankfeed.simulator.Caller.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthTest {

    private final VirtualClock real = new VirtualClock("2026-03-10T10:00:00Z");
    private PontoSimulator simulator;
    private Caller caller;

    @BeforeAll
    void start() throws Exception {
        simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS
                .withHistory(Lines.of(
                        Lines.line("T1", Lines.FORTIS, "2026-03-02", "10.00", "<b>one</b>"),
                        Lines.line("T2", Lines.BELFIUS, "2026-03-02", "20.00", "two")))
                .withRealClock(real));
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @BeforeEach
    void call() {
        caller = new Caller(simulator);
    }

    @Test
    void givesTokensForACodeAndCarriesTheStateBack() {
        Reply page = caller.open(caller.authorization());
        assertThat(page.status()).isEqualTo(200);
        List<String> accounts = Caller.offered(page.raw().body());
        assertThat(accounts).hasSize(2);

        Reply back =
                caller.press(simulator.authorizationUrl().toString(), page.raw().body(), accounts, "accept");

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.raw().headers().firstValue("Location").orElseThrow()).startsWith(simulator.redirectUri() + "?");
        Map<String, String> parameters = Caller.parameters(back);
        assertThat(parameters).containsEntry("state", "state & more");
        JsonNode tokens = caller.redeem(String.valueOf(parameters.get("code")), Caller.VERIFIER)
                .json();
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(1799);
        assertThat(tokens.path("token_type").asText()).isEqualTo("bearer");
        assertThat(tokens.path("scope").asText().split(" ")).containsExactlyInAnyOrder("ai", "name", "offline_access");
        caller.with(tokens.path("access_token").asText());
        assertThat(caller.get("/accounts").ids()).containsExactlyElementsOf(accounts);
    }

    @Test
    void sharesOnlyTheAccountsThatWereTicked() {
        List<String> accounts =
                Caller.offered(caller.open(caller.authorization()).raw().body());
        JsonNode tokens = caller.redeem(caller.consent(accounts.subList(1, 2)), Caller.VERIFIER)
                .json();

        caller.with(tokens.path("access_token").asText());

        assertThat(caller.get("/accounts").ids()).containsExactly(accounts.get(1));
        Reply other = caller.get("/accounts/" + accounts.get(0));
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.errorCode()).isEqualTo("resourceNotFound");
        assertThat(other.json().at("/errors/0/meta/resource").asText()).isEqualTo("account");
    }

    @Test
    void tellsTheApplicationThatTheUserRefused() {
        Reply page = caller.open(caller.authorization());

        Reply back =
                caller.press(simulator.authorizationUrl().toString(), page.raw().body(), List.of(), "refuse");

        assertThat(Caller.parameters(back))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "state & more");
        assertThat(Caller.parameters(back)).doesNotContainKey("code");
    }

    @Test
    void answersAPageOnce() {
        String html = caller.open(caller.authorization()).raw().body();
        String page = simulator.authorizationUrl().toString();
        assertThat(caller.press(page, html, List.of(), "accept").status()).isEqualTo(303);

        assertThat(caller.press(page, html, List.of(), "accept").status()).isEqualTo(400);
    }

    @Test
    void neverRedirectsToAnUnknownPlace() {
        Map<String, String> query = caller.authorization();
        query.put("redirect_uri", "https://thief.example/");
        Reply reply = caller.open(query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.raw().body()).contains("redirect_uri").doesNotContain("thief");

        query = caller.authorization();
        query.put("client_id", "\"><script>");
        reply = caller.open(query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.raw().body()).contains("client_id").doesNotContain("<script>");
    }

    @Test
    void demandsPkceAndState() {
        Map<String, String> plain = caller.authorization();
        plain.put("code_challenge_method", "plain");
        assertThat(Caller.parameters(caller.open(plain))).containsEntry("error", "invalid_request");

        Map<String, String> noState = caller.authorization();
        noState.remove("state");
        assertThat(Caller.parameters(caller.open(noState))).containsEntry("error", "invalid_request");

        Map<String, String> scope = caller.authorization();
        scope.put("scope", "everything");
        assertThat(Caller.parameters(caller.open(scope))).containsEntry("error", "invalid_scope");
    }

    @Test
    void refusesAVerifierThatDoesNotFit() {
        Reply reply = caller.redeem(caller.consent(), Caller.VERIFIER + "x");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void refusesACodeThatWasUsedOrIsOld() {
        String code = caller.consent();
        assertThat(caller.redeem(code, Caller.VERIFIER).status()).isEqualTo(200);
        assertThat(caller.redeem(code, Caller.VERIFIER).json().path("error").asText())
                .isEqualTo("invalid_grant");

        String old = caller.consent();
        real.forward(Duration.ofMinutes(10));
        assertThat(caller.redeem(old, Caller.VERIFIER).json().path("error").asText())
                .isEqualTo("invalid_grant");
    }

    @Test
    void rotatesRefreshTokens() {
        String first = caller.connect();

        JsonNode next = caller.refresh(first).json();

        assertThat(next.path("refresh_token").asText()).isNotEmpty().isNotEqualTo(first);
        Reply again = caller.refresh(first);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(caller.refresh(next.path("refresh_token").asText()).status()).isEqualTo(200);
    }

    @Test
    void givesNoRefreshTokenWithoutTheScope() {
        Map<String, String> query = caller.authorization();
        query.put("scope", "ai");
        String html = caller.open(query).raw().body();
        Reply back = caller.press(simulator.authorizationUrl().toString(), html, Caller.offered(html), "accept");

        JsonNode tokens = caller.redeem(String.valueOf(Caller.parameters(back).get("code")), Caller.VERIFIER)
                .json();

        assertThat(tokens.has("refresh_token")).isFalse();
        caller.with(tokens.path("access_token").asText());
        assertThat(caller.get("/userinfo").json().has("name")).isFalse();
    }

    @Test
    void refusesAWrongSecret() {
        Reply reply = caller.token(simulator.clientId(), "wrong", Map.of("grant_type", "client_credentials"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(reply.raw().headers().firstValue("ibanity-request-id")).isPresent();
    }

    @Test
    void endsAccessTokensAfterHalfAnHour() {
        caller.connect();
        assertThat(caller.get("/accounts").status()).isEqualTo(200);
        real.forward(Duration.ofSeconds(1799));

        Reply reply = caller.get("/accounts");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.errorCode()).isEqualTo("invalidAccessToken");
        assertThat(reply.json().at("/errors/0/meta/requestId").asText())
                .isEqualTo(
                        reply.raw().headers().firstValue("ibanity-request-id").orElseThrow());
    }

    @Test
    void revokingEndsTheIntegration() {
        String refreshToken = caller.connect();

        assertThat(caller.revoke(refreshToken).status()).isEqualTo(200);

        assertThat(caller.get("/accounts").errorCode()).isEqualTo("invalidAccessToken");
        assertThat(caller.refresh(refreshToken).json().path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void theVendorSeesAndEndsTheIntegration() {
        caller.connect();
        String organization = caller.get("/userinfo").json().path("sub").asText();
        assertThat(caller.get("/integration-accounts").status()).isEqualTo(403);

        Caller vendor = new Caller(simulator);
        JsonNode token =
                vendor.token(Map.of("grant_type", "client_credentials")).json();
        assertThat(token.path("scope").asText()).isEmpty();
        assertThat(token.has("refresh_token")).isFalse();
        vendor.with(token.path("access_token").asText());
        assertThat(vendor.get("/integration-accounts").ids()).hasSize(2);
        assertThat(vendor.get("/accounts").status()).isEqualTo(403);
        assertThat(vendor.get("/organizations/" + organization + "/usage/2026-02")
                        .status())
                .isEqualTo(200);
        Reply unknown = vendor.get("/organizations/nobody/usage/2026-02");
        assertThat(unknown.json().at("/errors/0/meta/resource").asText()).isEqualTo("Usage");

        Reply ended = vendor.delete("/organizations/" + organization + "/integration");

        assertThat(ended.json().at("/data/type").asText()).isEqualTo("integration");
        assertThat(caller.get("/accounts").status()).isEqualTo(401);
        assertThat(vendor.delete("/organizations/" + organization + "/integration")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void breaksTheHandshakeWithoutAClientCertificate() throws Exception {
        SSLContext anonymous = SSLContext.getInstance("TLS");
        anonymous.init(null, new TrustManager[] {simulator.trust()}, null);
        HttpClient client = HttpClient.newBuilder().sslContext(anonymous).build();
        HttpRequest root = HttpRequest.newBuilder(URI.create(simulator.baseUrl().toString()))
                .build();

        assertThatThrownBy(() -> client.send(root, BodyHandlers.ofString())).isInstanceOf(java.io.IOException.class);
        assertThat(caller.get("/").status()).isEqualTo(200);
        assertThat(caller.get("").json().at("/links/oauth2/token").asText())
                .isEqualTo(simulator.baseUrl() + "/oauth2/token");
    }
}
