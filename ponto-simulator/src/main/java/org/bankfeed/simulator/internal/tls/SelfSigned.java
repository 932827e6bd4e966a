package org.bankfeed.simulator.internal.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;

/**
 * A certificate whose name has a {@code serialNumber}, as Ibanity's signature certificates have: the JDK makes none, and
 * the library that makes ours for TLS knows no such part of a name.
 */
final class SelfSigned {

    private static final byte[] SHA256_WITH_RSA = sequence(oid("2a864886f70d01010b"), tagged(0x05));
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private SelfSigned() {}

    /** The certificate as PEM. */
    static String pem(KeyPair pair, String commonName, String serialNumber, Duration life) {
        byte[] name = sequence(
                tagged(0x31, sequence(oid("550403"), text(0x0c, commonName))),
                tagged(0x31, sequence(oid("550405"), text(0x13, serialNumber))));
        Instant now = Instant.now();
        byte[] body = sequence(
                tagged(0xa0, number(BigInteger.TWO)),
                number(new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16)),
                SHA256_WITH_RSA,
                name,
                sequence(
                        text(0x17, UTC.format(now.minus(Certificates.BEFORE))), text(0x17, UTC.format(now.plus(life)))),
                name,
                pair.getPublic().getEncoded());
        byte[] certificate = sequence(body, SHA256_WITH_RSA, tagged(0x03, new byte[] {0}, signature(pair, body)));
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] signature(KeyPair pair, byte[] body) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(pair.getPrivate());
            rsa.update(body);
            return rsa.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    private static byte[] oid(String hex) {
        return tagged(0x06, new BigInteger(hex, 16).toByteArray());
    }

    private static byte[] text(int tag, String text) {
        return tagged(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] number(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        int length = content.size();
        if (length > 0x7f) {
            byte[] bytes = BigInteger.valueOf(length).toByteArray();
            int leading = bytes[0] == 0 ? 1 : 0;
            whole.write(0x80 | (bytes.length - leading));
            whole.write(bytes, leading, bytes.length - leading);
        } else {
            whole.write(length);
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
