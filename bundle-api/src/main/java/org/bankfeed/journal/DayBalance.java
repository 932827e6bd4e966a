package org.bankfeed.journal;

import java.time.LocalDate;
import org.bankfeed.value.Money;

/**
 * What was on an account at the end of a day.
 *
 * @param day the bank day
 * @param amount booked funds when it ended
 */
public record DayBalance(LocalDate day, Money amount) {}
