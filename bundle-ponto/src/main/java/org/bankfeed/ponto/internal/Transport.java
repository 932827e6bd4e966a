package org.bankfeed.ponto.internal;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client for one configuration: sends, waits, and hands back what came, whatever its status. */
final class Transport implements AutoCloseable {

    static final long LARGEST_BODY = 10L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final MediaType JSON_API = MediaType.get("application/vnd.api+json");

    private final OkHttpClient client;
    private final String basic;
    private final Errors errors;

    Transport(Access access, String userAgent, Errors errors) throws ConfigurationFault {
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
        Tls.configure(builder, access.authorities(), access.identity());
        this.client = builder.build();
        this.basic = Credentials.basic(access.clientId(), access.clientSecret().reveal(), StandardCharsets.UTF_8);
        this.errors = errors;
    }

    Answer get(HttpUrl url, AccessToken token) throws BankFeedException {
        return send(new Request.Builder().url(url).header("Authorization", token.bearer()));
    }

    /** @param intention the same for each repetition of the same wish */
    Answer post(HttpUrl url, AccessToken token, String json, UUID intention) throws BankFeedException {
        return send(new Request.Builder()
                .url(url)
                .header("Authorization", token.bearer())
                .header("Ibanity-Idempotency-Key", intention.toString())
                .post(RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON_API)));
    }

    /** For the OAuth endpoints, which know us by client id and secret. */
    Answer form(HttpUrl url, FormBody form) throws BankFeedException {
        return send(
                new Request.Builder().url(url).header("Authorization", basic).post(form));
    }

    private Answer send(Request.Builder builder) throws BankFeedException {
        Request request = builder.header("Accept", "application/vnd.api+json, application/json")
                .build();
        long start = System.nanoTime();
        try (Response response = client.newCall(request).execute()) {
            Answer answer = new Answer(
                    response.code(),
                    body(response),
                    response.header("ibanity-request-id"),
                    response.header("Retry-After"));
            LOG.debug(
                    "{} {} {} in {} ms",
                    request.method(),
                    request.url().encodedPath(),
                    answer.status(),
                    (System.nanoTime() - start) / 1_000_000);
            return answer;
        } catch (IOException e) {
            LOG.debug("{} {} failed: {}", request.method(), request.url().encodedPath(), e.toString());
            throw errors.of(
                    CertificateProbe.cause(e, request.url(), client.sslSocketFactory()),
                    request.url().host());
        }
    }

    private String body(Response response) throws IOException, BankFeedException {
        BufferedSource source = response.body().source();
        if (source.request(LARGEST_BODY + 1)) {
            throw new BankFeedException.Refused(
                    "Ponto's answer is larger than %d MiB".formatted(LARGEST_BODY >> 20),
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
