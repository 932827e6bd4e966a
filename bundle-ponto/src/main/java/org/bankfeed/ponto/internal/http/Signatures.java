package org.bankfeed.ponto.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.bankfeed.ponto.internal.key.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests as Ibanity wants them (a profile of draft-cavage-http-signatures-12). Each attempt is signed anew: a
 * renewed access token is part of what is signed, and so is the time.
 */
final class Signatures {

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private final SigningKey key;
    private final HttpUrl api;

    /** @param api the root of the address that requests are really sent to */
    Signatures(SigningKey key, HttpUrl api) {
        this.key = key;
        this.api = api;
    }

    /** Whether a request is to be signed. */
    boolean applyTo(Request request, boolean oauth) {
        return oauth ? key.oauth() : key.get() || !request.method().equals("GET");
    }

    /** The request with its {@code Digest} and {@code Signature}. */
    Request signed(Request request, Instant now) {
        String digest = digest(request.body());
        long created = now.getEpochSecond();
        Map<String, String> parts = parts(request, digest, created);
        StringBuilder text = new StringBuilder();
        parts.forEach((name, value) -> text.append(text.isEmpty() ? "" : "\n")
                .append(name)
                .append(": ")
                .append(value));
        return request.newBuilder()
                .header("Digest", digest)
                .header(
                        "Signature",
                        "keyId=\"%s\",created=\"%d\",algorithm=\"hs2019\",headers=\"%s\",signature=\"%s\""
                                .formatted(key.id(), created, String.join(" ", parts.keySet()), signature(text)))
                .build();
    }

    private Map<String, String> parts(Request request, String digest, long created) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("(request-target)", request.method().toLowerCase(Locale.ROOT) + " " + target(request.url()));
        parts.put("host", host(key.address()));
        parts.put("digest", digest);
        parts.put("(created)", Long.toString(created));
        String authorization = request.header("Authorization");
        if (authorization != null) {
            parts.put("authorization", authorization);
        }
        for (String name : request.headers().names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            String value = request.header(name);
            if (lower.startsWith("ibanity-") && value != null) {
                parts.put(lower, value);
            }
        }
        return parts;
    }

    /** Path and query as Ibanity gets them, whatever address a proxy in between has. */
    private String target(HttpUrl url) {
        String path = url.encodedPath();
        String sent = root(api);
        if (path.startsWith(sent)) {
            path = root(key.address()) + path.substring(sent.length());
        }
        String query = url.encodedQuery();
        return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static String root(HttpUrl url) {
        return url.encodedPath().equals("/") ? "" : url.encodedPath();
    }

    private static String host(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    private static String digest(@Nullable RequestBody body) {
        Buffer octets = new Buffer();
        try {
            if (body != null) {
                body.writeTo(octets);
            }
            byte[] sum = MessageDigest.getInstance("SHA-512").digest(octets.readByteArray());
            return "SHA-512=" + Base64.getEncoder().encodeToString(sum);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a body in memory has a digest", e);
        }
    }

    private String signature(CharSequence text) {
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(PSS);
            signature.initSign(key.key());
            signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an RSA key signs", e);
        }
    }
}
