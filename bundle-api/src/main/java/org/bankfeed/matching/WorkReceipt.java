package org.bankfeed.matching;

import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the matching did.
 *
 * @param lines lines of the journal that it took up
 * @param items documents of the ledger that it took up
 * @param automatic lines that it decided to book
 * @param suggested lines left to a person
 * @param pending bookings that the ledger has not answered yet
 * @param waiting what keeps it from going on, such as that the invoice ledger is not there, or {@code null}
 */
public record WorkReceipt(
        int lines,
        int items,
        int automatic,
        int suggested,
        int pending,
        @Nullable Sentence waiting) {}
