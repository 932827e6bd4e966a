package org.bankfeed.screens.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.value.Page;

/** Open bank lines that may pay a document: a person is to say so under Bank. */
final class InvoiceSuggestions {

    private static final int PART = 500;
    private static final int PARTS = 4;
    private static final int SHOWN = 5;

    private final Rooms rooms;

    InvoiceSuggestions(Rooms rooms) {
        this.rooms = rooms;
    }

    /** At most five of them, oldest first; those among the 2,000 oldest suggestions, so that a page costs little. */
    List<BankTransaction> of(Caller caller, DocumentId document) {
        List<TransactionId> found = new ArrayList<>();
        PaymentMatching matching = rooms.matching();
        String after = null;
        for (int part = 0; part < PARTS && found.size() < SHOWN; part++) {
            Page<Decision> page =
                    matching.decisions(caller, new DecisionQuery(Set.of(Decision.State.SUGGESTED), null, after, PART));
            page.items().stream()
                    .filter(decision -> proposes(decision, document))
                    .limit(SHOWN - found.size())
                    .forEach(decision -> found.add(decision.transaction()));
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return found.isEmpty() ? List.of() : rooms.journal().transactions(caller, found);
    }

    private static boolean proposes(Decision decision, DocumentId document) {
        return decision.proposals().stream()
                .flatMap(proposal -> proposal.applications().stream())
                .anyMatch(application -> application.document().equals(document));
    }
}
