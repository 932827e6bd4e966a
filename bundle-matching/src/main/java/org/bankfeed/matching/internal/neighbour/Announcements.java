package org.bankfeed.matching.internal.neighbour;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.table.AnnouncedTable;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.ExecutedTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What the host says is under way to the bank, less what the bank has booked as far as we know. */
public final class Announcements {

    public static final Announcements NONE = new Announcements(List.of());

    private final List<AnnouncedPayment> told;

    private Announcements(List<AnnouncedPayment> told) {
        this.told = List.copyOf(told);
    }

    /** Asks the host, if there is one that tells. */
    public static Announcements of(@Nullable HostPayments host, Caller caller) throws LedgerUnavailableException {
        return host == null ? NONE : new Announcements(Question.asked(() -> host.announced(caller)));
    }

    /** Those that no standing booking carried out. */
    public List<AnnouncedPayment> underWay(UnitOfWork unit, CompanyId company) {
        if (told.isEmpty()) {
            return told;
        }
        Set<String> done = ExecutedTable.among(
                unit, company, told.stream().map(AnnouncedPayment::id).toList());
        return told.stream().filter(one -> !done.contains(one.id())).toList();
    }

    /** Whether others are told than were kept. */
    public boolean isNews(UnitOfWork unit, CompanyId company) {
        return !Set.copyOf(AnnouncedTable.standing(unit, company)).equals(Set.copyOf(inTheCoresTerms()));
    }

    /** Keeps what is told, with its place in the order of arrival; the documents of what is told no more. */
    public Set<String> keep(UnitOfWork unit, CompanyRow row) {
        return AnnouncedTable.tell(unit, row, inTheCoresTerms()).stream()
                .flatMap(gone -> gone.documents().stream())
                .collect(Collectors.toSet());
    }

    private List<Announced> inTheCoresTerms() {
        return told.stream().map(Announcements::announced).toList();
    }

    /** Tells them to the book, in the place of what it was told before. */
    public void tell(UnitOfWork unit, CompanyId company, Book book) {
        book.announced(
                underWay(unit, company).stream().map(Announcements::announced).toList());
    }

    private static Announced announced(AnnouncedPayment payment) {
        return new Announced(
                payment.id(),
                Line.orEmpty(payment.endToEndId()),
                payment.batch(),
                payment.file(),
                Minor.of(payment.amount()),
                payment.amount().currency().getCurrencyCode(),
                payment.expected(),
                payment.documents().stream().map(DocumentId::value).toList());
    }

    /** Keeps which of them a line carries out that is booked now. */
    public static void executed(UnitOfWork unit, CompanyId company, Book book, Taken taken) {
        List<Announced> done = book.executedBy(taken.line(), taken.shares());
        if (!done.isEmpty()) {
            ExecutedTable.insert(unit, company, taken, done);
            book.executed(taken.line().id(), done);
        }
    }
}
