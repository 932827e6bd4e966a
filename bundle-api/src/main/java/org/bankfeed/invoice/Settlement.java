package org.bankfeed.invoice;

import java.time.LocalDate;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed a document's outstanding amount and still stands.
 *
 * @param key the booking of ours, or {@code null} for a payment of unknown origin
 * @param date the day of it
 * @param amount settled with cash; negative when taken back
 * @param writeOff settled without cash
 */
public record Settlement(@Nullable BookingKey key, LocalDate date, Money amount, Money writeOff) {}
