package org.bankfeed.matching;

import java.time.Instant;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/**
 * That money with this account, name or mandate is for a party: learned from bookings, or said by a person.
 *
 * @param id names the fact in this company, for {@link PaymentMatching#forget} and {@link PaymentMatching#correct}; holds
 *     no account number
 * @param kind what on a line says it
 * @param value the whole account number, the name or the mandate, as a line or a person wrote it last; {@link #shown()} for
 *     people
 * @param partyId the host's id of the party
 * @param partyName as the books call it now
 * @param payer the name on the line that taught it last, of a corrected one that on the latest line with this value; or
 *     {@code null} if it had none
 * @param thirdParty whether that name has nothing in common with the party's: a parent, a director, a spouse, a factor
 * @param confirmed how often a person said so
 * @param booked how often a line that was booked by itself did
 * @param rejected how often it was proposed by it and a person said another party; if that is more often, it does not count
 * @param from the line that taught it last, or {@code null} if a person corrected another fact to this one
 * @param by who decided that line, or corrected; {@code null} if it was booked by itself
 * @param at when
 */
public record LearnedFact(
        String id,
        Kind kind,
        String value,
        String partyId,
        String partyName,
        @Nullable String payer,
        boolean thirdParty,
        int confirmed,
        int booked,
        int rejected,
        @Nullable TransactionId from,
        @Nullable String by,
        Instant at) {

    /** What on a line says for whom it is. */
    public enum Kind {
        /** The other side's account number. */
        ACCOUNT,
        /** The other side's name, however it is written. */
        NAME,
        /** The mandate of a direct debit. */
        MANDATE
    }

    /** The value as people see it: an account number is masked. */
    public String shown() {
        return kind == Kind.ACCOUNT ? AccountReference.of(value).masked() : value;
    }
}
