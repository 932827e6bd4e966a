package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.bankfeed.history.BuiltInCompany;
import org.junit.jupiter.api.Test;

class BuiltInCompanyTest {

    @Test
    void hasFourAccountsAHistoryThatGoesOnAndPendingLines() throws Exception {
        VirtualClock clock = new VirtualClock("2026-03-04T12:00:00Z");
        try (PontoSimulator simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS.withClock(clock))) {
            Caller caller = new Caller(simulator);
            caller.connect();
            assertThat(caller.get("/accounts").ids()).hasSize(4);
            assertThat(caller.get("/userinfo").json().path("name").asText()).isEqualTo(BuiltInCompany.NAME);
            String account = caller.get("/accounts").ids().get(0);
            String list = "/accounts/" + account + "/transactions?limit=100";
            String newest = caller.get(list).ids().get(0);
            JsonNode pending = caller.get("/accounts/" + account + "/pending-transactions")
                    .json()
                    .path("data");
            assertThat(pending).isNotEmpty();
            assertThat(pending.at("/0/type").asText()).isEqualTo("pendingTransaction");

            clock.set("2026-03-11T12:00:00Z");

            assertThat(caller.get(list).ids().indexOf(newest)).isPositive();
        }
    }
}
