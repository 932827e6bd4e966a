package org.bankfeed.ponto.internal.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.ponto.internal.access.Hooks;
import org.bankfeed.ponto.internal.http.Time;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a webhook is Ibanity's word: a compact JWS in the header {@code Signature}, made with RS512 over claims of
 * which one is the digest of the body as it came over the wire.
 */
public final class Webhooks {

    private static final int LONGEST_TOKEN = 16 << 10;
    private static final long LATEST = 253_402_300_799L; // the end of the year 9999

    private final Hooks hooks;
    private final WebhookKeys keys;
    private final Time time;

    public Webhooks(Hooks hooks, WebhookKeys keys, Time time) {
        this.hooks = hooks;
        this.keys = keys;
        this.time = time;
    }

    public FeedEvent verify(Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, BankFeedException {
        String audience = hooks.applicationId();
        if (audience == null) {
            throw new BankFeedException.Misconfigured(
                    "application.id is missing; without it no webhook can be known to be meant for us", null, null);
        }
        require(body.length <= hooks.largestBody(), FaultCode.WEBHOOK_TOO_LARGE, new Count(hooks.largestBody() >> 10));
        String token = token(headers);
        JWSObject jws = parsed(token);
        requireSigned(jws);
        JsonNode claims = claims(jws);
        requireClaims(claims, audience);
        require(isDigest(Json.text(claims.path("digest")), body), FaultCode.WEBHOOK_DIGEST_WRONG);
        String delivery = Json.text(claims.path("jti"));
        return PontoEvent.read(
                body,
                delivery != null ? delivery : "jws-" + HexFormat.of().formatHex(hash("SHA-256", ascii(token))),
                Instant.ofEpochSecond(claims.path("exp").asLong()).plus(hooks.tolerance()));
    }

    private static String token(Map<String, List<String>> headers) throws FeedEventRefusedException {
        List<String> values = new ArrayList<>();
        headers.forEach((name, several) -> {
            if (name != null && name.equalsIgnoreCase("Signature")) {
                values.addAll(several);
            }
        });
        require(values.size() == 1, FaultCode.WEBHOOK_SIGNATURES, new Count(values.size()));
        String token = values.get(0).strip();
        require(token.length() <= LONGEST_TOKEN, FaultCode.WEBHOOK_SIGNATURE_TOO_LONG);
        return token;
    }

    private static JWSObject parsed(String token) throws FeedEventRefusedException {
        JWSObject jws;
        try {
            jws = JWSObject.parse(token);
        } catch (ParseException | IllegalArgumentException e) {
            throw refused(FaultCode.WEBHOOK_SIGNATURE_NO_TOKEN);
        }
        require(
                JWSAlgorithm.RS512.equals(jws.getHeader().getAlgorithm()),
                FaultCode.WEBHOOK_OTHER_ALGORITHM,
                new Name(JWSAlgorithm.RS512.getName()));
        String id = jws.getHeader().getKeyID();
        require(id != null && !id.isBlank(), FaultCode.WEBHOOK_NO_KEY);
        return jws;
    }

    private void requireSigned(JWSObject jws) throws FeedEventRefusedException, BankFeedException {
        RSAPublicKey key = keys.key(jws.getHeader().getKeyID());
        if (key == null) {
            throw refused(FaultCode.WEBHOOK_KEY_UNKNOWN);
        }
        boolean holds;
        try {
            holds = jws.verify(new RSASSAVerifier(key));
        } catch (JOSEException e) {
            holds = false;
        }
        require(holds, FaultCode.WEBHOOK_SIGNATURE_WRONG);
    }

    private static JsonNode claims(JWSObject jws) throws FeedEventRefusedException {
        try {
            JsonNode claims = Json.MAPPER.readTree(jws.getPayload().toString());
            if (claims != null && claims.isObject()) {
                return claims;
            }
        } catch (JsonProcessingException e) {
            throw refused(FaultCode.WEBHOOK_CLAIMS_NOT_JSON);
        }
        throw refused(FaultCode.WEBHOOK_NO_CLAIMS);
    }

    private void requireClaims(JsonNode claims, String audience) throws FeedEventRefusedException {
        require(
                hooks.issuer().equals(Json.text(claims.path("iss"))),
                FaultCode.WEBHOOK_OTHER_ISSUER,
                new Name(hooks.issuer()));
        require(isMeantFor(claims.path("aud"), audience), FaultCode.WEBHOOK_FOR_ANOTHER);
        require(isMoment(claims.path("iat")) && isMoment(claims.path("exp")), FaultCode.WEBHOOK_NO_TIME);
        long now = time.now().getEpochSecond();
        long tolerance = hooks.tolerance().toSeconds();
        require(claims.path("iat").asLong() <= now + tolerance, FaultCode.WEBHOOK_IN_FUTURE);
        require(claims.path("exp").asLong() >= now - tolerance, FaultCode.WEBHOOK_TOO_OLD);
    }

    /** Seconds, perhaps with a fraction (RFC 7519), of a year that a calendar has. */
    private static boolean isMoment(JsonNode claim) {
        return claim.isNumber() && claim.canConvertToLong() && Math.abs(claim.asLong()) <= LATEST;
    }

    private static boolean isMeantFor(JsonNode claimed, String audience) {
        if (claimed.isTextual()) {
            return audience.equals(claimed.asText());
        }
        for (JsonNode one : claimed) {
            if (one.isTextual() && audience.equals(one.asText())) {
                return true;
            }
        }
        return false;
    }

    /** Takes as long whether much or little of it is right. */
    private static boolean isDigest(@Nullable String claimed, byte[] body) {
        String digest = Base64.getEncoder().encodeToString(hash("SHA-512", body));
        return claimed != null && MessageDigest.isEqual(ascii(claimed), ascii(digest));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hash(String algorithm, byte[] octets) {
        try {
            return MessageDigest.getInstance(algorithm).digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static void require(boolean holds, FaultCode otherwise, Argument... about)
            throws FeedEventRefusedException {
        if (!holds) {
            throw refused(otherwise, about);
        }
    }

    static FeedEventRefusedException refused(FaultCode why, Argument... about) {
        return new FeedEventRefusedException(Sentence.of(why, about));
    }
}
