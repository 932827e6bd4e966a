package org.bankfeed.ponto.internal.config;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A configuration as it was written, of either product; {@code null} where nothing was. */
public record Settings(
        Product product,
        String feed,
        @Nullable String clientJson,
        @Nullable String apiUrl,
        @Nullable String authorizationUrl,
        @Nullable String clientId,
        @Nullable String clientSecretFile,
        KeyFiles tls,
        KeyFiles nextTls,
        @Nullable String caFile,
        Signing signing,
        Hooking hooking,
        String scope,
        int pageSize,
        String pageStyle,
        int timeoutSeconds,
        Retrying retrying,
        int bodyMebibytes,
        Ordering ordering,
        Judging judging,
        String onboardingType,
        String defaultZone) {

    /** The two ways into Ponto. */
    public enum Product {
        CONNECT("https://api.ibanity.com/ponto-connect"),
        CUSTOM("https://api.myponto.com");

        public final String defaultApi;

        Product(String defaultApi) {
            this.defaultApi = defaultApi;
        }
    }

    /** What is signed, and with which key. */
    public record Signing(
            KeyFiles files,
            @Nullable String keyId,
            @Nullable String url,
            boolean get,
            boolean oauth) {
        static final Signing NONE = new Signing(KeyFiles.NONE, null, null, false, false);

        /** The same, with what a client file tells where nothing is written. */
        public Signing orElse(@Nullable String certificate, @Nullable String privateKey, @Nullable String otherId) {
            return files.isGiven()
                    ? this
                    : new Signing(
                            files.orElse(certificate, privateKey), keyId != null ? keyId : otherId, url, get, oauth);
        }
    }

    /** What a webhook must say; times in seconds. */
    public record Hooking(
            @Nullable String applicationId,
            @Nullable String issuer,
            @Nullable String keysUrl,
            int tolerance,
            int bodyKibibytes,
            int keysSeconds) {
        static final Hooking NONE = new Hooking(null, null, null, 30, 1024, 60);
    }

    /** How an order of a person is carried out; codes separated by commas. */
    public record Ordering(
            String subtype,
            int seconds,
            int recentSeconds,
            String recentCodes,
            String consentCodes,
            String waitCodes) {}

    /** What codes of errors mean; each separated by commas. */
    public record Judging(String blocked, String reconnect, String client, String signature) {}

    /** How often and how long it is tried; times in seconds. */
    public record Retrying(int most, int seconds, int longestTold, int failures, int rest) {}

    public static Settings of(ConnectConfig config) {
        return new Settings(
                Product.CONNECT,
                config.bankfeed_feed_name(),
                written(config.client_json()),
                written(config.api_url()),
                written(config.authorization_url()),
                written(config.client_id()),
                written(config.client_secret_file()),
                new KeyFiles(
                        "",
                        written(config.certificate_file()),
                        written(config.private_key_file()),
                        written(config.private_key_passphrase_file()),
                        written(config.keystore_file()),
                        written(config.keystore_passphrase_file())),
                new KeyFiles(
                        "next.",
                        written(config.next_certificate_file()),
                        written(config.next_private_key_file()),
                        written(config.next_private_key_passphrase_file()),
                        written(config.next_keystore_file()),
                        written(config.next_keystore_passphrase_file())),
                written(config.ca_file()),
                signing(config),
                new Hooking(
                        written(config.application_id()),
                        written(config.webhook_issuer()),
                        written(config.webhook_keys_url()),
                        config.webhook_tolerance(),
                        config.webhook_body_limit(),
                        config.webhook_keys_seconds()),
                config.scope(),
                config.page_size(),
                config.page_style(),
                config.timeout(),
                new Retrying(
                        config.retry_most(),
                        config.retry_seconds(),
                        config.retry_after_longest(),
                        config.circuit_failures(),
                        config.circuit_seconds()),
                config.body_limit(),
                new Ordering(
                        config.sync_subtype(),
                        config.sync_seconds(),
                        config.sync_recent_seconds(),
                        config.sync_codes_recent(),
                        config.sync_codes_consent(),
                        config.sync_codes_wait()),
                new Judging(
                        config.error_codes_blocked(),
                        config.error_codes_reconnect(),
                        config.error_codes_client(),
                        config.error_codes_signature()),
                config.onboarding_type(),
                config.default_zone());
    }

    private static Signing signing(ConnectConfig config) {
        return new Signing(
                new KeyFiles(
                        "signature.",
                        written(config.signature_certificate_file()),
                        written(config.signature_private_key_file()),
                        written(config.signature_private_key_passphrase_file()),
                        written(config.signature_keystore_file()),
                        written(config.signature_keystore_passphrase_file())),
                written(config.signature_key_id()),
                written(config.signature_url()),
                config.signature_get(),
                config.signature_oauth());
    }

    public static Settings of(CustomConfig config) {
        return new Settings(
                Product.CUSTOM,
                config.bankfeed_feed_name(),
                written(config.client_json()),
                written(config.api_url()),
                null,
                written(config.client_id()),
                written(config.client_secret_file()),
                KeyFiles.NONE,
                KeyFiles.NONE,
                written(config.ca_file()),
                Signing.NONE,
                Hooking.NONE,
                "",
                config.page_size(),
                config.page_style(),
                config.timeout(),
                new Retrying(
                        config.retry_most(),
                        config.retry_seconds(),
                        config.retry_after_longest(),
                        config.circuit_failures(),
                        config.circuit_seconds()),
                config.body_limit(),
                new Ordering(
                        config.sync_subtype(),
                        config.sync_seconds(),
                        config.sync_recent_seconds(),
                        config.sync_codes_recent(),
                        config.sync_codes_consent(),
                        config.sync_codes_wait()),
                new Judging(
                        config.error_codes_blocked(), config.error_codes_reconnect(), config.error_codes_client(), ""),
                "",
                config.default_zone());
    }

    /** All files that it names. */
    public Stream<String> files() {
        return Stream.of(
                        Stream.ofNullable(clientJson),
                        Stream.ofNullable(clientSecretFile),
                        tls.files(),
                        nextTls.files(),
                        signing.files().files(),
                        Stream.ofNullable(caFile))
                .flatMap(files -> files);
    }

    private static @Nullable String written(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
