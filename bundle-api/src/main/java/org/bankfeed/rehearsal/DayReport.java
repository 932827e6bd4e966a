package org.bankfeed.rehearsal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a day of the demonstration brought.
 *
 * @param day which day
 * @param documents invoices and credit notes entered by the company's own people
 * @param lines bank lines that arrived; none if no account is linked
 * @param automatic those of them that were booked by themselves
 * @param toDecide those of them that a person is asked about
 * @param problem what kept it from being complete, in one sentence, or {@code null}
 */
public record DayReport(
        LocalDate day,
        int documents,
        int lines,
        int automatic,
        int toDecide,
        @Nullable String problem) {}
