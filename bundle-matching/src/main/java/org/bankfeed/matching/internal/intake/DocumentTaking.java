package org.bankfeed.matching.internal.intake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.ShareTable;
import org.bankfeed.store.UnitOfWork;

/** Takes documents up in one transaction, as the ledger tells them now. */
final class DocumentTaking {

    private final UnitOfWork unit;
    private final CompanyRow row;
    private final Book book;
    private final Map<String, LocalDate> closed;
    private final LocalDate today;
    private final Set<String> reopened = new HashSet<>();
    private final Set<String> settledByOthers = new HashSet<>();

    /** @param closed when documents were settled by what is not ours, as far as the ledger said it */
    DocumentTaking(UnitOfWork unit, CompanyRow row, Book book, Map<String, LocalDate> closed, LocalDate today) {
        this.unit = unit;
        this.row = row;
        this.book = book;
        this.closed = closed;
        this.today = today;
    }

    /** Those of which there is more to pay than before, or that read otherwise. */
    Set<String> reopened() {
        return reopened;
    }

    /** Those on which something was settled, and not by us. */
    Set<String> settledByOthers() {
        return settledByOthers;
    }

    void take(OpenItem item) {
        ItemTable.one(unit, row.company, item.id().value())
                .ifPresentOrElse(before -> takeAgain(before, item), () -> takeNew(item));
    }

    private void takeNew(OpenItem item) {
        long base = isSettled(item) ? Minor.of(item.total()) : outstanding(item);
        long sequence = row.next();
        LocalDate day = isSettled(item) ? dayOf(item) : null;
        ItemTable.Kept kept = new ItemTable.Kept(item, base, sequence, day, day == null ? 0 : row.next());
        ItemTable.insert(unit, row.company, kept);
        book.put(kept.document());
        if (day != null) {
            book.close(item.id().value(), (int) day.toEpochDay());
        }
    }

    private void takeAgain(ItemTable.Kept before, OpenItem item) {
        String id = item.id().value();
        long now = outstanding(item);
        long expected = book.documents().open(id);
        if (now < expected) {
            settledByOthers.add(id);
        }
        if (now == 0 && expected > 0 && isSettled(item)) {
            LocalDate day = dayOf(item);
            ItemTable.update(
                    unit, row.company, new ItemTable.Kept(item, before.base(), before.sequence(), day, row.next()));
            book.close(id, (int) day.toEpochDay());
            return;
        }
        boolean same = now == expected;
        long base = same ? before.base() : now + ShareTable.settled(unit, row.company, id);
        boolean stillClosed = before.closedDay() != null && now == 0;
        ItemTable.Kept kept = new ItemTable.Kept(
                item,
                base,
                before.sequence(),
                stillClosed ? before.closedDay() : null,
                stillClosed ? before.closedSequence() : 0);
        ItemTable.update(unit, row.company, kept);
        boolean readsAsBefore = sameDocument(before.item(), item);
        if (!same || !readsAsBefore) {
            book.put(kept.document(now));
        }
        if (now > expected || now > 0 && !readsAsBefore) {
            reopened.add(id);
        }
    }

    private static boolean isSettled(OpenItem item) {
        return item.state() == OpenItem.State.CLOSED || item.state() == OpenItem.State.PAID;
    }

    private static long outstanding(OpenItem item) {
        return item.isOpen() ? Minor.of(item.outstanding()) : 0;
    }

    private LocalDate dayOf(OpenItem item) {
        return closed.getOrDefault(item.id().value(), today);
    }

    private static boolean sameDocument(OpenItem a, OpenItem b) {
        return a.number().equals(b.number())
                && a.party().equals(b.party())
                && a.dueDate().equals(b.dueDate())
                && a.issueDate().equals(b.issueDate())
                && Objects.equals(a.paymentReference(), b.paymentReference())
                && Objects.equals(a.discount(), b.discount())
                && a.retentions().equals(b.retentions());
    }
}
