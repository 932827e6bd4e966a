package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bank line and the documents that it settles, to be written into the host's books as a whole or not at all.
 *
 * <p>Money in settles sales invoices and purchase credit notes, less sales credit notes and purchase invoices; money out
 * mirrored. What the line holds beyond its applications stays unapplied (an overpayment).
 *
 * @param key its key
 * @param account our bank account on which the line stands
 * @param hostAccount the host's id of that account, or {@code null} if nobody said
 * @param date the bank day
 * @param amount the line's amount, signed
 * @param counterparty the other party's name as the bank has it, or {@code null}
 * @param text the remittance information, or {@code null}
 * @param applications at least one; each document at most once
 * @param announced ids of payments that {@link HostPayments#announced} told and that this line carried out, often none: they
 *     are under way no more, and are again once the booking is reversed. They do not make it another booking
 */
public record Booking(
        BookingKey key,
        AccountReference account,
        @Nullable String hostAccount,
        LocalDate date,
        Money amount,
        @Nullable String counterparty,
        @Nullable String text,
        List<Application> applications,
        List<String> announced) {

    public Booking {
        applications = List.copyOf(applications);
        announced = List.copyOf(announced);
        if (applications.isEmpty()) {
            throw new IllegalArgumentException("booking " + key + " applies to nothing");
        }
        if (applications.stream().map(Application::document).distinct().count() != applications.size()) {
            throw new IllegalArgumentException("booking " + key + " names a document twice");
        }
    }

    /** The line carries out nothing that was announced. */
    public Booking(
            BookingKey key,
            AccountReference account,
            @Nullable String hostAccount,
            LocalDate date,
            Money amount,
            @Nullable String counterparty,
            @Nullable String text,
            List<Application> applications) {
        this(key, account, hostAccount, date, amount, counterparty, text, applications, List.of());
    }
}
