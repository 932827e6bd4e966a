package org.bankfeed.ponto.internal.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Empty means: take it from {@code client.json}, else the default that the description names. */
@ObjectClassDefinition(
        name = "Bankfeed: Ponto Connect",
        description = "A software vendor's application at Ponto Connect (mutual TLS, OAuth with PKCE).")
public @interface ConnectConfig {

    String PID = "org.bankfeed.ponto.connect";

    @AttributeDefinition(name = "Feed name", description = "Unique in the container; links remember it.")
    String bankfeed_feed_name() default "ponto";

    @AttributeDefinition(
            name = "Client file",
            description = "A client.json whose values, and the ca.pem, client.pem and client-key.pem beside it, fill"
                    + " what is not set here.")
    String client_json() default "";

    @AttributeDefinition(name = "API address", description = "Default https://api.ibanity.com/ponto-connect")
    String api_url() default "";

    @AttributeDefinition(
            name = "Authorization address",
            description = "Where a person's browser is sent. Default https://authorization.myponto.com/oauth2/auth")
    String authorization_url() default "";

    @AttributeDefinition(name = "OAuth client id")
    String client_id() default "";

    @AttributeDefinition(name = "OAuth client secret file", description = "Readable by its owner only.")
    String client_secret_file() default "";

    @AttributeDefinition(name = "TLS certificate file", description = "PEM, the chain after the certificate.")
    String certificate_file() default "";

    @AttributeDefinition(
            name = "TLS private key file",
            description = "PEM, PKCS#8 (encrypted or not) or PKCS#1; readable by its owner only.")
    String private_key_file() default "";

    @AttributeDefinition(name = "Passphrase file of the private key", description = "Readable by its owner only.")
    String private_key_passphrase_file() default "";

    @AttributeDefinition(
            name = "TLS keystore file",
            description = "PKCS#12 with certificate and key, instead of the two PEM files; readable by its owner only.")
    String keystore_file() default "";

    @AttributeDefinition(name = "Passphrase file of the keystore", description = "Readable by its owner only.")
    String keystore_passphrase_file() default "";

    @AttributeDefinition(
            name = "Next TLS certificate file",
            description = "PEM. Used as soon as it is valid; until then the other one serves.")
    String next_certificate_file() default "";

    @AttributeDefinition(name = "Next TLS private key file")
    String next_private_key_file() default "";

    @AttributeDefinition(name = "Passphrase file of the next private key")
    String next_private_key_passphrase_file() default "";

    @AttributeDefinition(name = "Next TLS keystore file", description = "PKCS#12, instead of the two PEM files.")
    String next_keystore_file() default "";

    @AttributeDefinition(name = "Passphrase file of the next keystore")
    String next_keystore_passphrase_file() default "";

    @AttributeDefinition(name = "Extra authorities file", description = "PEM, trusted beside the JDK's own.")
    String ca_file() default "";

    @AttributeDefinition(
            name = "Signature certificate file",
            description = "PEM. With it every POST, PATCH and DELETE is signed.")
    String signature_certificate_file() default "";

    @AttributeDefinition(name = "Signature private key file", description = "PEM, RSA.")
    String signature_private_key_file() default "";

    @AttributeDefinition(name = "Passphrase file of the signature's private key")
    String signature_private_key_passphrase_file() default "";

    @AttributeDefinition(name = "Signature keystore file", description = "PKCS#12, instead of the two PEM files.")
    String signature_keystore_file() default "";

    @AttributeDefinition(name = "Passphrase file of the signature's keystore")
    String signature_keystore_passphrase_file() default "";

    @AttributeDefinition(
            name = "Signature key id",
            description = "Default: the serialNumber in the signature certificate's name.")
    String signature_key_id() default "";

    @AttributeDefinition(
            name = "Signed address",
            description = "The API's address as Ibanity knows it, where api.url is a proxy's. Default: api.url")
    String signature_url() default "";

    @AttributeDefinition(name = "Sign GET as well")
    boolean signature_get() default false;

    @AttributeDefinition(name = "Sign calls of the OAuth endpoints as well")
    boolean signature_oauth() default false;

    @AttributeDefinition(
            name = "Application id",
            description = "The application's id in Ibanity's portal (not the OAuth client id): webhooks name it.")
    String application_id() default "";

    @AttributeDefinition(
            name = "Issuer of webhooks",
            description = "Default: the API's address (signature.url or api.url) without its path.")
    String webhook_issuer() default "";

    @AttributeDefinition(
            name = "Address of the webhooks' keys",
            description = "Default: the address of api.url with the path /webhooks/keys")
    String webhook_keys_url() default "";

