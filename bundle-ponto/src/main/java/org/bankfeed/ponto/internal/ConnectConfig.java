package org.bankfeed.ponto.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Empty means: take it from {@code client.json}, else the default that the description names. */
@ObjectClassDefinition(
        name = "Bankfeed: Ponto Connect",
        description = "A software vendor's application at Ponto Connect (mutual TLS, OAuth with PKCE).")
@interface ConnectConfig {

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

    @AttributeDefinition(name = "Extra authorities file", description = "PEM, trusted beside the JDK's own.")
    String ca_file() default "";

    @AttributeDefinition(name = "OAuth scopes", description = "Separated by blanks; offline_access is needed.")
    String scope() default "offline_access ai name";

    @AttributeDefinition(name = "Page size", description = "Lines asked for at once.", min = "1", max = "100")
    int page_size() default 100;

    @AttributeDefinition(name = "Call timeout", description = "Seconds for one call as a whole.", min = "1")
    int timeout() default 30;

    @AttributeDefinition(name = "Default zone", description = "Time zone of banks that name none.")
    String default_zone() default "Europe/Brussels";
}
