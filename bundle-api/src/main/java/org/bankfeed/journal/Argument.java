package org.bankfeed.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.bankfeed.value.Money;

/** What a sentence speaks of. Each language writes it in its own way; nothing in it is translated, and none is a secret. */
public sealed interface Argument {

    /**
     * What something is called: a provider, an organization, an account (its number masked), a feed, a file, a code.
     *
     * @param name as it stands in the sentence
     */
    record Name(String name) implements Argument {}

    /**
     * What a provider, a feed or another part of Bankfeed said, in its own words and in English. Other languages quote it.
     *
     * @param words whole sentences
     */
    record Quote(String words) implements Argument {

        /** Ends with a full stop. */
        public Quote {
            words = words.isEmpty() || words.endsWith(".") ? words : words + ".";
        }
    }

    /** How many: lines, or days. */
    record Count(long count) implements Argument {}

    record Amount(Money money) implements Argument {}

    record Day(LocalDate day) implements Argument {}

    /**
     * A moment.
     *
     * @param at when
     * @param zone whose clock tells it
     */
    record Moment(Instant at, ZoneId zone) implements Argument {

        /** As it stands on the wall there. */
        public ZonedDateTime onTheWall() {
            return at.atZone(zone);
        }
    }
}
