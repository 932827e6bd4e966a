package org.bankfeed.matching.internal.person;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Documents;
import org.bankfeed.matching.internal.neighbour.KnownPayments;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Documents that a person names for a line although they were settled by hand, not by lines: the books hold the line's
 * payment already, so that it is linked, and nothing is booked a second time.
 */
final class InTheBooks {

    private final List<Application> applications;

    private InTheBooks(List<Application> applications) {
        this.applications = applications;
    }

    /** What a person says, if it is that; empty if it is something to be booked. */
    static Optional<InTheBooks> said(List<Application> applications, Line line, Book book) {
        Set<DocumentId> named = new HashSet<>();
        boolean settled = applications.stream()
                .allMatch(one -> named.add(one.document()) && isSettledByHand(one, line, book.documents()));
        return settled && !applications.isEmpty() && sum(applications) <= line.size()
                ? Optional.of(new InTheBooks(applications))
                : Optional.empty();
    }

    private static boolean isSettledByHand(Application one, Line line, Documents documents) {
        String document = one.document().value();
        return one.takesBack() == null
                && one.writeOff().isZero()
                && one.amount().currency().getCurrencyCode().equals(line.currency())
                && documents.open(document) == 0
                && documents.settledByMoneyIn(document) == line.in()
                && Minor.of(one.amount()) <= documents.closedAmount(document);
    }

    private static long sum(List<Application> applications) {
        return applications.stream().mapToLong(one -> Minor.of(one.amount())).sum();
    }

    /** The first of the documents: what a link speaks of. */
    DocumentId document() {
        return applications.get(0).document();
    }

    /** Whether a line is linked to it already. */
    boolean is(@Nullable String settledItem) {
        return document().value().equals(settledItem);
    }

    /** The host's payment that the line is, if it tells of one; {@code null} if it only says that they are settled. */
    @Nullable
    HostPayment payment(KnownPayments known, UnitOfWork unit, CompanyId company, Line line) {
        HostPayment equal = known.equal(unit, company, line);
        boolean covers = equal != null
                && equal.documents()
                        .containsAll(
                                applications.stream().map(Application::document).toList());
        return covers ? equal : null;
    }
}
