package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What became of a reversal. */
public sealed interface ReversalResult {

    /**
     * The booking is reversed by a counter-entry, now or since an earlier call.
     *
     * @param items the documents it touched, as they are now
     * @param movedTo the day of the counter-entry if it could not stand on that of the booking, because its period is closed:
     *     the first day of the first open period after it; {@code null} if it stands on the booking's day, or the ledger
     *     knows no closed periods. A call that repeats an earlier one gives the same.
     */
    record Reversed(List<OpenItem> items, @Nullable LocalDate movedTo) implements ReversalResult {
        public Reversed {
            items = List.copyOf(items);
        }

        /** A counter-entry on the booking's own day. */
        public Reversed(List<OpenItem> items) {
            this(items, null);
        }
    }

    /**
     * It was not reversed: there is no such booking, or a later line took (part of) it back.
     *
     * @param sentence one for the bookkeeper; {@link RefusalCode} has those of our own ledger
     */
    record Refused(Sentence sentence) implements ReversalResult {

        /** In the host's own words, the same in every language. */
        public Refused(String reason) {
            this(Sentence.quoted(reason));
        }

        /** The sentence in English. */
        public String reason() {
            return sentence.in(Locale.ENGLISH);
        }
    }
}
