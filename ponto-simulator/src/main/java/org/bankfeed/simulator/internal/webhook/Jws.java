package org.bankfeed.simulator.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.bankfeed.simulator.internal.web.Json;

/** The compact JWS in a webhook's {@code Signature} header: RS512, claims as Ibanity's real ones have them. */
final class Jws {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Jws() {}

    static String of(WebhookKeys.Signer signer, byte[] body, String issuer, String audience, Instant issuedAt) {
        ObjectNode header = Json.object().put("alg", "RS512").put("kid", signer.keyId());
        ObjectNode claims = Json.object()
                .put("aud", audience)
                .put("digest", Base64.getEncoder().encodeToString(sha512(body)))
                .put("exp", issuedAt.plus(LIFE).getEpochSecond())
                .put("iat", issuedAt.getEpochSecond())
                .put("iss", issuer)
                .put("jti", UUID.randomUUID().toString());
        String signed = part(header) + "." + part(claims);
        return signed + "." + BASE64.encodeToString(signature(signer, signed));
    }

    /** The same with another signature of the same length. */
    static String damaged(String jws) {
        int dot = jws.lastIndexOf('.');
        char first = jws.charAt(dot + 1);
        return jws.substring(0, dot + 1) + (first == 'A' ? 'B' : 'A') + jws.substring(dot + 2);
    }

    private static String part(ObjectNode node) {
        return BASE64.encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] signature(WebhookKeys.Signer signer, String signed) {
        try {
            Signature rsa = Signature.getInstance("SHA512withRSA");
            rsa.initSign(signer.key());
            rsa.update(signed.getBytes(StandardCharsets.US_ASCII));
            return rsa.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static byte[] sha512(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
