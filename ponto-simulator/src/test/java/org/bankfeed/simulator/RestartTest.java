package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    private Path state;

    private final VirtualClock clock = new VirtualClock("2026-03-02T12:00:00Z");

    private PontoSimulator start() throws SimulatorException {
        return PontoSimulator.start(SimulatorOptions.DEFAULTS
                .withHistory(Lines.of(
                        Lines.line("T1", Lines.FORTIS, "2026-03-02", "10.00", "first"),
                        Lines.line("T2", Lines.FORTIS, "2026-03-03", "10.00", "second")))
                .withState(state)
                .withClock(clock));
    }

    @Test
    void keepsCredentialsGrantsAndAuthorizations() throws Exception {
        String refreshToken;
        String account;
        String files;
        JsonNode before;
        try (PontoSimulator simulator = start()) {
            Caller caller = new Caller(simulator);
            refreshToken = caller.connect();
            account = caller.get("/accounts").ids().get(0);
            before = caller.get("/accounts/" + account).json();
            files = files();
        }

        try (PontoSimulator simulator = start()) {
            assertThat(files()).isEqualTo(files);
            Caller caller = new Caller(simulator);
            JsonNode tokens = caller.refresh(refreshToken).json();
            caller.with(tokens.path("access_token").asText());
            assertThat(caller.get("/accounts/" + account).json()).isEqualTo(before);
            assertThat(caller.get("/accounts/" + account + "/transactions").ids())
                    .containsExactly("T1");
            clock.set("2026-03-03T12:00:00Z");
            assertThat(caller.get("/accounts/" + account + "/transactions").ids())
                    .containsExactly("T2", "T1");
        }
        try (PontoSimulator simulator = start()) {
            assertThat(new Caller(simulator).refresh(refreshToken).status()).isEqualTo(400);
        }
    }

    @Test
    void keepsWhatWasBookedByHandWhereItStood() throws Exception {
        String account;
        List<String> before;
        String refreshToken;
        try (PontoSimulator simulator = start()) {
            Caller caller = new Caller(simulator);
            refreshToken = caller.connect();
            account = caller.get("/accounts").ids().get(0);
            String institution = caller.get("/accounts/" + account)
                    .json()
                    .at("/data/relationships/financialInstitution/data/id")
                    .asText();
            caller.post(
                    "/sandbox/financial-institutions/" + institution + "/financial-institution-accounts/" + account
                            + "/financial-institution-transactions",
                    """
                    {"data":{"attributes":{"valueDate":"2026-03-02T00:00:00Z","executionDate":"2026-03-02T00:00:00Z",
                    "amount":"12.50","currency":"EUR","description":"by hand","remittanceInformationType":"unstructured"}}}""");
            clock.set("2026-03-02T20:00:00Z");
            assertThat(caller.get("/accounts/" + account + "/transactions").ids())
                    .hasSize(2);
            clock.set("2026-03-03T12:00:00Z");
            before = caller.get("/accounts/" + account + "/transactions").ids();
            assertThat(before).hasSize(3).startsWith("T2").endsWith("T1");
        }
        try (PontoSimulator simulator = start()) {
            Caller caller = new Caller(simulator);
            caller.with(caller.refresh(refreshToken).json().path("access_token").asText());
            assertThat(caller.get("/accounts/" + account + "/transactions").ids())
                    .isEqualTo(before);
        }
    }

    @Test
    void hidesKeysFromOthersAndSecretsOfTokensFromAll() throws Exception {
        try (PontoSimulator simulator = start()) {
            String refreshToken = new Caller(simulator).connect();
            for (String file : List.of("client-key.pem", "client.json", "state.json", "server.pem")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(file))))
                        .as(file)
                        .isEqualTo("rw-------");
            }
            assertThat(Files.readString(state.resolve("state.json"))).doesNotContain(refreshToken);
        }
    }

    @Test
    void saysWhatIsWrongInASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PontoSimulator.start(
                            SimulatorOptions.DEFAULTS.withHistory(Lines.many(1)).withPorts(taken.getLocalPort(), 0, 0)))
                    .isInstanceOf(SimulatorException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("in use");
        }
        Files.writeString(state.resolve("state.json"), "{ not json");
        assertThatThrownBy(this::start)
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("state.json")
                .hasMessageContaining("damaged");
    }

    private String files() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String file : List.of("client.json", "ca.pem", "client.pem", "client-key.pem")) {
            all.append(Files.readString(state.resolve(file)));
        }
        return all.toString();
    }
}
