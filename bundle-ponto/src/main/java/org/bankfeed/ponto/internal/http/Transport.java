package org.bankfeed.ponto.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.access.Access;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.key.SigningKey;
import org.bankfeed.ponto.internal.wire.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client for one configuration: sends, waits, and hands back what came, whatever its status. */
public final class Transport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final MediaType JSON_API = MediaType.get("application/vnd.api+json");

    private final OkHttpClient client;
    private final String basic;
    private final Errors errors;
    private final Time time;
    private final long largestBody;
    private final @Nullable Signatures signatures;

    public Transport(Access access, String userAgent, Errors errors, Time time) throws ConfigurationFault {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .callTimeout(access.timeout())
                .readTimeout(access.timeout())
                .connectTimeout(Duration.ofSeconds(Math.min(10, access.timeout().toSeconds())))
                .followRedirects(false) // a token goes nowhere but to the configured address
                .followSslRedirects(false)
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("User-Agent", userAgent)
                        .build()));
        Tls.configure(builder, access.authorities(), access.identities().used());
        this.client = builder.build();
        this.basic = Credentials.basic(access.clientId(), access.clientSecret().reveal(), StandardCharsets.UTF_8);
        this.errors = errors;
        this.time = time;
        this.largestBody = access.largestBody();
        SigningKey key = access.signing();
        this.signatures = key == null ? null : new Signatures(key, access.api());
    }

    public Answer get(HttpUrl url, AccessToken token) throws BankFeedException {
        return send(new Request.Builder().url(url).header("Authorization", token.bearer()), false);
    }

    public Answer delete(HttpUrl url, AccessToken token) throws BankFeedException {
        return send(
                new Request.Builder()
                        .url(url)
                        .header("Authorization", token.bearer())
                        .delete(),
                false);
    }

    /** @param intention the same for each repetition of the same wish */
    public Answer post(HttpUrl url, AccessToken token, String json, UUID intention) throws BankFeedException {
        return send(
                new Request.Builder()
                        .url(url)
                        .header("Authorization", token.bearer())
                        .header("Ibanity-Idempotency-Key", intention.toString())
                        .post(RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON_API)),
                false);
    }

    /** Without a token, for what is open to whoever has our certificate. */
    public Answer open(HttpUrl url) throws BankFeedException {
        return send(new Request.Builder().url(url), false);
    }

    /** For the OAuth endpoints, which know us by client id and secret. */
    public Answer form(HttpUrl url, FormBody form) throws BankFeedException {
        return send(
                new Request.Builder().url(url).header("Authorization", basic).post(form), true);
    }

    private Answer send(Request.Builder builder, boolean oauth) throws BankFeedException {
        Request request = signed(
                builder.header("Accept", "application/vnd.api+json, application/json")
                        .build(),
                oauth);
        long start = System.nanoTime();
        try (Response response = client.newCall(request).execute()) {
            Answer answer = new Answer(
                    response.code(),
                    body(response),
                    response.header("ibanity-request-id"),
                    RetryAfter.of(response.header("Retry-After"), response.header("Date"), time.now()));
            LOG.debug(
                    "{} {} {} in {} ms, request id {}",
                    request.method(),
                    request.url().encodedPath(),
                    answer.status(),
                    (System.nanoTime() - start) / 1_000_000,
                    answer.requestId());
            return answer;
        } catch (IOException e) {
            LOG.debug("{} {} failed: {}", request.method(), request.url().encodedPath(), e.toString());
            throw errors.of(
                    CertificateProbe.cause(e, request.url(), client.sslSocketFactory()),
                    request.url().host());
        }
    }

    private Request signed(Request request, boolean oauth) {
        return signatures != null && signatures.applyTo(request, oauth)
                ? signatures.signed(request, time.now())
                : request;
    }

    private String body(Response response) throws IOException, BankFeedException {
        BufferedSource source = response.body().source();
        if (source.request(largestBody + 1)) {
            throw new BankFeedException.Refused(
                    "Ponto's answer is larger than %d MiB".formatted(largestBody >> 20),
                    response.header("ibanity-request-id"),
                    null);
        }
        return source.readUtf8();
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
