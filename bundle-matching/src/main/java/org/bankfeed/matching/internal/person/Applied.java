package org.bankfeed.matching.internal.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.bankfeed.matching.RefusalCode;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;

/** The documents to which a person applies a line, checked against what is open and what the line comes to. */
final class Applied {

    private final UnitOfWork unit;
    private final CompanyId company;
    private final Book book;
    private final Taken taken;

    Applied(UnitOfWork unit, CompanyId company, Book book, Taken taken) {
        this.unit = unit;
        this.company = company;
        this.book = book;
        this.taken = taken;
    }

    /** What the person said, if it can be. */
    List<Taken.Part> parts(List<Application> applications) throws MatchingException {
        if (applications.isEmpty()) {
            throw new MatchingException(Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.NO_DOCUMENT_NAMED));
        }
        Set<String> documents = new HashSet<>();
        List<Taken.Part> parts = new ArrayList<>();
        long used = 0;
        for (Application application : applications) {
            String document = application.document().value();
            if (!documents.add(document)) {
                throw new MatchingException(
                        Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.DOCUMENT_NAMED_TWICE, new Name(document)));
            }
            Taken.Part part = part(application);
            parts.add(part);
            boolean sameWay =
                    book.documents().settledByMoneyIn(document) == taken.line().in();
            used += sameWay ? part.share().amount() : -part.share().amount();
        }
        if (used < 0 || used > taken.line().size()) {
            throw new MatchingException(
                    Reason.NOT_POSSIBLE,
                    Sentence.of(
                            RefusalCode.MORE_THAN_THE_LINE,
                            amount(used),
                            amount(taken.line().size())));
        }
        return parts;
    }

    private Taken.Part part(Application application) throws MatchingException {
        String document = application.document().value();
        if (!book.documents().holds(document)) {
            throw new MatchingException(
                    Reason.NOT_FOUND, Sentence.of(RefusalCode.DOCUMENT_UNKNOWN, new Name(document)));
        }
        if (!application
                .amount()
                .currency()
                .getCurrencyCode()
                .equals(taken.line().currency())) {
            throw new MatchingException(
                    Reason.NOT_POSSIBLE,
                    Sentence.of(
                            RefusalCode.LINE_IN_OTHER_CURRENCY,
                            new Name(taken.line().currency()),
                            new Name(application.amount().currency().getCurrencyCode())));
        }
        BookingKey earlier = application.takesBack();
        Share share = new Share(
                document,
                Minor.of(application.amount()),
                Minor.of(application.writeOff()),
                earlier == null ? null : earlier.transaction());
        if (earlier == null && share.settles() > room(document)) {
            throw new MatchingException(
                    Reason.NOT_POSSIBLE,
                    Sentence.of(RefusalCode.MORE_THAN_OUTSTANDING, new Name(document), amount(room(document))));
        }
        refuseToWriteHeldPartsOff(share);
        if (earlier != null) {
            Optional<Taken> booked = LineTable.one(unit, company, earlier.transaction());
            if (booked.isEmpty() || !booked.get().stands()) {
                throw new MatchingException(Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.EARLIER_NOT_BOOKED));
            }
            return new Taken.Part(share, booked.get().attempt());
        }
        return new Taken.Part(share, 0);
    }

    /** What is due goes first, in cash or written off; what is held back by contract or law is still owed. */
    private void refuseToWriteHeldPartsOff(Share share) throws MatchingException {
        long room = room(share.document());
        long held = Math.min(book.documents().heldOf(share.document()), room);
        long due = room - held;
        long writable = Math.max(0, due - share.amount());
        if (share.writeOff() > writable && held > 0) {
            throw new MatchingException(
                    Reason.NOT_POSSIBLE,
                    Sentence.of(
                            RefusalCode.PART_IS_HELD_BACK, amount(held), new Name(share.document()), amount(writable)));
        }
    }

    private Amount amount(long minor) {
        return new Amount(Minor.money(minor, taken.line().currency()));
    }

    /** What is outstanding of a document for this line: what it holds itself is free again when it is booked anew. */
    private long room(String document) {
        long room = book.documents().open(document);
        if (taken.stands()) {
            for (Share share : taken.shares()) {
                room += share.document().equals(document) ? share.settles() : 0;
            }
        }
        return room;
    }
}
