package org.bankfeed.store.internal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;

/** What the audit log tells of one act; the moment is real time, whatever clock the rooms work by. */
public record AuditEntry(
        String company,
        Instant at,
        String person,
        String roles,
        String channel,
        String act,
        String subject,
        String sentence) {

    public static AuditEntry of(Caller caller, String act, String subject, String sentence) {
        return new AuditEntry(
                caller.company().value(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                caller.name(),
                caller.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                caller.channel().name(),
                act,
                subject,
                sentence);
    }

    /** The link of the chain: over the entry before, this one's number and all its fields, each with its length. */
    byte[] hash(byte[] previous, long number) {
        MessageDigest digest = sha256();
        feed(digest, previous);
        for (String field : new String[] {
            Long.toString(number), company, at.toString(), person, roles, channel, act, subject, sentence
        }) {
            feed(digest, field.getBytes(StandardCharsets.UTF_8));
        }
        return digest.digest();
    }

    private static void feed(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
