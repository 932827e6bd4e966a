package org.bankfeed.ponto.internal.access;

import java.time.Duration;

/**
 * How patient we are with a Ponto that is busy or away.
 *
 * @param most how often an attempt is repeated at most; 0 for never
 * @param total after this time no attempt is begun any more
 * @param longestTold a longer {@code Retry-After} than this is not believed
 * @param failures after so many failed attempts in a row a link is left alone for a while; 0 for never
 * @param rest how long it is left alone the first time; twice as long each further time, up to twenty times
 */
public record Retries(int most, Duration total, Duration longestTold, int failures, Duration rest) {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 5;
    private static final int LONGEST_REST = 20;

    /**
     * The pause before a repetition that Ponto did not set a time for: 1 s, 2 s, 4 s and so on, of which a part is left
     * to chance, so that many links do not come back in the same moment.
     *
     * @param done how often it was repeated before
     */
    public Duration pause(int done, double chance) {
        Duration longest = FIRST_WAIT.multipliedBy(1L << Math.min(done, MOST_DOUBLINGS));
        return longest.dividedBy(2).plus(portion(longest.dividedBy(2), chance));
    }

    /** The pause after Ponto set a time: never shorter, and up to a second longer. */
    public static Duration pauseTold(Duration told, double chance) {
        return told.plus(portion(Duration.ofSeconds(1), chance));
    }

    /** How long a link is left alone the n-th time in a row, counted from 0. */
    public Duration rest(int before, double chance) {
        Duration full = rest.multipliedBy(Math.min(1L << Math.min(before, MOST_DOUBLINGS), LONGEST_REST));
        return full.plus(portion(full.dividedBy(5), chance));
    }

    private static Duration portion(Duration whole, double chance) {
        return Duration.ofNanos((long) (whole.toNanos() * chance));
    }
}
