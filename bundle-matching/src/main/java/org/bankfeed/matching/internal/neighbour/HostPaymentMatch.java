package org.bankfeed.matching.internal.neighbour;

import java.time.temporal.ChronoUnit;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.value.AccountReference;

/**
 * Whether a bank line is a payment that the host has already: the same amount within a few days, and account or reference
 * say so too. The amount alone never does.
 */
public final class HostPaymentMatch {

    private static final long DAYS_APART = 5;
    private static final int SHORTEST_REFERENCE = 4;

    private HostPaymentMatch() {}

    public static boolean equal(HostPayment payment, Line line) {
        boolean sameAmount = Minor.of(payment.amount()) == line.amount()
                && payment.amount().currency().getCurrencyCode().equals(line.currency());
        long apart = Math.abs(ChronoUnit.DAYS.between(payment.date(), line.day()));
        if (!sameAmount || apart > DAYS_APART) {
            return false;
        }
        AccountReference counterparty = payment.counterparty();
        String theirs = Fold.compact(line.counterpart());
        if (counterparty != null && !theirs.isEmpty()) {
            return Fold.compact(counterparty.value()).equals(theirs);
        }
        String reference = payment.reference() == null ? "" : Fold.compact(payment.reference());
        return reference.length() >= SHORTEST_REFERENCE
                && (Fold.compact(line.endToEndId()).equals(reference)
                        || Fold.compact(line.text()).contains(reference));
    }
}
