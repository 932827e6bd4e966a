package org.bankfeed.shell.internal.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * Which documents go against a line that settles them, or may: those that the payer sets off, as his own invoice or a credit
 * note. Their amounts look like any other, and are subtracted.
 */
record SetOff(Set<DocumentId> documents) {

    static final SetOff NONE = new SetOff(Set.of());

    /** The matching tells of so many documents at once. */
    private static final int MOST = 500;

    /** @param transaction the decision's line; {@code null} if the journal is not there, and then nothing can be said */
    static SetOff of(
            PaymentMatching matching, Caller caller, Decision decision, @Nullable BankTransaction transaction) {
        FeedTransaction line = transaction == null ? null : transaction.line();
        if (line == null) {
            return NONE;
        }
        List<DocumentId> named = named(decision);
        Set<DocumentId> against = new HashSet<>();
        for (int from = 0; from < named.size(); from += MOST) {
            List<DocumentId> some = named.subList(from, Math.min(named.size(), from + MOST));
            matching.invoices(caller, some).forEach((id, view) -> {
                if (!view.item().isSettledBy(line.amount())) {
                    against.add(id);
                }
            });
        }
        return new SetOff(against);
    }

    private static List<DocumentId> named(Decision decision) {
        List<Application> all = new ArrayList<>(decision.applications());
        decision.proposals().stream().map(Proposal::applications).forEach(all::addAll);
        return all.stream().map(Application::document).distinct().toList();
    }

    /** Whether an application is one; what takes an earlier booking back goes against its line too, and is none. */
    boolean is(Application application) {
        return application.takesBack() == null && documents.contains(application.document());
    }
}
