package org.bankfeed.ponto.internal.http;

import java.time.Duration;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.access.Retries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves one link alone for a while, when Ponto says so or has failed it too often in a row; then one attempt shows
 * whether it may go on. Other links are not touched.
 */
final class Circuit {

    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

    private final String feed;
    private final Retries retries;
    private final Time time;
    private int failures;
    private int rests;
    private boolean resting;
    private long until;

    Circuit(String feed, Retries retries, Time time) {
        this.feed = feed;
        this.retries = retries;
        this.time = time;
    }

    /** Lets an attempt pass, or says when the next one may. */
    synchronized void enter() throws BankFeedException.Unavailable {
        Duration left = left();
        if (!left.isZero()) {
            throw new BankFeedException.Unavailable(
                    "Ponto is busy or away for this link of feed '%s'; it is left alone for %d seconds more"
                            .formatted(feed, Math.max(1, left.toSeconds())),
                    left,
                    null,
                    null);
        }
        if (tired()) {
            until = time.nanos() + retries.rest().toNanos(); // one attempt to see; the others wait for what it tells
            resting = true;
        }
    }

    /** How long nothing may be asked; zero if it may be asked now. */
    synchronized Duration left() {
        long nanos = resting ? until - time.nanos() : 0;
        return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
    }

    /** Ponto answered, be it with an error of its own kind. */
    synchronized void answered() {
        if (tired()) {
            LOG.info("Feed '{}': Ponto answers again", feed);
        }
        failures = 0;
        rests = 0;
        resting = false;
    }

    /** @param told how long Ponto wants to be left alone, if it said so */
    synchronized void failed(@Nullable Duration told) {
        failures++;
        if (told != null) {
            rest(told);
        } else if (tired()) {
            Duration rest = retries.rest(rests++, time.chance());
            LOG.warn(
                    "Feed '{}': {} attempts in a row have failed for a link; it is left alone for {} seconds",
                    feed,
                    failures,
                    rest.toSeconds());
            rest(rest);
        }
    }

    private void rest(Duration duration) {
        until = time.nanos() + duration.toNanos();
        resting = true;
    }

    private boolean tired() {
        return retries.failures() > 0 && failures >= retries.failures();
    }
}
