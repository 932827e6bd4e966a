package org.bankfeed.ponto.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bankfeed.feed.FeedCertificate;
import org.bankfeed.feed.FeedHealth;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once a day in the log which certificate ends soon, as long as no newer one lies ready. */
public final class ExpiryLog {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryLog.class);

    private @Nullable LocalDate told;

    /** Returns how many lines were written. */
    public int tell(String feed, List<FeedCertificate> certificates, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        if (certificates.isEmpty() || today.equals(told)) {
            return 0;
        }
        told = today;
        List<String> warnings = new FeedHealth(null, certificates).warnings(now);
        warnings.forEach(warning -> LOG.warn("Feed '{}': {}", feed, warning));
        return warnings.size();
    }
}
