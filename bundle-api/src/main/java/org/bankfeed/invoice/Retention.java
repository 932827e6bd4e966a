package org.bankfeed.invoice;

import java.time.LocalDate;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that its payer holds back by contract or by law: no part payment to be chased, and nothing to be
 * written off. It is due later, or paid to an authority in the creditor's name.
 *
 * @param kind on what ground
 * @param amount the exact amount, more than zero; the host reckons it (the percentages of the law are of the net)
 * @param dueDate the first day on which it is owed to the creditor himself, or {@code null} if no such day is known; a
 *     guarantee falls due at its release, what goes to an authority never does
 */
public record Retention(Kind kind, Money amount, @Nullable LocalDate dueDate) {

    public Retention {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a retention of " + amount + " holds nothing back");
        }
    }

    /** On what ground a part is held back. */
    public enum Kind {
        /**
         * By contract, until the works are accepted or a term ends. The percentage is the contract's: none is assumed.
         */
        GUARANTEE,
        /**
         * Belgium, article 30bis (and 30ter) of the law of 27 June 1969: who pays a contractor with social debts withholds
         * 35 % of the amount without tax and pays it to the National Social Security Office. From 7,143 euro without tax
         * on it is no more than the debt that a certificate states.
         */
        SOCIAL_DEBT,
        /**
         * Belgium, article 402 of the Income Tax Code 1992, since 2020 in the code of recovery (law of 13 April 2019): 15 %
         * of the amount without tax, paid to the Federal Public Service Finance, limited in the same way. It may stand
         * beside {@link #SOCIAL_DEBT}: then half is withheld.
         */
        TAX_DEBT
    }

    /** Whether it is still held back on a day. */
    public boolean holdsOn(LocalDate day) {
        return dueDate == null || day.isBefore(dueDate);
    }
}
