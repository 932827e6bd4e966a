package org.bankfeed.ledger.internal.books;

import java.time.Instant;
import org.bankfeed.access.Caller;
import org.bankfeed.store.UnitOfWork;

/**
 * One act in the books of one company, in one transaction: who, when, and under which numbers.
 *
 * <p>Take numbers only after every document's row is locked: the counter is held until the commit, and the order
 * (documents, then counter) keeps two acts from waiting for each other.
 */
public record Entry(UnitOfWork unit, Caller caller, Instant at) {

    public String company() {
        return caller.company().value();
    }

    /** Draws consecutive numbers and returns the first. */
    public long numbers(int count) {
        int updated = unit.update(
                "UPDATE sequence_value_item SET seq_id = seq_id + ? WHERE company = ? AND seq_name = 'Entry'",
                count,
                company());
        if (updated == 0) {
            unit.update(
                    "INSERT INTO sequence_value_item (company, seq_name, seq_id) VALUES (?, 'Entry', ?)",
                    company(),
                    (long) count);
            return 1;
        }
        return unit.one(
                                "SELECT seq_id FROM sequence_value_item WHERE company = ? AND seq_name = 'Entry'",
                                row -> row.number("seq_id"),
                                company())
                        .orElseThrow()
                - count
                + 1;
    }

    public void audit(String act, String subject, String sentence) {
        unit.audit(caller, act, subject, sentence);
    }
}
