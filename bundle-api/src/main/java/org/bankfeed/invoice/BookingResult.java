package org.bankfeed.invoice;

import java.util.List;
import java.util.Locale;
import org.bankfeed.words.Sentence;

/** What became of a booking. */
public sealed interface BookingResult {

    /**
     * It stands in the books, now or since an earlier call with the same key.
     *
     * @param items the documents it touched, as they are now
     */
    record Booked(List<OpenItem> items) implements BookingResult {
        public Booked {
            items = List.copyOf(items);
        }
    }

    /**
     * It was not written and will not be: the document is not open (any more), the amount exceeds what is outstanding,
     * currency or company differ, or the key was reversed before.
     *
     * @param sentence one for the bookkeeper; {@link RefusalCode} has those of our own ledger
     */
    record Refused(Sentence sentence) implements BookingResult {

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
