package org.bankfeed.matching.internal.intake;

import static org.bankfeed.matching.internal.neighbour.Question.asked;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerPage;
import org.bankfeed.invoice.LedgerPosition;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.matching.internal.decision.OpenLines;
import org.bankfeed.matching.internal.desk.Desk;
import org.bankfeed.matching.internal.table.AnnouncedTable;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.FactTable;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.store.UnitOfWork;

/** Reads the ledger's changes, a page at a time; a page and its position are committed together. */
final class DocumentIntake {

    private static final int PAGE = 1_000;

    private final Desk desk;
    private final Caller caller;
    private final InvoiceLedger ledger;

    DocumentIntake(Desk desk, Caller caller, InvoiceLedger ledger) {
        this.desk = desk;
        this.caller = caller;
        this.ledger = ledger;
    }

    /** Reads to the end; the documents on which something was settled, and not by us. */
    Set<String> read(Tally tally) throws LedgerUnavailableException {
        Set<String> settledByOthers = new HashSet<>();
        String id = ledger.id();
        boolean more = true;
        while (more) {
            String position = desk.act((unit, row, book) -> positionIn(unit, row, id));
            LedgerPage page = asked(() -> ledger.changes(caller, new LedgerPosition(position), PAGE));
            if (page.items().isEmpty() && page.next().value().equals(position)) {
                break;
            }
            Map<String, LocalDate> closed = closings(page.items());
            desk.change((unit, row, book) -> {
                DocumentTaking taking = new DocumentTaking(unit, row, book, closed, LocalDate.now(desk.clock));
                page.items().forEach(taking::take);
                settledByOthers.addAll(taking.settledByOthers());
                OpenLines open = new OpenLines(desk.clock, caller, unit, row, book);
                open.documentsReopened(taking.reopened());
                tally.suggested += open.suggested();
                row.ledgerReadTo(page.next().value());
            });
            tally.items += page.items().size();
            more = page.more();
        }
        return settledByOthers;
    }

    /** Where to read on. Before the first booking another ledger may take the place of one: then all begins anew. */
    private static String positionIn(UnitOfWork unit, CompanyRow row, String ledger) {
        if (row.belongsTo(ledger)) {
            LineTable.forget(unit, row.company);
            ItemTable.forget(unit, row.company);
            FactTable.forget(unit, row.company);
            AnnouncedTable.forget(unit, row.company);
        }
        return row.ledgerPosition();
    }

    /** When documents that the books call settled were settled by what is not ours. */
    private Map<String, LocalDate> closings(List<OpenItem> items) throws LedgerUnavailableException {
        Map<String, LocalDate> days = new HashMap<>();
        for (OpenItem item : items) {
            if (item.state() == OpenItem.State.CLOSED) {
                for (Settlement settlement : asked(() -> ledger.settlements(caller, item.id()))) {
                    if (settlement.key() == null) {
                        days.merge(item.id().value(), settlement.date(), (a, b) -> a.isAfter(b) ? a : b);
                    }
                }
            }
        }
        return days;
    }
}
