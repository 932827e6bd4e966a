package org.bankfeed.matching.internal.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryParty;
import org.bankfeed.history.HistoryRetention;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Retention;
import org.bankfeed.matching.internal.backtest.Terms;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.table.AnnouncedTable;
import org.bankfeed.matching.internal.table.FactTable;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
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
            found.add(new Placed(kept.sequence(), new HistoryEvent.InvoiceOpened(invoice(kept))));
        }
        for (ItemTable.Kept kept : ItemTable.between(unit, company, "closed_sequence", after, to)) {
            found.add(new Placed(
                    kept.closedSequence(),
                    new HistoryEvent.InvoiceClosed(kept.item().id().value())));
        }
        for (Taken taken : LineTable.between(unit, company, "sequence", after, to)) {
            found.add(new Placed(taken.sequence(), new HistoryEvent.TransactionBooked(transaction(taken.line()))));
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

    private static HistoryInvoice invoice(ItemTable.Kept kept) {
        OpenItem item = kept.item();
        String currency = item.total().currency().getCurrencyCode();
        BigDecimal total = item.total().amount();
        // what was open without our lines; the books may have raised the document since
        BigDecimal open = Terms.major(Math.max(0, kept.base()), currency).min(total);
        return new HistoryInvoice(
                item.id().value(),
                HistoryInvoice.Direction.valueOf(item.direction().name()),
                HistoryInvoice.Type.valueOf(item.type().name()),
                item.number(),
                new HistoryParty(
                        item.party().id(),
                        item.party().name(),
                        item.party().accounts().stream()
                                .map(AccountReference::value)
                                .toList()),
                currency,
                total,
                open,
                item.issueDate(),
                item.dueDate(),
                item.paymentReference(),
                discount(item),
                item.retentions().stream().map(OwnHistory::retention).toList());
    }

    private static HistoryRetention retention(Retention held) {
        return new HistoryRetention(
                HistoryRetention.Kind.valueOf(held.kind().name()), held.amount().amount(), held.dueDate());
    }

    private static @Nullable HistoryDiscount discount(OpenItem item) {
        Discount discount = item.discount();
        if (discount == null) {
            return null;
        }
        BigDecimal total = item.total().amount();
        BigDecimal amount = discount.amount().amount();
        BigDecimal percent =
                total.signum() == 0 ? BigDecimal.ZERO : amount.movePointRight(2).divide(total, 2, RoundingMode.HALF_UP);
        return new HistoryDiscount(percent, discount.lastDay(), amount);
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

    private static HistoryTransaction transaction(Line line) {
        LocalDate day = line.day();
        return new HistoryTransaction(
                line.id(),
                line.account(),
                day,
                day,
                Terms.major(line.amount(), line.currency()),
                line.currency(),
                orNull(line.name()),
                orNull(line.counterpart()),
                orNull(line.text()),
                line.structured()
                        ? HistoryTransaction.RemittanceType.STRUCTURED
                        : HistoryTransaction.RemittanceType.UNSTRUCTURED,
                orNull(line.code()),
                orNull(line.endToEndId()),
                orNull(line.mandate()),
                orNull(line.creditor()),
                null,
                null,
                orNull(line.more()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
