package org.bankfeed.ponto.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.Credentials;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.feed.Organization;
import org.bankfeed.feed.Position;
import org.bankfeed.feed.SyncOrder;
import org.bankfeed.ponto.internal.link.Pkce;
import org.bankfeed.ponto.internal.token.LinkTokens;
import org.bankfeed.store.FakeSecrets;
import org.bankfeed.store.Secret;
import org.bankfeed.value.InternetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Plants secrets and account numbers wherever there can be some, does all that a feed can do, well and badly, and looks
 * for them in every log line, every exception down to its last cause, and every value's text.
 */
class SecretsStayInsideTest extends WithServer {

    /** Where all loggers write, see simplelogger.properties. */
    private static final Path LOG = Path.of("target/test.log");

    private static final InetAddress PERSON =
            InternetAddress.read("81.82.83.84").orElseThrow().value();
    private static final String CLIENT_SECRET = "planted-client-secret";
    private static final String PASSPHRASE = "planted-passphrase";
    private static final String CODE = "good-code";
    private static final String STATE = "planted-state-0123456789";
    private static final String ACCESS = "planted-access";
    private static final String REFRESH = "planted-refresh";
    private static final String OWN_IBAN = "BE68539007547034";
    private static final String OTHER_IBAN = "BE71096123456769";

    private static final List<String> CALLS = List.of(
            "POST /oauth2/token",
            "POST /oauth2/revoke",
            "GET /accounts",
            "GET /accounts/a1",
            "GET /accounts/a1/transactions",
            "GET /accounts/a1/pending-transactions",
            "GET /synchronizations/s-1/updated-transactions",
            "GET /userinfo",
            "POST /synchronizations",
            "POST /accounts/a1/reauthorization-requests",
            "POST /onboarding-details",
            "DELETE /accounts/a1",
            "DELETE /organizations/o-1/integration",
            "GET /keys");

