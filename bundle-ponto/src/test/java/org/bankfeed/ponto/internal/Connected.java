package org.bankfeed.ponto.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.ponto.internal.access.ErrorCodes;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.token.LinkTokens;
import org.bankfeed.store.FakeSecrets;
import org.bankfeed.store.Secret;
import org.bankfeed.value.AccountReference;

/** What the tests of a linked feed need. */
public final class Connected {

    public static final AuthorizationRequest REQUEST = new AuthorizationRequest(
            "state-1", URI.create("http://localhost:8181/bankfeed/connect/return"), Locale.forLanguageTag("nl-BE"));

    public static final FeedAccount ACCOUNT = account("Europe/Brussels");

    /** The default ones. */
    public static final ErrorCodes CODES = new ErrorCodes(
            Set.of("blocked"),
            Set.of("invalid_grant", "authorizationCodeInvalid"),
            Set.of(
                    "invalid_client",
                    "unauthorized_client",
                    "clientIdInvalid",
                    "invalid_scope",
                    "unsupported_grant_type"),
            Set.of("signature"));

    private Connected() {}

    static FeedAccount account(String zone) {
        return new FeedAccount(
                new FeedAccountId("a1"),
                AccountReference.iban("BE68539007547034"),
                Currency.getInstance("EUR"),
                "checking",
                null,
                null,
                null,
                ZoneId.of(zone),
                null,
                null,
                null,
                null,
                null,
                FeedAccount.Availability.AVAILABLE,
                null);
    }

    /** Settings for a server on loopback without TLS. */
    public static Settings settings(Settings.Product product, String api, Path secretFile, int pageSize) {
        return settings(product, api, secretFile, Map.of("page.size", Integer.toString(pageSize)));
    }

    public static Settings settings(Settings.Product product, String api, Path secretFile, Map<String, String> more) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("bankfeed.feed.name", "ponto");
        keys.put("api.url", api);
        keys.put("authorization.url", "http://localhost:1/oauth2/auth?prompt=login");
        keys.put("client.id", "client-1");
        keys.put("client.secret.file", secretFile.toString());
        keys.put("retry.most", "0"); // what is said of an error is tried apart from the patience with it
        keys.put("circuit.failures", "0");
        keys.putAll(more);
        return Configs.settings(product, keys);
    }

    /** The secrets of a link that stands. */
    public static FakeSecrets linked() {
        FakeSecrets secrets = new FakeSecrets();
        secrets.write(LinkTokens.REFRESH_TOKEN, new Secret("refresh-0"));
        return secrets;
    }
}
