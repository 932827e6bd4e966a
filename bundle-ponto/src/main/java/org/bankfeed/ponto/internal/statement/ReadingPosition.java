package org.bankfeed.ponto.internal.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.bankfeed.feed.Position;
import org.bankfeed.ponto.internal.wire.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far an account has been read: what a {@link Position} of this feed says, as a small JSON.
 *
 * @param v version of this form
 * @param phase what is being done
 * @param newest id of the newest line known; in the first load, of the top of its first page
 * @param cursor where the next page begins; {@code null} for the top of the list
 * @param top in {@link Phase#AGAIN}: the first id seen there
 * @param left in {@link Phase#AGAIN}: how many lines are still to be looked at
 * @param found in {@link Phase#AGAIN}: whether the newest known line was met
 * @param restarts how often Ponto has refused its own cursor since reading last came to an end
 * @param trail the way that was taken in this phase; {@code null} at its first page
 */
public record ReadingPosition(
        int v,
        Phase phase,
        @Nullable String newest,
        @Nullable String cursor,
        @Nullable String top,
        int left,
        boolean found,
        int restarts,
        @Nullable Trail trail) {

    /** How many of the newest lines are looked at again in each round. */
    static final int MARGIN = 100;

    private static final int VERSION = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ReadingPosition.class);

    enum Phase {
        /** From the top towards the oldest line; an account without lines stays here. */
        FIRST,
        /** From the newest known line towards the top. */
        NEWER,
        /** The newest lines once more. */
        AGAIN,
        /** All lines once more, because the newest one known is known to Ponto no longer. */
        ANEW
    }

    /**
     * Finds out with two memories that a way goes round in a circle, however long it is (Brent's algorithm).
     *
     * @param mark a place that was passed; it is moved on after 1, 2, 4, 8, … pages
     * @param pages how many were passed
     */
    record Trail(String mark, int pages) {

        static Trail onward(@Nullable Trail trail, String place) {
            int pages = trail == null ? 1 : trail.pages + 1;
            return trail == null || Integer.bitCount(pages) == 1
                    ? new Trail(place, pages)
                    : new Trail(trail.mark, pages);
        }
    }

    static ReadingPosition first() {
        return new ReadingPosition(VERSION, Phase.FIRST, null, null, null, 0, false, 0, null);
    }

    static ReadingPosition newer(String newest) {
        return new ReadingPosition(VERSION, Phase.NEWER, newest, null, null, 0, false, 0, null);
    }

    static ReadingPosition again(String newest) {
        return new ReadingPosition(VERSION, Phase.AGAIN, newest, null, null, MARGIN, false, 0, null);
    }

    static ReadingPosition anew(int restarts) {
        return new ReadingPosition(VERSION, Phase.ANEW, null, null, null, 0, false, restarts, null);
    }

    /** The same phase, further on. */
    ReadingPosition onward(@Nullable String newest, String cursor) {
        return new ReadingPosition(
                VERSION, phase, newest, cursor, null, 0, false, restarts, Trail.onward(trail, cursor));
    }

    /** Further on towards the top. */
    ReadingPosition upTo(String top) {
        return new ReadingPosition(VERSION, Phase.NEWER, top, null, null, 0, false, 0, Trail.onward(trail, top));
    }

    /** Whether a place is one that was passed: then there is no end. */
    boolean hasPassed(String place) {
        String here = phase == Phase.NEWER ? newest : cursor;
        return place.equals(here) || (trail != null && place.equals(trail.mark));
    }

    /** Further on in {@link Phase#AGAIN}. */
    ReadingPosition onward(String cursor, @Nullable String top, int left, boolean found) {
        return new ReadingPosition(
                VERSION, Phase.AGAIN, newest, cursor, top, left, found, restarts, Trail.onward(trail, cursor));
    }

    /** From the top once more, because Ponto refused the cursor. */
    ReadingPosition fromTheTop() {
        return new ReadingPosition(
                VERSION,
                phase == Phase.FIRST ? Phase.FIRST : Phase.ANEW,
                null,
                null,
                null,
                0,
                false,
                restarts + 1,
                null);
    }

    /** Whether it lies on a way that does not lead to the lines which have come since the way was begun. */
    public boolean isUnfinished() {
        return switch (phase) {
            case FIRST -> cursor != null;
            case NEWER -> false;
            case AGAIN, ANEW -> true;
        };
    }

    /** Reads a position; one that is not understood means reading all once more, which loses nothing. */
    public static ReadingPosition of(Position position) {
        if (position.equals(Position.START)) {
            return first();
        }
        try {
            ReadingPosition read = Json.MAPPER.readValue(position.value(), ReadingPosition.class);
            if (read != null && read.isWhole()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            LOG.debug("A position is no JSON of ours", e);
        }
        LOG.warn("An account's position is not understood by this version; all its lines are read once more.");
        return anew(0);
    }

    Position written() {
        try {
            return new Position(Json.MAPPER.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a position is always writable", e);
        }
    }

    private boolean isWhole() {
        boolean needsNewest = phase == Phase.NEWER || phase == Phase.AGAIN;
        return v == VERSION && phase != null && (newest != null || !needsNewest);
    }
}
