package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bankfeed.simulator.internal.state.StateFile;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.Json;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;

/** The key that signs webhooks, made when somebody first asks for it and kept from then on. */
final class WebhookKeys {

    private static final String SECTION = "webhookKey";
    private static final int BITS = 2048;

    private final StateFile state;

    WebhookKeys(StateFile state) {
        this.state = state;
    }

    void register(Routes routes) {
        routes.outside("GET", "/webhooks/keys", this::keys);
    }

    /** The numbers in base64url; the private key in PKCS#8, base64. */
    private record Saved(String modulus, String exponent, String privateKey) {
        @Override
        public String toString() {
            return "Saved[" + modulus + "]";
        }
    }

    private Answer keys(Request request) throws IOException {
        Saved key = key();
        ObjectNode document = Json.object();
        document.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS512")
                .put("kid", "events_signature_1")
                .put("status", "ACTIVE")
                .put("e", key.exponent())
                .put("n", key.modulus());
        return Answer.json(200, document);
    }

    private synchronized Saved key() throws IOException {
        Optional<Saved> kept = state.read(SECTION, Saved.class);
        if (kept.isPresent()) {
            return kept.get();
        }
        KeyPair pair = generate();
        RSAPublicKey publicKey = (RSAPublicKey) pair.getPublic();
        Saved made = new Saved(
                number(publicKey.getModulus()),
                number(publicKey.getPublicExponent()),
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        state.write(SECTION, made);
        return made;
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    // with padding, as the real one is
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().encodeToString(unsigned);
    }
}
