package org.bankfeed.matching.internal.neighbour;

import java.util.List;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.RefusalCode;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
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
    public record Choice(
            @Nullable InvoiceLedger ledger, @Nullable Sentence why) {

        private static Choice none(RefusalCode why, Name... about) {
            return new Choice(null, Sentence.of(why, about));
        }
    }

    /** A company stays with the ledger that took its first booking; ranking never decides. */
    public Choice ledgerOf(CompanyRow row) {
        if (row.isTied()) {
            return ledgers.stream()
                    .filter(ledger -> ledger.id().equals(row.ledger()))
                    .findFirst()
                    .map(ledger -> new Choice(ledger, null))
                    .orElseGet(() -> without(new Name(String.valueOf(row.ledger()))));
        }
        return switch (ledgers.size()) {
            case 0 -> Choice.none(RefusalCode.WAITS_FOR_LEDGER);
            case 1 -> new Choice(ledgers.get(0), null);
            default -> Choice.none(RefusalCode.WAITS_FOR_ONE_LEDGER, names());
        };
    }

    private Choice without(Name own) {
        return ledgers.isEmpty()
                ? Choice.none(RefusalCode.WAITS_FOR_OWN_LEDGER, own)
                : Choice.none(RefusalCode.WAITS_FOR_OWN_LEDGER_AMONG, own, names());
    }

    private Name names() {
        return new Name(String.join(
                ", ", ledgers.stream().map(InvoiceLedger::id).sorted().toList()));
    }
}
