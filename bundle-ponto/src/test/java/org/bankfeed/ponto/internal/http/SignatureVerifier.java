package org.bankfeed.ponto.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;

/** Judges signatures as the server does: from the request alone, with names in the order that the header tells. */
final class SignatureVerifier {

    private static final Pattern HEADER = Pattern.compile(
            "keyId=\"([^\"]+)\",created=\"?(\\d+)\"?,algorithm=\"hs2019\",headers=\"([^\"]+)\",signature=\"([A-Za-z0-9+/=]+)\"");

    final String keyId;
    final long created;
    final List<String> names;
    private final byte[] signature;
    private final RecordedRequest request;

    SignatureVerifier(RecordedRequest request) {
        this.request = request;
        Matcher header = HEADER.matcher(String.valueOf(request.getHeaders().get("Signature")));
        assertThat(header.matches()).as("a Signature header").isTrue();
        keyId = header.group(1);
        created = Long.parseLong(header.group(2));
        names = List.of(header.group(3).split(" ", -1));
        signature = Base64.getDecoder().decode(header.group(4));
    }

    /** @param host what the signer must have taken for the host, and {@code target} for path and query */
    boolean isGood(PublicKey key, String host, String target) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            lines.add(name + ": "
                    + switch (name) {
                        case "(request-target)" -> request.getMethod().toLowerCase(Locale.ROOT) + " " + target;
                        case "(created)" -> Long.toString(created);
                        case "host" -> host;
                        default -> request.getHeaders().get(name);
                    });
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        pss.initVerify(key);
        pss.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return pss.verify(signature) && digest().equals(request.getHeaders().get("Digest"));
    }

    private String digest() throws Exception {
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        return "SHA-512="
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-512").digest(body));
    }
}
