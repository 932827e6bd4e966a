package org.bankfeed.ponto.internal;

import org.jspecify.annotations.Nullable;

/** A configuration as it was written, of either product; {@code null} where nothing was. */
record Settings(
        Product product,
        String feed,
        @Nullable String clientJson,
        @Nullable String apiUrl,
        @Nullable String authorizationUrl,
        @Nullable String clientId,
        @Nullable String clientSecretFile,
        @Nullable String certificateFile,
        @Nullable String privateKeyFile,
        @Nullable String passphraseFile,
        @Nullable String caFile,
        String scope,
        int pageSize,
        int timeoutSeconds,
        String defaultZone) {

    /** The two ways into Ponto. */
    enum Product {
        CONNECT("https://api.ibanity.com/ponto-connect"),
        CUSTOM("https://api.myponto.com");

        final String defaultApi;

        Product(String defaultApi) {
            this.defaultApi = defaultApi;
        }
    }

    static Settings of(ConnectConfig config) {
        return new Settings(
                Product.CONNECT,
                config.bankfeed_feed_name(),
                written(config.client_json()),
                written(config.api_url()),
                written(config.authorization_url()),
                written(config.client_id()),
                written(config.client_secret_file()),
                written(config.certificate_file()),
                written(config.private_key_file()),
                written(config.private_key_passphrase_file()),
                written(config.ca_file()),
                config.scope(),
                config.page_size(),
                config.timeout(),
                config.default_zone());
    }

    static Settings of(CustomConfig config) {
        return new Settings(
                Product.CUSTOM,
                config.bankfeed_feed_name(),
                written(config.client_json()),
                written(config.api_url()),
                null,
                written(config.client_id()),
                written(config.client_secret_file()),
                null,
                null,
                null,
                written(config.ca_file()),
                "",
                config.page_size(),
                config.timeout(),
                config.default_zone());
    }

    private static @Nullable String written(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
