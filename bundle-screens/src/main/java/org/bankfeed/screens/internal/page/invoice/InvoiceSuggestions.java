package org.bankfeed.screens.internal.page.invoice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.Proposal;
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

    /** At most five of them, most probable first; looks at the 2,000 oldest suggestions, so that a page costs little. */
    List<BankTransaction> of(Caller caller, DocumentId document) {
        PaymentMatching matching = rooms.matching();
        List<Decision> found = new ArrayList<>();
        String after = null;
        for (int part = 0; part < PARTS; part++) {
            Page<Decision> page =
                    matching.decisions(caller, new DecisionQuery(Set.of(Decision.State.SUGGESTED), null, after, PART));
            page.items().stream()
                    .filter(decision -> probability(decision, document) > 0)
                    .forEach(found::add);
            after = page.next();
            if (after == null) {
                break;
            }
        }
        found.sort(Comparator.comparingDouble((Decision decision) -> probability(decision, document))
                .reversed());
        return lines(
                caller, found.stream().limit(SHOWN).map(Decision::transaction).toList());
    }

    private List<BankTransaction> lines(Caller caller, List<TransactionId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<TransactionId, BankTransaction> lines = rooms.journal().transactions(caller, ids).stream()
                .collect(Collectors.toMap(BankTransaction::id, Function.identity()));
        return ids.stream().filter(lines::containsKey).map(lines::get).toList();
    }

    private static double probability(Decision decision, DocumentId document) {
        return decision.proposals().stream()
                .filter(proposal -> proposal.applications().stream()
                        .anyMatch(application -> application.document().equals(document)))
                .mapToDouble(Proposal::confidence)
                .max()
                .orElse(0);
    }
}
