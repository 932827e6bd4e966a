package org.bankfeed.rehearsal.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.history.AnswerWriter;
import org.bankfeed.history.HistoryDocument;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.LedgerPage;
import org.bankfeed.invoice.LedgerPosition;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.journal.TransactionId;

/** Writes down how every document stands, as the ledger tells it. */
final class LedgerReport {

    private static final int PAGE = 1000;

    private final Chain chain;

    LedgerReport(Chain chain) {
        this.chain = chain;
    }

    /** Returns how many documents have nothing outstanding any more through bookings of bank lines. */
    int write(AnswerWriter out) throws RehearsalException, IOException {
        int paid = 0;
        try {
            for (OpenItem item : documents()) {
                List<Settlement> settlements = chain.ledger().settlements(chain.person(), item.id());
                List<String> lines = linesOf(settlements);
                paid += item.state() == OpenItem.State.PAID && !lines.isEmpty() ? 1 : 0;
                out.write(new HistoryDocument(
                        item.id().value(),
                        item.state().name(),
                        item.outstanding().amount(),
                        lines));
            }
        } catch (LedgerUnavailableException e) {
            throw Books.away(e);
        }
        return paid;
    }

    /** Every document as it is now, in the order in which the ledger first tells it. */
    List<OpenItem> documents() throws LedgerUnavailableException {
        Map<DocumentId, OpenItem> documents = new LinkedHashMap<>();
        LedgerPosition position = LedgerPosition.START;
        LedgerPage page;
        do {
            page = chain.ledger().changes(chain.person(), position, PAGE);
            page.items().forEach(item -> documents.put(item.id(), item));
            position = page.next();
        } while (page.more());
        return List.copyOf(documents.values());
    }

    private static List<String> linesOf(List<Settlement> settlements) {
        return settlements.stream()
                .map(Settlement::key)
                .filter(key -> key != null)
                .map(key -> TransactionId.parse(key.transaction()).feedId())
                .distinct()
                .toList();
    }
}
