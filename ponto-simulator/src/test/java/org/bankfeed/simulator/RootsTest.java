package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trees of addresses that Ibanity's own libraries load at their start, and cannot do without. */
class RootsTest {

    private static final String NOTHING = "There is nothing at this path.";

    private PontoSimulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS);
        caller = new Caller(simulator);
        caller.connect();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void everyAddressOfTheTreeLeadsSomewhere() {
        List<String> addresses = new ArrayList<>();
        collect(caller.get("").json().path("links"), addresses);
        assertThat(addresses).hasSizeGreaterThan(18).allMatch(one -> one.startsWith("https://"));
        for (String address : addresses) {
            String reply =
                    caller.get(address.replaceAll("\\{[^}]*}", "x")).raw().body();
            assertThat(reply).as(address).doesNotContain(NOTHING);
        }
    }

    @Test
    void sandboxResourcesAreNestedAsTheLibrariesLookForThem() {
        JsonNode bank = caller.get("").json().at("/links/sandbox/financialInstitution");
        assertThat(bank.path("financialInstitutionAccounts").asText())
                .endsWith("/financial-institution-accounts/{financialInstitutionAccountId}");
        assertThat(bank.at("/financialInstitutionAccount/financialInstitutionTransactions")
                        .asText())
                .endsWith("/financial-institution-transactions/{financialInstitutionTransactionId}");
    }

    @Test
    void aTreeOfItsOwnTellsWhereTheKeysOfWebhooksAre() {
        String root = simulator.webhookIssuer() + "/webhooks";
        String keys = caller.get(root).json().at("/links/keys").asText();
        assertThat(caller.get(keys).json().at("/keys/0/use").asText()).isEqualTo("sig");
    }

    private static void collect(JsonNode tree, List<String> addresses) {
        if (tree.isTextual()) {
            addresses.add(tree.asText());
        }
        tree.forEach(child -> collect(child, addresses));
    }
}
