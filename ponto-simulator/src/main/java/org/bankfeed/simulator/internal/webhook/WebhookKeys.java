package org.bankfeed.simulator.internal.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.bankfeed.simulator.internal.state.StateFile;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.Json;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.Routes;

/**
 * The keys that sign webhooks: all of them are published, the newest signs. The first is made when somebody first asks
 * for one. Safe for use by many threads.
 */
public final class WebhookKeys {

    private static final String SECTION = "webhookKeys";
    private static final int BITS = 2048;

    private final StateFile state;
    private final Supplier<KeyPair> source;
    private final List<Key> keys = new ArrayList<>();
    private int made;

    /** The numbers in base64url; the private key in PKCS#8, base64. */
    private record Key(String id, String modulus, String exponent, String privateKey) {
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    private record Saved(List<Key> keys, int made) {}

    /** A key to sign with. */
    record Signer(String keyId, PrivateKey key) {
        @Override
        public String toString() {
            return "Signer[" + keyId + "]";
        }
    }

    /**
     * The keys of before.
     *
     * @param source of new ones
     * @throws IOException if the state is damaged
     */
    public WebhookKeys(StateFile state, Supplier<KeyPair> source) throws IOException {
        this.state = state;
        this.source = source;
        state.read(SECTION, Saved.class).ifPresent(saved -> {
            keys.addAll(saved.keys());
            made = saved.made();
        });
    }

    public void register(Routes routes) {
        routes.outside("GET", "/webhooks/keys", this::published);
    }

    /** Makes a new key that signs from now on; the one before stays published. */
    public synchronized void rotate() {
        newest();
        add();
    }

    /** Publishes the newest key only. */
    public synchronized void dropOld() {
        Key newest = newest();
        keys.clear();
        keys.add(newest);
        save();
    }

    /** The ids of those that are published, the newest last. */
    public synchronized List<String> ids() {
        return keys.stream().map(Key::id).toList();
    }

    synchronized Signer signer() {
        Key newest = newest();
        try {
            byte[] encoded = Base64.getDecoder().decode(newest.privateKey());
            return new Signer(
                    newest.id(), KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The webhook key in the simulator's state is damaged", e);
        }
    }

    private synchronized Answer published(Request request) {
        newest();
        ObjectNode document = Json.object();
        ArrayNode list = document.putArray("keys");
        keys.forEach(key -> list.addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS512")
                .put("kid", key.id())
                .put("status", "ACTIVE")
                .put("e", key.exponent())
                .put("n", key.modulus()));
        return Answer.json(200, document);
    }

    private Key newest() {
        return keys.isEmpty() ? add() : keys.get(keys.size() - 1);
    }

    private Key add() {
        KeyPair pair = source.get();
        RSAPublicKey publicKey = (RSAPublicKey) pair.getPublic();
        Key key = new Key(
                "events_signature_" + ++made,
                number(publicKey.getModulus()),
                number(publicKey.getPublicExponent()),
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        keys.add(key);
        save();
        return key;
    }

    private void save() {
        try {
            state.write(SECTION, new Saved(List.copyOf(keys), made));
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("The webhook keys cannot be kept", e);
        }
    }

    /** A key of its own, which takes a while. */
    public static KeyPair generate() {
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
