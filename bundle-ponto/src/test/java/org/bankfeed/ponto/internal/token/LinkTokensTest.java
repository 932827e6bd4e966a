package org.bankfeed.ponto.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.Organization;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.bankfeed.ponto.internal.access.Access;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.http.AccessToken;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.http.Transport;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTokensTest extends WithServer {

    private static final String TOKEN = "POST /oauth2/token";
    private static final String DEAD = "{\"error\":\"invalid_grant\"}";

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10); // wraps around, as it may
    private LinkTokens tokens;

    @BeforeEach
    void tokens() throws Exception {
        tokens = node();
    }

    private LinkTokens node() throws Exception {
        Access access =
                Access.read(Connected.settings(Settings.Product.CONNECT, server.api(), secretFile, 100), time.now());
        Errors errors = new Errors("ponto", Duration.ofHours(1), Connected.CODES);
        return new LinkTokens(
                new TokenEndpoint(access, new Transport(access, "test", errors, time), errors, nanos::get),
                access.clientId(),
                nanos::get);
    }

    @Test
    void aTokenIsUsedUntilAMinuteIsLeft() throws Exception {
        AccessToken first = tokens.token(secrets, null);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1799 - 61));
        assertThat(tokens.token(secrets, null)).isSameAs(first);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(tokens.token(secrets, null)).isNotEqualTo(first);
        assertThat(server.count(TOKEN)).isEqualTo(2);
    }

    @Test
    void theRotatedTokenIsDurableBeforeTheAccessTokenIsUsed() {
        Secrets broken = new Delegating(secrets) {
            @Override
            public boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value) {
                if (name.equals("refresh-token")) {
                    throw new IllegalStateException("the store is down");
                }
                return super.compareAndSet(name, expected, value);
            }
        };
        assertThatThrownBy(() -> feed.accounts(broken)).hasMessage("the store is down");
        assertThat(server.count("GET /accounts")).isZero();
    }

    @Test
    void aStoreThatIsAwayForAMomentCostsNoLink() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        Secrets flickering = new Delegating(secrets) {
            @Override
            public boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value) {
                if (name.equals("refresh-token") && away.get()) {
                    throw new StoreException.Unavailable("the store is away", null);
                }
                return super.compareAndSet(name, expected, value);
            }
        };
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.token(flickering, null)).hasMessage("the store is away");
        }
        away.set(false);
        assertThat(tokens.token(flickering, null).bearer()).isEqualTo("Bearer access-1");
        assertThat(secrets.read("refresh-token")).contains(new Secret("refresh-1"));
        assertThat(server.count(TOKEN)).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeStoredIsWorthNothingOnceAnotherNodeWasFaster() throws Exception {
        Secrets away = new Delegating(secrets) {
            @Override
            public boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value) {
                if (name.equals("refresh-token")) {
                    throw new StoreException.Unavailable("the store is away", null);
                }
                return super.compareAndSet(name, expected, value);
            }
        };
        assertThatThrownBy(() -> tokens.token(away, null)).hasMessage("the store is away");
        secrets.write("refresh-token", new Secret("refresh-of-the-other-node"));
        server.refresh = "refresh-of-the-other-node";
        assertThat(tokens.token(secrets, null).bearer()).isEqualTo("Bearer access-2");
        assertThat(secrets.read("refresh-token")).contains(new Secret("refresh-2"));
    }

    @Test
    void anAnswerWithoutARefreshTokenKeepsTheOldOne() throws Exception {
        server.tell(TOKEN, PontoServer.json(200, "{\"access_token\":\"a\",\"expires_in\":1799}"));
        tokens.token(secrets, null);
        assertThat(secrets.read("refresh-token")).contains(new Secret("refresh-0"));
    }

    @Test
    void manyThreadsRefreshOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<AccessToken>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> tokens.token(secrets, null)));
            }
            for (Future<AccessToken> one : all) {
                assertThat(one.get(30, TimeUnit.SECONDS).bearer()).isEqualTo("Bearer access-1");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.count(TOKEN)).isEqualTo(1);
    }

    @Test
    void anotherNodeRefreshesWithTheTokenThatThisOneStored() throws Exception {
        tokens.token(secrets, null);
        assertThat(node().token(secrets, null).bearer()).isEqualTo("Bearer access-2");
        assertThat(tokens.token(secrets, null).bearer()).isEqualTo("Bearer access-1");
        assertThat(secrets.read("refresh-token")).contains(new Secret("refresh-2"));
    }

    @Test
    void aDeadTokenThatOthersReplacedMeanwhileIsNoReasonToReconnect() throws Exception {
        server.refresh = "refresh-of-the-other-node";
        Secrets overtaken = new Delegating(secrets) {
            private int reads;

            @Override
            public Optional<Secret> read(String name) {
                if (name.equals("refresh-token") && ++reads > 1) {
                    return Optional.of(new Secret("refresh-of-the-other-node"));
                }
                return super.read(name);
            }

            @Override
            public boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value) {
                return true;
            }
        };
        secrets.write("link-id", new Secret("link"));
        assertThat(tokens.token(overtaken, null).bearer()).isEqualTo("Bearer access-1");
    }

    @Test
    void aTokenOfAnotherApplicationIsNeverSentToThisOne() throws Exception {
        secrets.write(LinkTokens.APPLICATION, new Secret("client-of-the-sandbox"));
        assertThatThrownBy(() -> tokens.token(secrets, null))
                .isInstanceOf(BankFeedException.ReconnectRequired.class)
                .hasMessageContaining("client.id");
        feed.end(secrets, new Organization("o-1", null));
        assertThat(server.requests).isEmpty();
        assertThat(secrets.names()).isEmpty();
    }

    @Test
    void aDeadTokenThatStillStandsMeansReconnecting() {
        server.tell(TOKEN, PontoServer.json(400, DEAD));
        assertThatThrownBy(() -> tokens.token(secrets, null))
                .isInstanceOfSatisfying(BankFeedException.ReconnectRequired.class, e -> assertThat(e.requestId())
                        .isEqualTo("req-1"))
                .hasMessageNotContaining("refresh-0");
        assertThat(secrets.read("refresh-token")).isPresent();
    }

    @Test
    void theEnvelopeOfResourcesIsUnderstoodAtTheTokenEndpointToo() {
        server.tell(TOKEN, PontoServer.problem(400, "invalid_grant"));
        assertThatThrownBy(() -> tokens.token(secrets, null)).isInstanceOf(BankFeedException.ReconnectRequired.class);
    }

    @Test
    void aBusyTokenEndpointIsNoReasonToReconnect() {
        server.tell(TOKEN, PontoServer.json(503, "<html>invalid_grant</html>"));
        assertThatThrownBy(() -> tokens.token(secrets, null)).isInstanceOf(BankFeedException.Unavailable.class);
    }

    @Test
    void aRejectedAccessTokenIsRenewedOnceAndTheCallRepeatedOnce() throws Exception {
        feed.accounts(secrets);
        server.access = "changed at Ponto";
        feed.accounts(secrets);
        assertThat(server.count(TOKEN)).isEqualTo(2);
        assertThat(server.count("GET /accounts")).isEqualTo(3);
    }

    @Test
    void anAccessTokenRejectedTwiceMeansReconnecting() {
        server.tell(
                "GET /accounts",
                PontoServer.problem(401, "invalidAccessToken"),
                PontoServer.problem(401, "invalidAccessToken"));
        assertThatThrownBy(() -> feed.accounts(secrets)).isInstanceOf(BankFeedException.ReconnectRequired.class);
        assertThat(server.count("GET /accounts")).isEqualTo(2);
        assertThat(server.count(TOKEN)).isEqualTo(2);
    }

    @Test
    void aLinkMadeAnewDoesNotUseTheTokensOfTheOldOne() throws Exception {
        feed.accounts(secrets);
        feed.authorize(secrets, Connected.REQUEST);
        feed.complete(secrets, Connected.REQUEST, "good-code");
        feed.accounts(secrets);
        assertThat(server.last("GET /accounts").getHeaders().get("Authorization"))
                .isEqualTo("Bearer access-2");
    }

    /** Secrets that can be made to misbehave. */
    private static class Delegating implements Secrets {
        private final Secrets inner;

        Delegating(Secrets inner) {
            this.inner = inner;
        }

        @Override
        public Optional<Secret> read(String name) {
            return inner.read(name);
        }

        @Override
        public void write(String name, Secret value) {
            inner.write(name, value);
        }

        @Override
        public boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value) {
            return inner.compareAndSet(name, expected, value);
        }

        @Override
        public void forget() {
            inner.forget();
        }

        @Override
        public <T extends @Nullable Object, X extends Exception> T exclusively(Turn<T, X> work) throws X {
            return inner.exclusively(work);
        }
    }
}
