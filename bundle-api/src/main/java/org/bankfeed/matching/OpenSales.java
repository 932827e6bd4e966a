package org.bankfeed.matching;

import java.util.List;
import org.bankfeed.value.Money;

/**
 * The sales invoices of which something is due and not paid, counted. Those of which only a part is outstanding that is
 * held back and not due yet do not count.
 *
 * @param invoices how many there are, 0 or more
 * @param overdue how many of them were to be paid before today, and have no payment on its way: each would be reminded
 * @param outstanding what is outstanding of all of them, one sum a currency, in the order of its code; empty if there are
 *     none
 */
public record OpenSales(long invoices, long overdue, List<Money> outstanding) {

    public OpenSales {
        outstanding = List.copyOf(outstanding);
        if (overdue < 0 || overdue > invoices) {
            throw new IllegalArgumentException(overdue + " of " + invoices + " open invoices cannot be overdue");
        }
    }
}
