package org.bankfeed.matching.internal.core;

import java.time.LocalDate;
import org.bankfeed.matching.internal.text.AccountsInText;
import org.jspecify.annotations.Nullable;

/**
 * A booked bank line, as far as matching reads it. Absent texts are empty.
 *
 * @param id unique in the book
 * @param account our own account that it stands on
 * @param day the bank day
 * @param amount signed, in minor units: negative is money out
 * @param currency ISO 4217
 * @param name of the other side
 * @param counterpart the other side's account number; the one in the text if the bank gives neither name nor number
 * @param text the remittance information
 * @param structured whether the bank says that the text is a structured reference
 * @param code the bank transaction code: domain, family, subfamily
 * @param endToEndId given by whoever started the payment
 * @param mandate of a direct debit
 * @param creditor who collects by direct debit
 * @param more what else the bank says of it
 */
public record Line(
        String id,
        String account,
        LocalDate day,
        long amount,
        String currency,
        String name,
        String counterpart,
        String text,
        boolean structured,
        String code,
        String endToEndId,
        String mandate,
        String creditor,
        String more) {

    public Line {
        // some banks write all of the other side into the text; where they name it, a number in the text may be
        // anybody's
        boolean nameless = counterpart.isBlank() && name.isBlank();
        counterpart = nameless ? AccountsInText.onlyOther(text, account) : counterpart;
    }

    /** Takes absent texts as empty. */
    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * What else the bank says, with the reason why a payment came back where only its own code or its description has one.
     */
    public static String withReason(@Nullable String more, @Nullable String description, @Nullable String bankCode) {
        return ReturnReason.joined(orEmpty(more), bankCode, description);
    }

    /** The size of the amount, whatever its sign. */
    public long size() {
        return Math.abs(amount);
    }

    /** Whether money came in. */
    public boolean in() {
        return amount > 0;
    }
}
