package org.bankfeed.ponto.internal.access;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.bankfeed.ponto.internal.config.Addresses;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.KeyFiles;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.key.Identities;
import org.bankfeed.ponto.internal.key.PemFiles;
import org.bankfeed.ponto.internal.key.SecretFiles;
import org.bankfeed.ponto.internal.key.SigningKey;
import org.bankfeed.store.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A configuration read and proven: all that is needed to speak to Ponto.
 *
 * @param api the API's root, without a slash at its end
 * @param authorization where browsers are sent; for the custom integration never used
 * @param identities the client certificates; none where none is needed
 * @param authorities trusted beside the JDK's
 * @param signing {@code null} if requests are not signed
 * @param reviewAt when another certificate may have to be chosen
 */
public record Access(
        String feed,
        HttpUrl api,
        HttpUrl authorization,
        String clientId,
        Secret clientSecret,
        Identities identities,
        List<X509Certificate> authorities,
        @Nullable SigningKey signing,
        Hooks hooks,
        String scope,
        int pageSize,
        PageStyle pageStyle,
        Duration timeout,
        Retries retries,
        long largestBody,
        OrderRules orders,
        ErrorCodes errorCodes,
        String onboardingType,
        ZoneId defaultZone,
        Instant reviewAt) {

    private static final String DEFAULT_AUTHORIZATION = "https://authorization.myponto.com/oauth2/auth";

    /** Reads all files that the settings name. */
    public static Access read(Settings settings, Instant now) throws ConfigurationFault {
        try {
            return read(settings, ClientFile.of(settings), now);
        } catch (InvalidPathException e) {
            throw new ConfigurationFault("'" + e.getInput() + "' is not the name of a file", e);
        }
    }

    private static Access read(Settings settings, ClientFile client, Instant now) throws ConfigurationFault {
        HttpUrl api = Addresses.checked(
                "api.url", first(settings.apiUrl(), client.value("baseUrl"), settings.product().defaultApi));
        HttpUrl authorization = Addresses.checked(
                "authorization.url",
                first(settings.authorizationUrl(), client.value("authorizationUrl"), DEFAULT_AUTHORIZATION));
        SigningKey signing = signing(settings, client, Addresses.withoutSlash(api), now);
        Identities identities = identities(settings, client, api, now);
        return new Access(
                settings.feed(),
                Addresses.withoutSlash(api),
                authorization,
                required("client.id", first(settings.clientId(), client.value("clientId"), null)),
                clientSecret(settings, client),
                identities,
                authorities(settings, client),
                signing,
                hooks(settings.hooking(), client, api, signing),
                settings.scope(),
                between("page.size", settings.pageSize(), 1, 100),
                PageStyle.of(settings.pageStyle()),
                Duration.ofSeconds(between("timeout", settings.timeoutSeconds(), 1, 600)),
                retries(settings.retrying()),
                (long) between("body.limit", settings.bodyMebibytes(), 1, 100) << 20,
                orders(settings.ordering()),
                codes(settings.judging()),
                settings.onboardingType(),
                zone(settings.defaultZone()),
                identities.reviewAt(now));
    }

    private static Hooks hooks(Settings.Hooking written, ClientFile client, HttpUrl api, @Nullable SigningKey signing)
            throws ConfigurationFault {
        HttpUrl root = origin(signing == null ? api : signing.address());
        String origin = root.toString();
        String keys = first(written.keysUrl(), client.value("webhookKeysUrl"), origin(api) + "webhooks/keys");
        String issuer = first(written.issuer(), client.value("webhookIssuer"), null);
        return new Hooks(
                first(written.applicationId(), client.value("applicationId"), null),
                issuer != null ? issuer : origin.substring(0, origin.length() - 1),
                Addresses.checked("webhook.keys.url", keys),
                Duration.ofSeconds(between("webhook.tolerance", written.tolerance(), 0, 300)),
                between("webhook.body.limit", written.bodyKibibytes(), 1, 10_240) << 10,
                Duration.ofSeconds(between("webhook.keys.seconds", written.keysSeconds(), 10, 86_400)));
    }

    /** Scheme, host and port, with a slash at the end. */
    private static HttpUrl origin(HttpUrl url) {
        return url.newBuilder().encodedPath("/").query(null).fragment(null).build();
    }

    private static OrderRules orders(Settings.Ordering written) throws ConfigurationFault {
        return new OrderRules(
                written.subtype(),
                Duration.ofSeconds(between("sync.seconds", written.seconds(), 1, 3600)),
                Duration.ofSeconds(between("sync.recent.seconds", written.recentSeconds(), 0, 86_400)),
                words(written.recentCodes()),
                words(written.consentCodes()),
                words(written.waitCodes()));
    }

    private static ErrorCodes codes(Settings.Judging written) {
        return new ErrorCodes(
                words(written.blocked()),
                words(written.reconnect()),
                words(written.client()),
                words(written.signature()));
    }

    private static Set<String> words(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Retries retries(Settings.Retrying written) throws ConfigurationFault {
        return new Retries(
                between("retry.most", written.most(), 0, 10),
                Duration.ofSeconds(between("retry.seconds", written.seconds(), 1, 600)),
                Duration.ofSeconds(between("retry.after.longest", written.longestTold(), 1, 86_400)),
                between("circuit.failures", written.failures(), 0, 1000),
                Duration.ofSeconds(between("circuit.seconds", written.rest(), 1, 3600)));
    }

    private static Secret clientSecret(Settings settings, ClientFile client) throws ConfigurationFault {
        String file = settings.clientSecretFile();
        if (file != null) {
            return SecretFiles.secret("client.secret.file", Path.of(file));
        }
        Secret secret = client.secret("clientSecret");
        if (secret == null) {
            throw new ConfigurationFault("client.secret.file is missing; name the file that holds the client's secret");
        }
        return secret;
    }

    private static Identities identities(Settings settings, ClientFile client, HttpUrl api, Instant now)
            throws ConfigurationFault {
        if (settings.product() == Settings.Product.CUSTOM) {
            return Identities.NONE;
        }
        KeyFiles own = settings.tls().orElse(client.besideName("client.pem"), client.besideName("client-key.pem"));
        if (!own.isGiven() && !settings.nextTls().isGiven() && !api.isHttps()) {
            return Identities.NONE; // loopback without TLS: nobody could ask for it
        }
        return Identities.choose(own, settings.nextTls(), now);
    }

    private static @Nullable SigningKey signing(Settings settings, ClientFile client, HttpUrl api, Instant now)
            throws ConfigurationFault {
        Settings.Signing signing = settings.signing()
                .orElse(
                        client.named("signatureCertificate"),
                        client.named("signatureKey"),
                        client.value("signatureKeyId"));
        if (settings.product() == Settings.Product.CUSTOM || !signing.files().isGiven()) {
            return null;
        }
        SigningKey key = SigningKey.read(signing, api);
        key.identity().requireValid(now);
        return key;
    }

    private static List<X509Certificate> authorities(Settings settings, ClientFile client) throws ConfigurationFault {
        String written = settings.caFile();
        Path file = written != null ? Path.of(written) : client.beside("ca.pem");
        return file == null ? List.of() : PemFiles.certificates("ca.file", file);
    }

    private static @Nullable String first(
            @Nullable String written, @Nullable String fromFile, @Nullable String otherwise) {
        if (written != null) {
            return written;
        }
        return fromFile != null ? fromFile : otherwise;
    }

    private static String required(String key, @Nullable String value) throws ConfigurationFault {
        if (value == null) {
            throw new ConfigurationFault(key + " is missing; set it, or client.json");
        }
        return value;
    }

    private static int between(String key, int value, int least, int most) throws ConfigurationFault {
        if (value < least || value > most) {
            throw new ConfigurationFault("%s is %d; it must be from %d to %d".formatted(key, value, least, most));
        }
        return value;
    }

    private static ZoneId zone(String name) throws ConfigurationFault {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new ConfigurationFault("default.zone '" + name + "' is no time zone such as Europe/Brussels", e);
        }
    }
}
