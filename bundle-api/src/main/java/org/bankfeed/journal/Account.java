package org.bankfeed.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.bankfeed.feed.Balance;
import org.bankfeed.value.AccountReference;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A bank account of the company.
 *
 * @param id the journal's id
 * @param connection the link through which it is read now; {@code null} for one that a person entered and no link has
 *     shared yet
 * @param reference its number
 * @param currency its currency
 * @param label what a person calls it, else the bank's description, else the bank's name and the number
 * @param holder the holder's name, or {@code null}
 * @param institution the bank's name, or {@code null}
 * @param active whether it is read and matched; a person switches it
 * @param countFrom lines executed before this day are shown but never matched; {@code null} for all
 * @param hostAccount the ERP's id of this account (OFBiz: a payment method), or {@code null} if nobody said
 * @param current booked funds, or {@code null}
 * @param available usable funds, or {@code null}
 * @param loaded whether the first load is complete; only then do its lines go to matching
 * @param transactions number of lines in the journal
 * @param unreadable number of lines that could not be read
 * @param lastReadAt when we last read it, or {@code null}
 * @param synchronizedAt when the provider last asked the bank, or {@code null}
 * @param authorizationEnds when the holder's consent at the bank is expected to end, or {@code null}
 * @param problem what is wrong with it, in one sentence, or {@code null}
 */
public record Account(
        AccountId id,
        @Nullable ConnectionId connection,
        AccountReference reference,
        Currency currency,
        String label,
        @Nullable String holder,
        @Nullable String institution,
        boolean active,
        @Nullable LocalDate countFrom,
        @Nullable String hostAccount,
        @Nullable Balance current,
        @Nullable Balance available,
        boolean loaded,
        long transactions,
        long unreadable,
        @Nullable Instant lastReadAt,
        @Nullable Instant synchronizedAt,
        @Nullable Instant authorizationEnds,
        @Nullable Sentence problem) {}
