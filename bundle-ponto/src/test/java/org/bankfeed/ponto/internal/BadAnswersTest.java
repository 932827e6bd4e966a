package org.bankfeed.ponto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.Position;
import org.bankfeed.ponto.internal.token.LinkTokens;
import org.bankfeed.value.InternetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in the place of an answer: one sentence says what could not be understood, and nothing is lost. */
class BadAnswersTest extends WithServer {

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "\"x\"",
            "{\"data\":[{\"id\":\"t1\",\"attr",
            "{\"data\":{\"id\":\"t1\",\"attr",
            "{}",
            "{\"data\":null}",
            "{\"data\":[[[[[",
            "[".repeat(5000),
            "<!DOCTYPE html><html><body>Bad gateway</body></html>");

    private static final InetAddress PERSON =
            InternetAddress.read("81.82.83.84").orElseThrow().value();

    /** What is asked of the feed, and the call that is answered badly. */
    private static final Map<String, Ask> ASKED = Map.ofEntries(
            Map.entry("GET /accounts", test -> test.feed.accounts(test.secrets)),
            Map.entry(
                    "GET /accounts/a1/transactions",
                    test -> test.feed.transactions(test.secrets, Connected.ACCOUNT, Position.START)),
            Map.entry(
                    "GET /accounts/a1/pending-transactions",
                    test -> test.feed.pending(test.secrets, Connected.ACCOUNT)),
            Map.entry(
                    "GET /synchronizations/s-1/updated-transactions",
                    test -> test.feed.changed(test.secrets, Connected.ACCOUNT, "s-1")),
            Map.entry("GET /userinfo", test -> test.feed.organization(test.secrets)),
            Map.entry("POST /oauth2/token", test -> test.feed.accounts(test.secrets)),
            Map.entry("GET /accounts/a1", BadAnswersTest::order),
            Map.entry("POST /synchronizations", BadAnswersTest::order),
            Map.entry(
                    "POST /accounts/a1/reauthorization-requests",
                    test -> test.feed.reauthorize(
                            test.secrets, Connected.ACCOUNT.id(), URI.create("https://books.example/back"))));

    @FunctionalInterface
    private interface Ask {
        Object of(BadAnswersTest test) throws BankFeedException;
    }

    static Stream<Arguments> calls() {
        return ASKED.keySet().stream().sorted().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isOneSentenceAndLosesNothing(String call) throws Exception {
        Ask asking = Objects.requireNonNull(ASKED.get(call));
        for (String body : BODIES) {
            server.tell(call, PontoServer.json(200, body));
            BankFeedException.Refused refused =
                    catchThrowableOfType(BankFeedException.Refused.class, () -> asking.of(this));
            assertThat(refused).as(call + " <- " + body).isNotNull();
            assertThat(refused.getMessage())
                    .contains("feed 'ponto'", "cannot be understood")
                    .doesNotContain("\n", "html", "t1");
            assertThat(refused.requestId()).isEqualTo("req-1");
            assertThat(secrets.read(LinkTokens.REFRESH_TOKEN)).isPresent();
        }
        assertThat(feed.accounts(secrets)).isNotEmpty(); // the link stands
    }

    private static Object order(BadAnswersTest test) throws BankFeedException {
        return test.feed.order(test.secrets, Connected.ACCOUNT.id(), PERSON);
    }
}
