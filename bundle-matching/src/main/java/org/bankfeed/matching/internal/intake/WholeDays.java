package org.bankfeed.matching.internal.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.JournalEntry;

/**
 * A page of the journal's log, and what else there is of the bank day of an account in which it ends, so that the day is
 * weighed whole. A day of more than {@link #MOST_OF_A_DAY} lines is weighed in parts.
 */
final class WholeDays {

    private static final int PAGE = 200;

    /** Each line of a day is weighed against the others: what is more of one is not worth the time. */
    private static final int MOST_OF_A_DAY = 1_000;

    private WholeDays() {}

    /** The next entries after a position; none at the end. */
    static List<JournalEntry> after(BankJournal journal, Caller caller, long position) {
        List<JournalEntry> entries = new ArrayList<>(journal.log(caller, position, PAGE));
        boolean more = entries.size() == PAGE;
        while (more && entries.size() < MOST_OF_A_DAY) {
            JournalEntry last = entries.get(entries.size() - 1);
            List<JournalEntry> next = journal.log(caller, last.sequence(), PAGE);
            int same = 0;
            while (same < next.size() && isSameDay(last, next.get(same))) {
                same++;
            }
            entries.addAll(next.subList(0, same));
            more = same == PAGE;
        }
        return entries;
    }

    private static boolean isSameDay(JournalEntry one, JournalEntry other) {
        return one.transaction().id().account().equals(other.transaction().id().account())
                && day(one).equals(day(other));
    }

    static LocalDate day(JournalEntry entry) {
        return Objects.requireNonNull(entry.transaction().line()).executionDate();
    }
}