    @AttributeDefinition(
            name = "Tolerance of webhooks",
            description = "Seconds by which Ibanity's clock and this machine's may differ.",
            min = "0",
            max = "300")
    int webhook_tolerance() default 30;

    @AttributeDefinition(name = "Largest webhook", description = "KiB.", min = "1", max = "10240")
    int webhook_body_limit() default 1024;

    @AttributeDefinition(
            name = "Age of the webhooks' keys",
            description = "Seconds after which they are fetched again.",
            min = "10",
            max = "86400")
    int webhook_keys_seconds() default 60;

    @AttributeDefinition(name = "OAuth scopes", description = "Separated by blanks; offline_access is needed.")
    String scope() default "offline_access ai name";

    @AttributeDefinition(name = "Page size", description = "Lines asked for at once.", min = "1", max = "100")
    int page_size() default 100;

    @AttributeDefinition(
            name = "Spelling of page parameters",
            description = "brackets for page[limit], plain for limit. Links are understood in both.")
    String page_style() default "brackets";

    @AttributeDefinition(name = "Call timeout", description = "Seconds for one call as a whole.", min = "1")
    int timeout() default 30;

    @AttributeDefinition(
            name = "Repetitions",
            description = "How often a call is repeated at most.",
            min = "0",
            max = "10")
    int retry_most() default 3;

    @AttributeDefinition(
            name = "Time for repetitions",
            description = "Seconds after which no further attempt is begun.",
            min = "1")
    int retry_seconds() default 30;

    @AttributeDefinition(
            name = "Longest Retry-After",
            description = "Seconds; when Ponto asks for more, so long is waited and then asked.",
            min = "1")
    int retry_after_longest() default 3600;

    @AttributeDefinition(
            name = "Failures until a link rests",
            description = "Attempts in a row that fail; 0 for never.",
            min = "0")
    int circuit_failures() default 5;

    @AttributeDefinition(
            name = "First rest",
            description = "Seconds; it doubles up to twenty times as long.",
            min = "1")
    int circuit_seconds() default 30;

    @AttributeDefinition(name = "Largest answer", description = "MiB of one answer of Ponto.", min = "1", max = "100")
    int body_limit() default 10;

    @AttributeDefinition(name = "Default zone", description = "Time zone of banks that name none.")
    String default_zone() default "Europe/Brussels";

    @AttributeDefinition(
            name = "Subtype of an ordered synchronization",
            description = "accountTransactionsWithUnsettled (pending ones too) or accountTransactions")
    String sync_subtype() default "accountTransactionsWithUnsettled";

    @AttributeDefinition(name = "Patience with an ordered synchronization", description = "Seconds.", min = "1")
    int sync_seconds() default 180;

    @AttributeDefinition(
            name = "Errors that mean a consent has ended",
            description = "Codes of a synchronization's errors, separated by commas.")
    String sync_codes_consent() default "authorizationInvalid,authorizationExpired";

    @AttributeDefinition(
            name = "Errors that pass in some minutes",
            description = "Codes of a synchronization's errors, separated by commas.")
    String sync_codes_wait() default
            "synchronizationInProgress,rateLimitExceeded,tooManyRequests,financialInstitutionUnderMaintenance";

    @AttributeDefinition(
            name = "Errors that mean a recent synchronization",
            description = "Codes of a refused order that mean that all is recent, separated by commas.")
    String sync_codes_recent() default "accountRecentlySynchronized";

    @AttributeDefinition(
            name = "Age of a recent synchronization",
            description = "Seconds; so young a one is not ordered again. 0: always order.",
            min = "0")
    int sync_recent_seconds() default 300;

    @AttributeDefinition(
            name = "Errors that mean a blocked organization",
            description = "Words, separated by commas; a 403 whose code holds one of them is meant.")
    String error_codes_blocked() default "blocked";

    @AttributeDefinition(name = "Errors that mean connecting again", description = "Codes, separated by commas.")
    String error_codes_reconnect() default "invalid_grant,authorizationCodeInvalid";

    @AttributeDefinition(
            name = "Errors that mean our client is not accepted",
            description = "Codes, separated by commas.")
    String error_codes_client() default
            "invalid_client,unauthorized_client,clientIdInvalid,invalid_scope,unsupported_grant_type";

    @AttributeDefinition(
            name = "Errors that mean a missing or wrong signature",
            description = "Words, separated by commas; a 400, 401 or 403 whose code holds one of them is meant.")
    String error_codes_signature() default "signature";

    @AttributeDefinition(
            name = "Type of onboarding details",
            description = "onboardingDetails, or onboarding-details as some write it.")
    String onboarding_type() default "onboardingDetails";
}
