package org.bankfeed.ponto.internal.access;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.feed.FeedCertificate;
import org.bankfeed.ponto.internal.key.Identity;
import org.jspecify.annotations.Nullable;

/** What is told of the certificates that a configuration holds. */
public final class Certificates {

    private Certificates() {}

    public static List<FeedCertificate> of(@Nullable Access access) {
        List<FeedCertificate> told = new ArrayList<>();
        if (access == null) {
            return told;
        }
        Identity used = access.identities().used();
        for (Identity identity : access.identities().all()) {
            told.add(told("TLS", identity, identity == used));
        }
        if (access.signing() != null) {
            told.add(told("signature", access.signing().identity(), true));
        }
        return told;
    }

    private static FeedCertificate told(String purpose, Identity identity, boolean used) {
        return new FeedCertificate(
                purpose,
                identity.certificateKey(),
                identity.own().getSubjectX500Principal().getName(),
                identity.begins(),
                identity.ends(),
                used);
    }
}