    private final StringWriter said = new StringWriter();
    private final PrintWriter out = new PrintWriter(said);
    private final Map<String, String> planted = new LinkedHashMap<>();
    private final Handler librariesLog = new Handler() {
        @Override
        public void publish(LogRecord line) {
            out.println(line.getLoggerName() + " " + line.getMessage());
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(out);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private long logBegan;

    @BeforeEach
    void plant() throws Exception {
        logBegan = Files.size(LOG);
        Logger.getLogger("").addHandler(librariesLog);
        Logger.getLogger("okhttp3").setLevel(Level.FINE);
        Files.writeString(secretFile, CLIENT_SECRET + "\n");
        feed.close();
        feed = connect(Map.of("application.id", "app-1", "webhook.keys.url", server.api() + "/keys"));
        planted.put("the client's secret", CLIENT_SECRET);
        planted.put("the client's secret as it is sent", Credentials.basic("client-1", CLIENT_SECRET));
        planted.put("a passphrase", PASSPHRASE);
        planted.put("a code", CODE);
        planted.put("a state", STATE);
        planted.put("an access token", ACCESS);
        planted.put("a refresh token", REFRESH);
        planted.put("the account's number", OWN_IBAN);
        planted.put("a payer's number", OTHER_IBAN);
        planted.put("a person's address", "81.82.83.84");
        planted.put("a person's mail", "lies@korenaar.example");
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(librariesLog);
        Logger.getLogger("okhttp3").setLevel(null);
    }

    @Test
    void whateverTheFeedDoesWell() throws Exception {
        linkAnew();
        fillLists();
        everything();
        assertNothingGotOut();
        assertThat(said.toString()).contains("BE…7034"); // it was looked for where something is said
        assertThat(Files.readString(LOG).substring((int) logBegan)).contains("request id req-1");
    }

    @Test
    void whateverPontoAnswers() throws Exception {
        linkAnew();
        String echo = String.join(" ", planted.values());
        List<Supplier<MockResponse>> answers = List.of(
                () -> PontoServer.json(200, "<html>" + echo + "</html>"),
                () -> PontoServer.json(200, "{\"data\":[{\"id\":\"x\",\"" + echo),
                () -> PontoServer.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"" + echo + "\"}"),
                () -> PontoServer.json(400, "{\"errors\":[{\"code\":\"odd\",\"detail\":\"" + echo + "\"}]}"),
                () -> PontoServer.json(401, "{\"errors\":[{\"code\":\"no\",\"detail\":\"" + echo + "\"}]}"),
                () -> PontoServer.json(403, "{\"errors\":[{\"code\":\"blocked\",\"detail\":\"" + echo + "\"}]}"),
                () -> PontoServer.json(404, echo),
                () -> PontoServer.json(429, echo),
                () -> PontoServer.json(500, echo));
        for (Supplier<MockResponse> answer : answers) {
            for (String call : CALLS) {
                server.tell(call, answer.get());
            }
            everything();
            for (String call : CALLS) {
                server.forget(call);
            }
            secrets.write(LinkTokens.REFRESH_TOKEN, new Secret(server.refresh));
        }
        assertNothingGotOut();
        assertThat(said.toString()).contains("connect to Ponto again", "is blocked", "will be asked again");
    }

    @Test
    void linesThatCannotBeRead() throws Exception {
        linkAnew();
        String list = "GET /accounts/a1/transactions";
        for (String broken : List.of(
                "\"executionDate\":\"%s\"",
                "\"valueDate\":{\"x\":\"%s\"}", "\"amount\":\"%s\"", "\"amount\":[\"%s\"]")) {
            server.tell(
                    list,
                    PontoServer.json(
                            200,
                            "{\"data\":[{\"id\":\"t1\",\"attributes\":{\"amount\":1,\"currency\":\"EUR\",%s}}]}"
                                    .formatted(broken.formatted(OTHER_IBAN))));
            tell(() -> feed.transactions(secrets, Connected.ACCOUNT, Position.START));
        }
        assertNothingGotOut();
        assertThat(said.toString()).contains("Unreadable[t1");
    }

    @Test
    void configurationsThatDoNotHold() throws Exception {
        Path bare = privateFile("bare", CLIENT_SECRET);
        Path passphrase = privateFile("passphrase", PASSPHRASE);
        Path locked = privateFile("locked.pem", PontoServer.text("encrypted-key.pem"));
        Path keystore = privateFile("store.p12", "no keystore but " + PASSPHRASE);
        for (Map<String, String> keys : List.of(
                Map.of("client.json", bare.toString()),
                Map.of("certificate.file", bare.toString(), "private.key.file", bare.toString()),
                Map.of(
                        "certificate.file", locked.toString(),
                        "private.key.file", locked.toString(),
                        "private.key.passphrase.file", passphrase.toString()),
                Map.of("keystore.file", keystore.toString(), "keystore.passphrase.file", passphrase.toString()),
                Map.of("ca.file", bare.toString()))) {
            PontoConnectFeed wrong = connect(keys);
            tell(wrong::health);
            tell(() -> wrong.accounts(secrets));
            wrong.close();
        }
        assertNothingGotOut();
        assertThat(said.toString()).contains("client.json names", "cannot be opened as PKCS#12");
    }

    private void linkAnew() throws Exception {
        server.tell(
                "POST /oauth2/token",
                PontoServer.json(200, server.tokenJson(ACCESS + "-of-the-client", null)),
                PontoServer.json(200, server.tokenJson(ACCESS, REFRESH)));
        server.refresh = REFRESH;
        server.access = ACCESS;
        secrets = new FakeSecrets();
        AuthorizationRequest request = request();
        tell(() -> feed.authorize(secrets, request).getClass());
        planted.put(
                "a verifier", secrets.read(Pkce.nameFor(STATE)).orElseThrow().reveal());
        tell(() -> feed.complete(secrets, request, CODE));
        assertThat(secrets.read(LinkTokens.REFRESH_TOKEN)).contains(new Secret(REFRESH));
        out.println(request);
    }

    private static AuthorizationRequest request() {
        OnboardingDetails details = new OnboardingDetails(
                "lies@korenaar.example", "Lies", null, null, null, null, null, null, null, null, null, null);
        return new AuthorizationRequest(
                STATE, URI.create("http://localhost:8181/bankfeed/connect/return"), Locale.ENGLISH, details);
    }

    private void fillLists() {
        server.tell("GET /accounts", server.recorded("accounts-1.json"), server.recorded("accounts-2.json"));
        String lines = "{\"data\":[" + PontoServer.text("transaction.json") + "]}";
        for (String list : List.of(
                "GET /accounts/a1/transactions",
                "GET /accounts/a1/pending-transactions",
                "GET /synchronizations/s-1/updated-transactions")) {
            server.tell(list, PontoServer.json(200, lines));
        }
    }

    private void everything() throws Exception {
        FeedAccount account = Connected.ACCOUNT;
        tell(() -> feed.accounts(secrets));
        tell(() -> feed.transactions(secrets, account, Position.START));
        tell(() -> feed.pending(secrets, account));
        tell(() -> feed.changed(secrets, account, "s-1"));
        tell(() -> feed.institutions(secrets));
        tell(() -> feed.organization(secrets));
        tell(() -> feed.reauthorize(secrets, account.id(), URI.create("https://books.example/back")));
        tell(() -> {
            SyncOrder order = feed.order(secrets, account.id(), PERSON);
            return order + " " + order.said() + " " + feed.follow(secrets, order);
        });
        tell(() -> feed.verify(
                Map.of("Signature", List.of(ACCESS + "." + REFRESH + ".x")),
                OWN_IBAN.getBytes(StandardCharsets.UTF_8)));
        tell(() -> feed.authorize(new FakeSecrets(), request()).getClass());
        FakeSecrets others = new FakeSecrets();
        tell(() -> feed.complete(others, request(), CODE));
        tell(() -> feed.unshare(secrets, account.id()));
        tell(() -> {
            FakeSecrets copy = new FakeSecrets();
            copy.write(LinkTokens.REFRESH_TOKEN, new Secret(REFRESH));
            feed.end(copy, new Organization("o-1", null));
            return copy;
        });
        out.println(secrets);
        out.println(feed.health());
    }

    /** Keeps what a deed gave, or how it failed, as a careless caller would log it. */
    private void tell(Callable<?> deed) throws Exception {
        try {
            Object result = deed.call();
            out.println(result);
            if (result instanceof Iterable<?> several) {
                several.forEach(out::println);
            }
        } catch (BankFeedException | FeedEventRefusedException e) {
            e.printStackTrace(out);
        }
    }

    private void assertNothingGotOut() throws Exception {
        String log = Files.readString(LOG).substring((int) logBegan);
        for (Map.Entry<String, String> one : planted.entrySet()) {
            for (String text : List.of(log, said.toString())) {
                Stream<String> lines = text.lines().filter(line -> line.contains(one.getValue()));
                assertThat(lines).as(one.getKey()).isEmpty();
            }
        }
    }

    private Path privateFile(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
