package org.bankfeed.simulator.internal.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses requests that write without a good signature ("Signing HTTP Messages", draft-cavage-12 in Ibanity's profile:
 * RSASSA-PSS with SHA-256, a SHA-512 digest of the body). The OAuth endpoints need none.
 */
public final class HttpSignature implements Filter {

    private static final Pattern FIELD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s\"]+))\\s*(?:,|$)");
    private static final List<String> ALWAYS = List.of("(request-target)", "host", "digest", "(created)");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final PublicKey key;
    private final String keyId;
    private final Clock realClock;

    public HttpSignature(PublicKey key, String keyId, Clock realClock) {
        this.key = key;
        this.keyId = keyId;
        this.realClock = realClock;
    }

    @Override
    public Answer around(Request request, Handler next) throws IOException {
        boolean writes = Set.of("POST", "PATCH", "DELETE").contains(request.method());
        if (writes && !request.path().contains("/oauth2/")) {
            check(request);
        }
        return next.handle(request);
    }

    private void check(Request request) {
        String header = request.header("Signature").orElseThrow(() -> refused("The header Signature is missing."));
        Map<String, String> fields = fields(header);
        require(keyId.equals(fields.get("keyId")), "The keyId is not that of the signature certificate.");
        require("hs2019".equals(fields.get("algorithm")), "The algorithm must be hs2019.");
        require(isNow(fields.getOrDefault("created", "")), "created is not about now, or missing.");
        checkDigest(request);
        List<String> names = Arrays.asList(fields.getOrDefault("headers", "").split(" ", -1));
        require(names.containsAll(ALWAYS), "headers must name " + String.join(" ", ALWAYS) + ".");
        require(names.containsAll(mustBeSigned(request)), "Authorization and Ibanity headers must be signed.");
        String given = fields.getOrDefault("signature", "");
        require(
                hosts(request).stream().anyMatch(host -> isSigned(text(request, fields, names, host), given)),
                "The signature does not hold.");
    }

    private static Set<String> mustBeSigned(Request request) {
        Set<String> names = new TreeSet<>();
        for (String name : request.headerNames()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("authorization") || lower.startsWith("ibanity-")) {
                names.add(lower);
            }
        }
        return names;
    }

    private static Map<String, String> fields(String header) {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(header);
        while (field.find()) {
            fields.put(field.group(1), field.group(2) != null ? field.group(2) : field.group(3));
        }
        return fields;
    }

    private boolean isNow(String created) {
        if (!created.matches("\\d{1,12}")) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(created));
        return Duration.between(at, realClock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static void checkDigest(Request request) {
        String header = request.header("Digest").orElseThrow(() -> refused("The header Digest is missing."));
        require(header.startsWith("SHA-512="), "The digest must be a SHA-512.");
        // the official Ruby client writes the URL-safe alphabet
        byte[] told = decoded(header.substring(8).replace('-', '+').replace('_', '/'));
        require(MessageDigest.isEqual(told, sha512(request.body())), "The digest is not that of the body.");
    }

    /** The host may be Ibanity's own: a client signs that even when its calls travel through another. */
    private static Set<String> hosts(Request request) {
        String host = request.header("Host").orElse("");
        return new TreeSet<>(List.of(host, host.replaceFirst(":\\d+$", ""), "api.ibanity.com"));
    }

    private static String text(Request request, Map<String, String> fields, List<String> names, String host) {
        StringJoiner lines = new StringJoiner("\n");
        for (String name : names) {
            String value =
                    switch (name) {
                        case "(request-target)" -> request.method().toLowerCase(Locale.ROOT) + " " + request.target();
                        case "(created)" -> fields.getOrDefault("created", "");
                        case "host" -> host;
                        default -> request.header(name).orElse("");
                    };
            lines.add(name + ": " + value);
        }
        return lines.toString();
    }

    private boolean isSigned(String text, String signature) {
        try {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(PSS);
            pss.initVerify(key);
            pss.update(text.getBytes(StandardCharsets.UTF_8));
            return pss.verify(decoded(signature.replace('-', '+').replace('_', '/')));
        } catch (GeneralSecurityException e) {
            return false; // not even of the right form
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] sha512(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void require(boolean holds, String detail) {
        if (!holds) {
            throw refused(detail);
        }
    }

    private static ApiError refused(String detail) {
        return ApiError.of(401, "invalidSignature", detail);
    }
}
