package org.bankfeed.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.journal.ConnectReturn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final String FORM =
            "<form method=\"post\" action=\"/auth\"><input type=\"checkbox\" name=\"account\" value=\"7\"></form>";

    private final List<String> received = new ArrayList<>();
    private final Person person = new Person();
    private HttpServer provider;

    @BeforeEach
    void open() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/auth", this::answer);
        provider.createContext("/gone", exchange -> send(exchange, 404, "gone"));
        provider.start();
    }

    @AfterEach
    void close() {
        provider.stop(0);
    }

    @Test
    void acceptsAndBringsBackWhatTheProviderSent() throws Exception {
        URI location = person.accept(page("/auth"));

        assertThat(received).containsExactly("account=7&decision=accept");
        assertThat(Person.broughtBack(location)).isEqualTo(new ConnectReturn("s t", "c+1", null));
    }

    @Test
    void bringsBackARefusalToo() {
        URI location = URI.create("http://localhost/back?error=access_denied&state=1");

        assertThat(Person.broughtBack(location)).isEqualTo(new ConnectReturn("1", null, "access_denied"));
    }

    @Test
    void saysWhichPageHasNothingToAcceptButNotItsQuery() {
        assertThatThrownBy(() -> person.accept(page("/gone?secret=1")))
                .isInstanceOf(RehearsalException.class)
                .hasMessageContaining("/gone has nothing to accept (it answered 404)")
                .hasMessageNotContaining("secret");
    }

    private URI page(String path) {
        return URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, FORM);
        } else {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "http://localhost/back?code=c%2B1&state=s+t");
            send(exchange, 303, "");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
