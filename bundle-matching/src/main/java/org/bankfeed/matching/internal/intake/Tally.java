package org.bankfeed.matching.internal.intake;

import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What one run took up, and what became of it. */
public final class Tally {

    int automatic;
    int lines;
    int items;
    int suggested;

    /** How many lines it booked by itself. */
    public int automatic() {
        return automatic;
    }

    /** What is told of the run; {@code pending}: how many bookings the ledger has not answered yet. */
    public WorkReceipt receipt(int pending, @Nullable Sentence waiting) {
        return new WorkReceipt(lines, items, automatic, suggested, pending, waiting);
    }
}
