package org.bankfeed.matching.internal.listing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.ShareTable;
import org.bankfeed.matching.internal.table.Shown;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.Stage;
import org.bankfeed.value.Page;

/** A company's decisions as a screen shows them. */
public final class Decisions {

    private final Stage stage;
    private final CompanyId company;

    public Decisions(Stage stage, CompanyId company) {
        this.stage = stage;
        this.company = company;
    }

    public Page<Decision> page(DecisionQuery query) {
        List<Taken> found = stage.inTransaction(unit -> LineTable.page(unit, company, query));
        boolean more = found.size() > query.limit();
        List<Taken> shown = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                shown.stream().map(Shown::decision).toList(),
                more ? Long.toString(shown.get(shown.size() - 1).sequence()) : null);
    }

    public Optional<Decision> one(TransactionId line) {
        return stage.inTransaction(unit -> LineTable.one(unit, company, line.toString()))
                .map(Shown::decision);
    }

    public Map<TransactionId, List<TransactionId>> givenBackBy(Collection<TransactionId> lines) {
        Asked<TransactionId> asked = new Asked<>(lines);
        return asked.inOrder(ids -> stage.inTransaction(unit -> ShareTable.givenBackBy(
                unit, company, ids.stream().map(TransactionId::toString).toList())));
    }

    public Map<State, Long> counts() {
        return stage.inTransaction(unit -> LineTable.counts(unit, company));
    }

    public Map<TransactionId, Decision> several(Collection<TransactionId> lines) {
        Asked<TransactionId> asked = new Asked<>(lines);
        return asked.inOrder(ids -> stage
                .inTransaction(unit -> LineTable.several(
                        unit, company, ids.stream().map(TransactionId::toString).toList()))
                .stream()
                .map(Shown::decision)
                .collect(Collectors.toMap(Decision::transaction, Function.identity())));
    }
}
