package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // started before each test
class ControlSiteTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private PontoSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS.withHistory(Lines.many(1)));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String below, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(simulator.controlUrl() + below))
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void thePagesButtonsDoWhatTheySay() throws Exception {
        String page = send(HttpRequest.newBuilder(simulator.controlUrl())).body();
        assertThat(page).contains("Lose the response of the next refresh", "Ponto blocks the organization");
        assertThat(page).doesNotContain("<script");
        assertThat(post("", "action=order&fault=lostRefresh").statusCode()).isEqualTo(303);
        assertThat(post("", "action=block").statusCode()).isEqualTo(303);
        assertThat(send(HttpRequest.newBuilder(simulator.controlUrl())).body())
                .contains("ordered: 1", "The organization is blocked.");
        assertThat(post("", "action=skew&seconds=many").body()).contains("seconds must be a whole number.");
    }

    @Test
    void theApiTellsAndObeys() throws Exception {
        JsonNode state = Caller.JSON.readTree(post("/api/block", "").body());
        assertThat(state.path("blocked").asBoolean()).isTrue();
        String account = state.at("/accounts/0/id").asText();
        assertThat(post("/api/synchronize", "{\"account\":\"" + account + "\"}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> wrong = post("/api/lapse", "{\"account\":\"nobody's\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Caller.JSON.readTree(wrong.body()).path("error").asText()).endsWith(".");
        assertThat(post("/api/fly", "").statusCode()).isEqualTo(400);
        assertThat(post("/api/block", "[not json").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesOfOtherSitesMayNotPressButtons() throws Exception {
        HttpRequest.Builder foreign = HttpRequest.newBuilder(URI.create(simulator.controlUrl() + "/api/block"))
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.noBody());
        assertThat(send(foreign).statusCode()).isEqualTo(403);
        assertThat(simulator.control().state()).contains("\"blocked\":false");
    }
}
