package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.bankfeed.simulator.Caller.Reply;
import org.junit.jupiter.api.Test;

class CustomIntegrationTest {

    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    @Test
    void readsEverythingWithClientCredentials() throws Exception {
        try (PontoSimulator simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS.withHistory(Lines.many(3)))) {
            Caller caller = new Caller(simulator).at(simulator.customBaseUrl());
            assertThat(caller.get("/accounts").status()).isEqualTo(401);

            JsonNode token = caller.token(simulator.customClientId(), simulator.customClientSecret(), GRANT)
                    .json();

            assertThat(token.has("refresh_token")).isFalse();
            caller.with(token.path("access_token").asText());
            String account = caller.get("/accounts").ids().get(0);
            Reply page = caller.get("/accounts/" + account + "/transactions?limit=2");
            assertThat(page.ids()).containsExactly("T3", "T2");
            assertThat(caller.get(page.json().at("/links/next").asText()).ids()).containsExactly("T1");
            assertThat(page.json().at("/links/next").asText()).startsWith(simulator.customBaseUrl() + "/accounts/");
            Reply synchronization = caller.post("/synchronizations", """
                    {"data":{"attributes":{"resourceType":"account","resourceId":"%s","subtype":"accountDetails"}}}""".formatted(account));
            assertThat(synchronization.status()).isEqualTo(201);
        }
    }

    @Test
    void theTwoProductsKeepTheirCredentialsApart() throws Exception {
        try (PontoSimulator simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS.withHistory(Lines.many(1)))) {
            Caller connect = new Caller(simulator);
            Caller custom = new Caller(simulator).at(simulator.customBaseUrl());
            assertThat(connect.token(simulator.customClientId(), simulator.customClientSecret(), GRANT)
                            .status())
                    .isEqualTo(401);
            assertThat(custom.token(GRANT).status()).isEqualTo(401);

            String token = custom.token(simulator.customClientId(), simulator.customClientSecret(), GRANT)
                    .json()
                    .path("access_token")
                    .asText();

            assertThat(connect.with(token).get("/accounts").status()).isEqualTo(401);
            assertThat(custom.token(
                                    simulator.customClientId(),
                                    simulator.customClientSecret(),
                                    Map.of("grant_type", "refresh_token", "refresh_token", "x"))
                            .json()
                            .path("error")
                            .asText())
                    .isEqualTo("unsupported_grant_type");
        }
    }
}
