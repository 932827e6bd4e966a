package org.bankfeed.matching.internal.neighbour;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/**
 * The payments that the host has already around some days. A bank line is one of them if the amount is the same within a
 * few days, and account or reference say so too. The amount alone never does.
 */
public final class KnownPayments {

    public static final KnownPayments NONE = new KnownPayments(List.of());

    private static final int DAYS_APART = 5;
    private static final int SHORTEST_REFERENCE = 4;

    private final List<HostPayment> known;

    private KnownPayments(List<HostPayment> known) {
        this.known = known;
    }

    /** Asks the host, if there is one that tells. */
    public static KnownPayments around(@Nullable HostPayments host, Caller caller, List<LocalDate> days)
            throws LedgerUnavailableException {
        if (host == null || days.isEmpty()) {
            return NONE;
        }
        LocalDate first = Collections.min(days).minusDays(DAYS_APART);
        LocalDate last = Collections.max(days).plusDays(DAYS_APART);
        return new KnownPayments(Question.asked(() -> host.payments(caller, first, last)));
    }

    /** The one that a line is, if no other line is it. */
    public @Nullable HostPayment equal(UnitOfWork unit, CompanyId company, Line line) {
        for (HostPayment payment : known) {
            if (equal(payment, line) && !LineTable.linked(unit, company, payment.id())) {
                return payment;
            }
        }
        return null;
    }

    private static boolean equal(HostPayment payment, Line line) {
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
