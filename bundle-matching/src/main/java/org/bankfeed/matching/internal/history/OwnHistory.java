package org.bankfeed.matching.internal.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.matching.internal.backtest.Terms;
import org.bankfeed.matching.internal.table.AnnouncedTable;
import org.bankfeed.matching.internal.table.FactTable;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A company's life as the matching was told it, event by event: documents, lines and announced payments in the order in
 * which they came, documents and lines as they read now, what persons said of facts, and each decision where it was last
 * made. A piece is read at a time, in a transaction of its own, up to
 * where the life had come at the beginning. For one thread.
 */
public final class OwnHistory {

    /** So many places in the order of arrival are read at once. */
    private static final int PIECE = 500;

    private final Stage stage;
    private final CompanyId company;
    private final Deque<HistoryEvent> events = new ArrayDeque<>();
    private final Function<List<String>, Map<String, FeedTransaction>> bank;
    private final long end;
    private final long lines;
    private long done;

    /** As the matching reads it. */
    public OwnHistory(Stage stage, CompanyId company) {
        this(stage, company, lines -> Map.of());
    }

    /**
     * With what the bank says besides.
     *
     * @param bank lines as the bank told them, by our id, as far as they can be had
     */
    public OwnHistory(Stage stage, CompanyId company, Function<List<String>, Map<String, FeedTransaction>> bank) {
        this.bank = bank;
        this.stage = stage;
        this.company = company;
        this.end = stage.inTransaction(unit -> last(unit, company));
        this.lines = stage.inTransaction(unit -> LineTable.count(unit, company));
    }

    private static long last(UnitOfWork unit, CompanyId company) {
        return unit.one(
                        "SELECT last_sequence FROM company WHERE company = ?",
                        row -> row.number("last_sequence"),
                        company.value())
                .orElse(0L);
    }

    /** How many bank lines there are in it. */
    public long lines() {
        return lines;
    }

    /** The next event, or {@code null} at the end. */
    @Nullable
    public HistoryEvent next() {
        while (events.isEmpty() && done < end) {
            long to = Math.min(done + PIECE, end);
            List<HistoryEvent> piece = stage.inTransaction(unit -> read(unit, done, to)).stream()
                    .sorted(Comparator.comparingLong(Placed::place))
                    .map(Placed::event)
                    .toList();
            events.addAll(withTheBanksWords(piece));
            done = to;
        }
        return events.poll();
    }

    /** An event and its place in the order of arrival; those of one place stay in the order in which they are read. */
    private record Placed(long place, HistoryEvent event) {}

    private List<Placed> read(UnitOfWork unit, long after, long to) {
        List<Placed> found = new ArrayList<>();
        for (ItemTable.Kept kept : ItemTable.between(unit, company, "sequence", after, to)) {
            found.add(new Placed(kept.sequence(), new HistoryEvent.InvoiceOpened(OwnDocument.of(kept))));
        }
        for (ItemTable.Kept kept : ItemTable.between(unit, company, "closed_sequence", after, to)) {
            found.add(new Placed(
                    kept.closedSequence(),
                    new HistoryEvent.InvoiceClosed(kept.item().id().value())));
        }
        for (Taken taken : LineTable.between(unit, company, "sequence", after, to)) {
            found.add(
                    new Placed(taken.sequence(), new HistoryEvent.TransactionBooked(Terms.transaction(taken.line()))));
        }
        for (Taken taken : LineTable.between(unit, company, "changed_sequence", after, to)) {
            if (taken.byPerson() || taken.stands()) {
                found.add(new Placed(taken.changedSequence(), decision(taken)));
            }
        }
        for (AnnouncedTable.Told told : AnnouncedTable.between(unit, company, "came", after, to)) {
            found.add(new Placed(told.place(), new HistoryEvent.PaymentAnnounced(Terms.announcement(told.payment()))));
        }
        for (AnnouncedTable.Told told : AnnouncedTable.between(unit, company, "gone", after, to)) {
            found.add(new Placed(
                    told.place(),
                    new HistoryEvent.AnnouncementEnded(told.payment().id())));
        }
        for (FactTable.Said said : FactTable.between(unit, company, after, to)) {
            found.add(new Placed(said.sequence(), Terms.said(said.key(), said.party(), said.corrected())));
        }
        return found;
    }

    private static HistoryEvent decision(Taken taken) {
        return new HistoryEvent.Confirmed(
                taken.line().id(),
                taken.stands() ? Terms.applications(taken.shares(), taken.line().currency()) : List.of(),
                taken.byPerson() ? HistoryEvent.By.PERSON : HistoryEvent.By.MATCHING);
    }

    /** Asked when no transaction is open any more. */
    private List<HistoryEvent> withTheBanksWords(List<HistoryEvent> piece) {
        List<String> lines = piece.stream()
                .filter(HistoryEvent.TransactionBooked.class::isInstance)
                .map(event ->
                        ((HistoryEvent.TransactionBooked) event).transaction().id())
                .toList();
        Map<String, FeedTransaction> told = bank.apply(lines);
        return told.isEmpty()
                ? piece
                : piece.stream().map(event -> withTheBanksWords(event, told)).toList();
    }

    private static HistoryEvent withTheBanksWords(HistoryEvent event, Map<String, FeedTransaction> told) {
        if (!(event instanceof HistoryEvent.TransactionBooked booked)) {
            return event;
        }
        HistoryTransaction line = booked.transaction();
        FeedTransaction bank = told.get(line.id());
        return bank == null
                ? event
                : new HistoryEvent.TransactionBooked(
                        line.with(bank.valueDate(), bank.description(), bank.purposeCode()));
    }
}
