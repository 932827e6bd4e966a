package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void tellsANewDaysLinesOnItsMorningAsTheCompanysLifeHasThem() throws Exception {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        VirtualClock clock = new VirtualClock("2026-11-20T16:00:00Z");
        try (PontoSimulator simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS.withClock(clock))) {
            Caller caller = new Caller(simulator);
            caller.connect();
            assertThat(linesOf(caller)).containsExactlyInAnyOrderElementsOf(lifeUntil(friday, friday));
            for (int days = 1; days <= 4; days++) {
                LocalDate day = friday.plusDays(days);
                clock.set(day + "T08:00:00Z"); // nine in Brussels: Ponto has asked twice

                assertThat(linesOf(caller)).containsExactlyInAnyOrderElementsOf(lifeUntil(friday, day));
            }
            assertThat(lifeUntil(friday, friday.plusDays(4)))
                    .hasSizeGreaterThan(lifeUntil(friday, friday).size());
        }
    }

    private static List<String> linesOf(Caller caller) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String account : caller.get("/accounts").ids()) {
            String list = "/accounts/" + account + "/transactions?limit=100";
            List<String> page = caller.get(list).ids();
            while (!page.isEmpty()) {
                lines.addAll(page);
                page = caller.get(list + "&after=" + page.get(page.size() - 1)).ids();
            }
        }
        return lines;
    }

    private static List<String> lifeUntil(LocalDate today, LocalDate last) {
        return BuiltInCompany.goingOn(today, last)
                .transactions()
                .map(line -> line.id())
                .toList();
    }
}
