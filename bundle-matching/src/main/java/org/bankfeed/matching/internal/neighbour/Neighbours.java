package org.bankfeed.matching.internal.neighbour;

import java.util.List;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.jspecify.annotations.Nullable;

/** Who is there now: one snapshot for one act. Each may be away, and come back. */
public record Neighbours(
        @Nullable BankJournal journal,
        List<InvoiceLedger> ledgers,
        @Nullable HostPayments payments) {

    public Neighbours {
        ledgers = List.copyOf(ledgers);
    }

    /** The ledger that a company's books are in, or why there is none. */
    public record Choice(@Nullable InvoiceLedger ledger, String sentence) {}

    /** A company stays with the ledger that took its first booking; ranking never decides. */
    public Choice ledgerOf(CompanyRow row) {
        if (row.isTied()) {
            for (InvoiceLedger ledger : ledgers) {
                if (ledger.id().equals(row.ledger())) {
                    return new Choice(ledger, "");
                }
            }
            String others = ledgers.isEmpty() ? "" : "; " + names() + " is another one and is not used";
            return new Choice(
                    null,
                    "the invoice ledger " + row.ledger() + ", which has this company's bookings, is not there"
                            + others);
        }
        return switch (ledgers.size()) {
            case 0 -> new Choice(null, "the invoice ledger is not there");
            case 1 -> new Choice(ledgers.get(0), "");
            default ->
                new Choice(
                        null,
                        "several invoice ledgers are there (" + names()
                                + "): take all but the company's own away before the first booking");
        };
    }

    private String names() {
        return String.join(
                ", ", ledgers.stream().map(InvoiceLedger::id).sorted().toList());
    }
}
