package org.bankfeed.ponto.internal.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Empty means: take it from {@code client.json}, else the default that the description names. */
@ObjectClassDefinition(
        name = "Bankfeed: Ponto custom integration",
        description = "One company's own integration, made in its Ponto dashboard (client credentials).")
public @interface CustomConfig {

    String PID = "org.bankfeed.ponto.custom";

    @AttributeDefinition(name = "Feed name", description = "Unique in the container; links remember it.")
    String bankfeed_feed_name() default "ponto-custom";

    @AttributeDefinition(
            name = "Client file",
            description = "A client.json whose customIntegration part, and the ca.pem beside it, fill what is not set"
                    + " here.")
    String client_json() default "";

    @AttributeDefinition(name = "API address", description = "Default https://api.myponto.com")
    String api_url() default "";

    @AttributeDefinition(name = "Client id")
    String client_id() default "";

    @AttributeDefinition(name = "Client secret file", description = "Readable by its owner only.")
    String client_secret_file() default "";

    @AttributeDefinition(name = "Extra authorities file", description = "PEM, trusted beside the JDK's own.")
    String ca_file() default "";

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
}
