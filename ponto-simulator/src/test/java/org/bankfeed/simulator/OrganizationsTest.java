package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One user may have several organizations at Ponto: each link is of one, and none sees another's accounts. */
class OrganizationsTest {

    private static final SimulatorOptions TWO = SimulatorOptions.DEFAULTS
            .withHistory(Lines.of(Lines.line("T1", Lines.FORTIS, "2026-03-02", "10.00", "ours")))
            .withOther(Lines.of(Lines.line("T1", Lines.FORTIS, "2026-03-02", "20.00", "theirs")))
            .withClock(new VirtualClock("2026-03-02T12:00:00Z"));

    private static List<String> organizations(Caller caller) {
        return Caller.organizations(caller.open(caller.authorization()).raw().body());
    }

    private static String sub(Caller caller) {
        return caller.get("/userinfo").json().path("sub").asText();
    }

    private static double amount(Caller caller) {
        String account = caller.get("/accounts").ids().get(0);
        return caller.get("/accounts/" + account + "/transactions")
                .json()
                .at("/data/0/attributes/amount")
                .asDouble();
    }

    @Test
    void eachLinkIsOfTheOrganizationThatWasChosen() throws Exception {
        try (PontoSimulator simulator = PontoSimulator.start(TWO)) {
            Caller ours = new Caller(simulator);
            Caller theirs = new Caller(simulator);
            List<String> organizations = organizations(ours);
            assertThat(organizations).hasSize(2);

            ours.connect(organizations.get(0));
            theirs.connect(organizations.get(1));

            assertThat(sub(ours)).isEqualTo(organizations.get(0));
            assertThat(sub(theirs)).isEqualTo(organizations.get(1));
            assertThat(amount(ours)).isEqualTo(10);
            assertThat(amount(theirs)).isEqualTo(20);
            String foreign = theirs.get("/accounts").ids().get(0);
            assertThat(ours.get("/accounts").ids()).hasSize(1).doesNotContain(foreign);
            assertThat(ours.get("/accounts/" + foreign).status()).isEqualTo(404);
        }
    }

    @Test
    void whatBefallsOneDoesNotBefallTheOther() throws Exception {
        try (PontoSimulator simulator = PontoSimulator.start(TWO)) {
            Caller ours = new Caller(simulator);
            Caller theirs = new Caller(simulator);
            List<String> organizations = organizations(ours);
            ours.connect(organizations.get(0));
            theirs.connect(organizations.get(1));

            simulator.control().act("block", Map.of("organization", organizations.get(1)));
            assertThat(theirs.get("/accounts").status()).isEqualTo(403);
            assertThat(ours.get("/accounts").status()).isEqualTo(200);

            simulator.control().act("revoke", Map.of());
            assertThat(ours.get("/accounts").status()).isEqualTo(401);
            simulator.control().act("unblock", Map.of("organization", organizations.get(1)));
            assertThat(theirs.get("/accounts").status()).isEqualTo(200);
            assertThat(simulator.control().truth().organizations())
                    .extracting(Truth.Organization::linked)
                    .containsExactly(false, true);
        }
    }

    @Test
    void bothLinksSurviveARestart(@TempDir Path folder) throws Exception {
        String organization;
        String refreshToken;
        try (PontoSimulator simulator = PontoSimulator.start(TWO.withState(folder))) {
            Caller theirs = new Caller(simulator);
            organization = organizations(theirs).get(1);
            theirs.connect(organization);
            refreshToken = new Caller(simulator).connect();
        }
        try (PontoSimulator simulator = PontoSimulator.start(TWO.withState(folder))) {
            assertThat(simulator.control().truth().organizations()).allMatch(Truth.Organization::linked);
            Caller ours = new Caller(simulator);
            ours.with(ours.refresh(refreshToken).json().path("access_token").asText());
            assertThat(amount(ours)).isEqualTo(10);
        }
    }

    @Test
    void whoHasOneOrganizationIsNotAsked() throws Exception {
        try (PontoSimulator simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS)) {
            assertThat(organizations(new Caller(simulator))).isEmpty();
        }
    }
}
