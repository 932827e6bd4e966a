package org.bankfeed.matching.internal.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.table.ExecutedTable;
import org.bankfeed.matching.internal.table.FactTable;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.UnitOfWork;

/** A company's book made again of what is written: it is told everything in the order in which it came. */
final class WrittenBook {

    private WrittenBook() {}

    /** One thing that the book was told, and its place among the others. */
    private record Told(long sequence, Runnable told) {}

    static Book read(UnitOfWork unit, CompanyId company) {
        Book fresh = new Book();
        List<Told> all = new ArrayList<>();
        for (ItemTable.Kept kept : ItemTable.all(unit, company)) {
            all.add(new Told(kept.sequence(), () -> fresh.put(kept.document())));
            LocalDate closed = kept.closedDay();
            if (closed != null) {
                all.add(new Told(
                        kept.closedSequence(),
                        () -> fresh.close(kept.item().id().value(), (int) closed.toEpochDay())));
            }
        }
        Map<String, List<Announced>> executed = ExecutedTable.byLine(unit, company);
        for (Taken taken : LineTable.all(unit, company)) {
            if (taken.changedSequence() != taken.sequence()) {
                all.add(new Told(taken.sequence(), () -> fresh.record(taken.line(), List.of(), false)));
            }
            all.add(new Told(taken.changedSequence(), () -> {
                taken.tell(fresh);
                fresh.executed(
                        taken.line().id(), executed.getOrDefault(taken.line().id(), List.of()));
            }));
        }
        for (FactTable.Said said : FactTable.all(unit, company)) {
            all.add(new Told(said.sequence(), () -> said.tell(fresh)));
        }
        all.sort(Comparator.comparingLong(Told::sequence));
        all.forEach(one -> one.told().run());
        return fresh;
    }
}
