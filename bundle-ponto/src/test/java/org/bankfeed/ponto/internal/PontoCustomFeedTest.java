package org.bankfeed.ponto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.Organization;
import org.bankfeed.feed.Position;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.store.FakeSecrets;
import org.bankfeed.store.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PontoCustomFeedTest extends WithServer {

    private static final String TOKEN = "POST /oauth2/token";
    private PontoCustomFeed custom;
    private final FakeSecrets none = new FakeSecrets();

    @BeforeEach
    void configure() {
        custom = new PontoCustomFeed(
                Connected.settings(Settings.Product.CUSTOM, server.api(), secretFile, 100), "1.2.3", time);
    }

    @AfterEach
    void close() {
        custom.close();
    }

    @Test
    void theCredentialsAreTheLink() throws Exception {
        AuthorizationStep step = custom.authorize(none, Connected.REQUEST);
        assertThat(step)
                .isEqualTo(new AuthorizationStep.Linked(
                        new Organization("3f1d6c52-0a7e-4b0c-9d3e-5c1f9a2b7e10", "Bakkerij De Korenaar BV"),
                        "client:client-1"));
        assertThat(PontoServer.form(server.last(TOKEN))).isEqualTo(Map.of("grant_type", "client_credentials"));
        assertThat(none.names()).isEmpty();
    }

    @Test
    void whereNobodyTellsTheOrganizationTheClientNamesIt() throws Exception {
        server.tell("GET /userinfo", PontoServer.problem(404, "resourceNotFound"));
        assertThat(custom.authorize(none, Connected.REQUEST))
                .isEqualTo(new AuthorizationStep.Linked(new Organization("client:client-1", null), "client:client-1"));
    }

    @Test
    void wrongCredentialsAreTheOperatorsMatter() {
        server.tell(TOKEN, PontoServer.json(401, "{\"error\":\"invalid_client\"}"));
        assertThatThrownBy(() -> custom.authorize(none, Connected.REQUEST))
                .isInstanceOf(BankFeedException.Misconfigured.class);
    }

    @Test
    void readsWithOneTokenAndRenewsARejectedOne() throws Exception {
        server.bring(1, 3);
        assertThat(custom.transactions(none, Connected.ACCOUNT, Position.START).lines())
                .hasSize(3);
        assertThat(custom.accounts(none)).hasSize(2);
        assertThat(server.count(TOKEN)).isEqualTo(1);
        server.access = "changed at Ponto";
        assertThat(custom.accounts(none)).hasSize(2);
        assertThat(server.count(TOKEN)).isEqualTo(2);
    }

    @Test
    void revokingOnlyForgets() {
        none.write("link-id", new Secret("x"));
        custom.revoke(none);
        assertThat(none.names()).isEmpty();
        assertThat(server.requests).isEmpty();
    }
}
