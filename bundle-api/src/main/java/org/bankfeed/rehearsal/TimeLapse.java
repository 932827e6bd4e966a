package org.bankfeed.rehearsal;

import java.time.LocalDate;
import org.bankfeed.access.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets a demonstration's company live its next day at once. A screen or a shell that finds this service shows a control
 * for it; a container with a company's real books holds none.
 *
 * <p>Safe for use by many threads.
 */
@ProviderType
public interface TimeLapse {

    /** The day that it is in the demonstration, on the wall of its banks. */
    LocalDate today();

    /**
     * Goes on to the morning of the next day (bookkeeper): its documents are entered, what the banks booked arrives over
     * the links that stand, and lines are matched. Returns when all of it is done, after seconds; a second call waits
     * for its turn and is a day of its own.
     */
    DayReport nextDay(Caller caller);
}
