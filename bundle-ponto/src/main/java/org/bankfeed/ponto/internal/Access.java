package org.bankfeed.ponto.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import okhttp3.HttpUrl;
import org.bankfeed.store.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A configuration read and proven: all that is needed to speak to Ponto.
 *
 * @param api the API's root, without a slash at its end
 * @param authorization where browsers are sent; for the custom integration never used
 * @param identity the client certificate; {@code null} where none is needed
 * @param authorities trusted beside the JDK's
 */
record Access(
        String feed,
        HttpUrl api,
        HttpUrl authorization,
        String clientId,
        Secret clientSecret,
        @Nullable Identity identity,
        List<X509Certificate> authorities,
        String scope,
        int pageSize,
        Duration timeout,
        ZoneId defaultZone) {

    private static final String DEFAULT_AUTHORIZATION = "https://authorization.myponto.com/oauth2/auth";

    /** Reads all files that the settings name. */
    static Access read(Settings settings) throws ConfigurationFault {
        try {
            return read(settings, ClientFile.of(settings));
        } catch (InvalidPathException e) {
            throw new ConfigurationFault("'" + e.getInput() + "' is not the name of a file", e);
        }
    }

    private static Access read(Settings settings, ClientFile client) throws ConfigurationFault {
        HttpUrl api = Addresses.checked(
                "api.url", first(settings.apiUrl(), client.value("baseUrl"), settings.product().defaultApi));
        HttpUrl authorization = Addresses.checked(
                "authorization.url",
                first(settings.authorizationUrl(), client.value("authorizationUrl"), DEFAULT_AUTHORIZATION));
        return new Access(
                settings.feed(),
                Addresses.withoutSlash(api),
                authorization,
                required("client.id", first(settings.clientId(), client.value("clientId"), null)),
                clientSecret(settings, client),
                identity(settings, client, api),
                authorities(settings, client),
                settings.scope(),
                between("page.size", settings.pageSize(), 1, 100),
                Duration.ofSeconds(between("timeout", settings.timeoutSeconds(), 1, 600)),
                zone(settings.defaultZone()));
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

    private static @Nullable Identity identity(Settings settings, ClientFile client, HttpUrl api)
            throws ConfigurationFault {
        if (settings.product() == Settings.Product.CUSTOM) {
            return null;
        }
        Path certificate = path(settings.certificateFile(), client.beside("client.pem"));
        Path key = path(settings.privateKeyFile(), client.beside("client-key.pem"));
        if (certificate == null && key == null && !api.isHttps()) {
            return null; // loopback without TLS: nobody could ask for it
        }
        if (certificate == null || key == null) {
            throw new ConfigurationFault((certificate == null ? "certificate.file" : "private.key.file")
                    + " is missing; Ponto Connect lets nobody in without a client certificate and its key");
        }
        String passphrase = settings.passphraseFile();
        return Identity.read(
                certificate,
                key,
                passphrase == null ? null : SecretFiles.secret("private.key.passphrase.file", Path.of(passphrase)));
    }

    private static List<X509Certificate> authorities(Settings settings, ClientFile client) throws ConfigurationFault {
        Path file = path(settings.caFile(), client.beside("ca.pem"));
        return file == null ? List.of() : PemFiles.certificates("ca.file", file);
    }

    private static @Nullable Path path(@Nullable String written, @Nullable Path otherwise) {
        return written == null ? otherwise : Path.of(written);
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
