package org.bankfeed.ponto.internal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.Organization;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.bankfeed.store.FakeSecrets;
import org.bankfeed.store.Secret;
import org.junit.jupiter.api.Test;

class LinkingTest extends WithServer {

    private static final String TOKEN = "POST /oauth2/token";
    private final FakeSecrets fresh = new FakeSecrets();

    @Test
    void thePageCarriesAllThatPontoAsksFor() throws Exception {
        HttpUrl page = page(Connected.REQUEST);
        assertThat(page.host()).isEqualTo("localhost");
        assertThat(page.queryParameter("prompt")).isEqualTo("login");
        assertThat(page.queryParameter("client_id")).isEqualTo("client-1");
        assertThat(page.queryParameter("redirect_uri"))
                .isEqualTo(Connected.REQUEST.redirectUri().toString());
        assertThat(page.queryParameter("response_type")).isEqualTo("code");
        assertThat(page.queryParameter("scope")).isEqualTo("offline_access ai name");
        assertThat(page.queryParameter("state")).isEqualTo("state-1");
        assertThat(page.queryParameter("code_challenge_method")).isEqualTo("S256");
        assertThat(page.queryParameter("language")).isEqualTo("nl");
        String verifier = fresh.read("pkce:state-1").orElseThrow().reveal();
        assertThat(verifier).matches("[A-Za-z0-9_-]{86}");
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertThat(page.queryParameter("code_challenge"))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(sha));
    }

    @Test
    void aLanguageThatPontoDoesNotSpeakIsLeftOut() throws Exception {
        HttpUrl page = page(new AuthorizationRequest("s", Connected.REQUEST.redirectUri(), Locale.GERMAN));
        assertThat(page.queryParameterNames()).doesNotContain("language");
    }

    @Test
    void aVeryLongStateStillHasAVerifierOfItsOwn() throws Exception {
        page(new AuthorizationRequest("s".repeat(500), Connected.REQUEST.redirectUri(), Locale.ENGLISH));
        assertThat(fresh.names()).singleElement().satisfies(name -> assertThat(name)
                .hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void theCodeBecomesALink() throws Exception {
        page(Connected.REQUEST);
        String verifier = fresh.read("pkce:state-1").orElseThrow().reveal();
        Organization organization = feed.complete(fresh, Connected.REQUEST, "good-code");
        assertThat(organization)
                .isEqualTo(new Organization("3f1d6c52-0a7e-4b0c-9d3e-5c1f9a2b7e10", "Bakkerij De Korenaar BV"));
        RecordedRequest exchange = server.last(TOKEN);
        assertThat(exchange.getHeaders().get("Authorization")).isEqualTo(Credentials.basic("client-1", "s3cret"));
        assertThat(exchange.getHeaders().get("User-Agent")).isEqualTo("bankfeed-ponto/1.2.3");
        assertThat(PontoServer.form(exchange))
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "good-code")
                .containsEntry("redirect_uri", Connected.REQUEST.redirectUri().toString())
                .containsEntry("code_verifier", verifier)
                .containsEntry("client_id", "client-1");
        assertThat(fresh.read("refresh-token")).contains(new Secret("refresh-1"));
        assertThat(fresh.names()).containsExactlyInAnyOrder("refresh-token", "link-id", "application");
    }

    @Test
    void aRefusedCodeChangesNothing() throws Exception {
        page(Connected.REQUEST);
        fresh.write("refresh-token", new Secret("the link of before"));
        assertThatThrownBy(() -> feed.complete(fresh, Connected.REQUEST, "stolen"))
                .isInstanceOf(BankFeedException.AuthorizationRefused.class)
                .hasMessageNotContaining("stolen");
        assertThat(fresh.names()).containsExactly("refresh-token");
        assertThat(fresh.read("refresh-token")).contains(new Secret("the link of before"));
    }

    @Test
    void aCodeUsedTwiceIsRefusedAndTheLinkOfBeforeStands() throws Exception {
        page(Connected.REQUEST);
        feed.complete(fresh, Connected.REQUEST, "good-code");
        assertThatThrownBy(() -> feed.complete(fresh, Connected.REQUEST, "good-code"))
                .isInstanceOf(BankFeedException.AuthorizationRefused.class)
                .hasMessageContaining("begin again");
        assertThat(server.count(TOKEN)).isEqualTo(1);
        assertThat(feed.organization(fresh)).isPresent();
    }

    @Test
    void aReturnThatNobodyWaitsForIsRefusedWithoutAskingPonto() {
        assertThatThrownBy(() -> feed.complete(fresh, Connected.REQUEST, "good-code"))
                .isInstanceOf(BankFeedException.AuthorizationRefused.class);
        assertThat(server.requests).isEmpty();
    }

    @Test
    void aLostAnswerAfterTheExchangeCanBeCompletedOnceMore() throws Exception {
        page(Connected.REQUEST);
        server.tell("GET /userinfo", PontoServer.json(503, "<html>busy</html>"));
        assertThatThrownBy(() -> feed.complete(fresh, Connected.REQUEST, "good-code"))
                .isInstanceOf(BankFeedException.Unavailable.class);
        assertThat(feed.complete(fresh, Connected.REQUEST, "good-code").name()).isNotNull();
        assertThat(server.count(TOKEN)).isEqualTo(1);
        assertThat(fresh.names()).doesNotContain("pkce:state-1");
    }

    @Test
    void aGrantWithoutARefreshTokenNamesTheScope() throws Exception {
        page(Connected.REQUEST);
        server.tell(TOKEN, PontoServer.json(200, "{\"access_token\":\"a\",\"refresh_token\":null}"));
        assertThatThrownBy(() -> feed.complete(fresh, Connected.REQUEST, "good-code"))
                .isInstanceOf(BankFeedException.Misconfigured.class)
                .hasMessageContaining("offline_access");
    }

    @Test
    void aWrongClientSecretIsTheOperatorsMatter() throws Exception {
        page(Connected.REQUEST);
        server.tell(TOKEN, PontoServer.json(401, "{\"error\":\"invalid_client\"}"));
        assertThatThrownBy(() -> feed.complete(fresh, Connected.REQUEST, "good-code"))
                .isInstanceOf(BankFeedException.Misconfigured.class)
                .hasMessageContaining("client.secret.file");
    }

    @Test
    void revokingTellsPontoAndForgets() throws Exception {
        feed.revoke(secrets);
        assertThat(PontoServer.form(server.last("POST /oauth2/revoke"))).containsEntry("token", "refresh-0");
        assertThat(secrets.names()).isEmpty();
    }

    @Test
    void revokingADeadLinkIsFine() throws Exception {
        server.tell("POST /oauth2/revoke", PontoServer.json(400, "{\"error\":\"invalid_grant\"}"));
        feed.revoke(secrets);
        assertThat(secrets.names()).isEmpty();
    }

    @Test
    void aRevocationThatPontoDidNotHearKeepsTheLink() {
        server.tell("POST /oauth2/revoke", PontoServer.json(502, "<html>"));
        assertThatThrownBy(() -> feed.revoke(secrets)).isInstanceOf(BankFeedException.Unavailable.class);
        assertThat(secrets.names()).contains("refresh-token");
    }

    @Test
    void renewalAsksOnceWithAKeyOfItsOwnAndGivesPontosPage() throws Exception {
        String call = "POST /accounts/a1/reauthorization-requests";
        server.tell(call, PontoServer.problem(401, "invalidAccessToken"), server.recorded("reauthorization.json"));
        URI back = URI.create("https://books.example/ponto/renewed");
        URI page = feed.reauthorize(secrets, Connected.ACCOUNT.id(), back);
        assertThat(page).hasHost("authorize.myponto.com");
        assertThat(server.requests.stream()
                        .filter(request -> request.getTarget().endsWith("reauthorization-requests"))
                        .map(request -> request.getHeaders().get("Ibanity-Idempotency-Key"))
                        .distinct())
                .singleElement()
                .satisfies(key -> assertThat(key).hasSize(36));
        assertThat(server.last(call).getBody().utf8()).contains("\"redirectUri\":\"" + back + "\"");
    }

    @Test
    void aRenewalPageWithoutTlsIsRefused() {
        server.tell(
                "POST /accounts/a1/reauthorization-requests",
                PontoServer.json(201, "{\"data\":{\"links\":{\"redirect\":\"http://authorize.myponto.com/x\"}}}"));
        assertThatThrownBy(() ->
                        feed.reauthorize(secrets, Connected.ACCOUNT.id(), URI.create("https://books.example/back")))
                .isInstanceOf(BankFeedException.Refused.class);
    }

    private HttpUrl page(AuthorizationRequest request) throws Exception {
        return HttpUrl.get(((AuthorizationStep.Visit) feed.authorize(fresh, request)).page());
    }
}
