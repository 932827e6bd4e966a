package org.bankfeed.ponto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedContract;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedPage;
import org.bankfeed.feed.FeedShare;
import org.bankfeed.feed.Organization;
import org.bankfeed.feed.Position;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.http.Time;
import org.bankfeed.ponto.internal.token.LinkTokens;
import org.bankfeed.simulator.PontoSimulator;
import org.bankfeed.simulator.SimulatorOptions;
import org.bankfeed.store.FakeSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over mutual TLS, through the authorization page, against the simulator; configured by one file. */
class SimulatorTest extends BankFeedContract {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** Making certificates takes longest, so all tests share them. */
    @TempDir
    static Path certificates;

    @TempDir
    Path state;

    private final MovableClock world =
            new MovableClock(DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    private final OkHttpClient browser =
            new OkHttpClient.Builder().followRedirects(false).build();
    private PontoSimulator simulator;
    private PontoConnectFeed feed;

    @BeforeEach
    void start() throws Exception {
        copyCertificates(certificates, state);
        List<HistoryEvent> events = new ArrayList<>();
        for (int i = 1; i <= LINES; i++) {
            events.add(new HistoryEvent.TransactionBooked(line("T" + i, DAY)));
        }
        events.add(new HistoryEvent.TransactionBooked(line("added", DAY.plusDays(10))));
        simulator = PontoSimulator.start(
                SimulatorOptions.DEFAULTS.withState(state).withClock(world).withHistory(History.of(events)));
        copyCertificates(state, certificates);
        feed = new PontoConnectFeed(settings(Settings.Product.CONNECT), "1", Time.MACHINE);
    }

    private static void copyCertificates(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, "*.pem")) {
            for (Path file : files) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @AfterEach
    void stop() {
        feed.close();
        simulator.close();
    }

    @Override
    protected BankFeed feed() {
        return feed;
    }

    @Override
    protected URI redirectUri() {
        return URI.create(SimulatorOptions.DEFAULT_REDIRECT_URI);
    }

    @Override
    protected String acceptAt(URI page) throws Exception {
        return decide(page, "accept").queryParameter("code");
    }

    @Override
    protected String addLine() {
        world.now = DAY.plusDays(12).atStartOfDay().toInstant(ZoneOffset.UTC);
        return "added";
    }

    @Override
    protected String changeLine(FeedAccount account) {
        world.now = world.now.plus(Duration.ofHours(1)); // Ponto looked a moment ago, when the account was linked
        simulator.control().act("changed-line", Map.of("account", account.id().value(), "line", "T3"));
        return "T3";
    }

    @Override
    protected void passOrderTime() {
        world.now = world.now.plusSeconds(1);
    }

    @Test
    void amountsAndDaysArriveAsTheyWereBooked() throws Exception {
        FakeSecrets secrets = new FakeSecrets();
        FeedAccount account = link(secrets);
        FeedLine line =
                feed.transactions(secrets, account, Position.START).lines().get(0);
        assertThat(line).isInstanceOfSatisfying(FeedLine.Readable.class, read -> {
            assertThat(read.transaction().amount()).hasToString("1.50 EUR");
            assertThat(read.transaction().executionDate()).isEqualTo(DAY);
            assertThat(read.transaction().remittance()).isEqualTo("factuur 2026-17");
        });
        assertThat(feed.pending(secrets, account)).isEmpty();
    }

    @Test
    void aPersonRenewsTheConsent() throws Exception {
        FakeSecrets secrets = new FakeSecrets();
        FeedAccount account = link(secrets);
        world.now = world.now.plus(Duration.ofDays(100));
        URI page = feed.reauthorize(secrets, account.id(), redirectUri());
        decide(page, "accept");
        assertThat(feed.accounts(secrets).get(0).authorizationEnds()).isAfter(account.authorizationEnds());
    }

    @Test
    void aLinkThatWasEndedSaysSo() throws Exception {
        FakeSecrets secrets = new FakeSecrets();
        link(secrets);
        FakeSecrets copy = new FakeSecrets();
        copy.write(
                LinkTokens.REFRESH_TOKEN, secrets.read(LinkTokens.REFRESH_TOKEN).orElseThrow());
        feed.revoke(secrets);
        assertThatThrownBy(() -> feed.accounts(copy)).isInstanceOf(BankFeedException.ReconnectRequired.class);
    }

    @Test
    void pontosOwnRecordsAgreeWithWhatItShares() throws Exception {
        FakeSecrets secrets = new FakeSecrets();
        FeedAccount account = link(secrets);
        Organization own = feed.organization(secrets).orElseThrow().organization();
        YearMonth month = YearMonth.from(world.now.atZone(ZoneOffset.UTC));
        assertThat(feed.shares(secrets).orElseThrow())
                .extracting(FeedShare::account, FeedShare::organization)
                .containsExactly(tuple(account.id(), own.id()));
        assertThat(feed.usage(secrets, own, month).orElseThrow().accounts()).isPositive();
    }

    @Test
    void theCustomIntegrationReadsTheSame() throws Exception {
        FakeSecrets secrets = new FakeSecrets();
        PontoCustomFeed custom = new PontoCustomFeed(settings(Settings.Product.CUSTOM), "1", Time.MACHINE);
        AuthorizationStep step =
                custom.authorize(secrets, new AuthorizationRequest("state", redirectUri(), Locale.ENGLISH));
        assertThat(step).isInstanceOf(AuthorizationStep.Linked.class);
        FeedAccount account = custom.accounts(secrets).get(0);
        FeedPage page = custom.transactions(secrets, account, Position.START);
        assertThat(page.lines()).hasSize(100);
        assertThat(page.more()).isTrue();
        assertThat(custom.shares(secrets)).isEmpty();
        assertThat(custom.usage(secrets, new Organization("any", null), YearMonth.of(2026, 3)))
                .isEmpty();
        custom.close();
    }

    private FeedAccount link(FakeSecrets secrets) throws Exception {
        AuthorizationRequest request =
                new AuthorizationRequest("state-0123456789-0123456789", redirectUri(), Locale.ENGLISH);
        AuthorizationStep.Visit visit = (AuthorizationStep.Visit) feed.authorize(secrets, request);
        feed.complete(secrets, request, acceptAt(visit.page()));
        return feed.accounts(secrets).get(0);
    }

    /** Fills the page's form as a person would and gives the address that the browser is sent to. */
    private HttpUrl decide(URI page, String decision) throws Exception {
        String html;
        try (Response response = browser.newCall(
                        new Request.Builder().url(page.toString()).build())
                .execute()) {
            html = response.body().string();
        }
        FormBody.Builder form = new FormBody.Builder();
        Matcher input =
                Pattern.compile("name=\"(request|account)\" value=\"([^\"]+)\"").matcher(html);
        while (input.find()) {
            form.add(input.group(1), input.group(2));
        }
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(html);
        assertThat(action.find()).as(html).isTrue();
        Request post = new Request.Builder()
                .url(HttpUrl.get(page).resolve(action.group(1)))
                .post(form.add("decision", decision).build())
                .build();
        try (Response response = browser.newCall(post).execute()) {
            return HttpUrl.get(String.valueOf(response.header("Location")));
        }
    }

    private Settings settings(Settings.Product product) {
        return Configs.settings(
                product, Map.of("client.json", state.resolve("client.json").toString()));
    }

    private static HistoryTransaction line(String id, LocalDate day) {
        return new HistoryTransaction(
                id,
                "BE80001000000177",
                day,
                day,
                new BigDecimal("1.50"),
                "EUR",
                "Bakkerij De Korenaar",
                null,
                "factuur 2026-17",
                HistoryTransaction.RemittanceType.UNSTRUCTURED,
                "PMNT-RCDT-ESCT",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
