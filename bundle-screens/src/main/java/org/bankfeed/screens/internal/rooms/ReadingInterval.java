package org.bankfeed.screens.internal.rooms;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How often the journal reads by itself, as the operator configured it. */
final class ReadingInterval {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingInterval.class);

    /** The journal's own, and what holds there if nothing is configured. */
    private static final String PID = "org.bankfeed.journal";

    private static final String DEFAULT = "60";

    private ReadingInterval() {}

    /** Null if it never reads by itself, or nobody can say. */
    static @Nullable Duration of(@Nullable ConfigurationAdmin admin) {
        try {
            Configuration[] found = admin == null ? null : admin.listConfigurations("(service.pid=" + PID + ")");
            Object minutes = found == null ? null : found[0].getProperties().get("interval");
            long every = Long.parseLong(
                    minutes == null ? DEFAULT : minutes.toString().strip());
            return every <= 0 ? null : Duration.ofMinutes(every);
        } catch (IOException | InvalidSyntaxException | RuntimeException e) {
            LOG.debug("how often the journal reads cannot be told", e);
            return null;
        }
    }
}
