package org.bankfeed.history.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.history.HistoryEvent.TransactionBooked;
import org.bankfeed.history.HistoryTransaction;

/** Writes down what happens to the company, and keeps its open documents and balances. */
public final class Diary {

    private final List<HistoryEvent> events = new ArrayList<>();
    private final List<HistoryEvent> linesOfToday = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();
    private final Set<OpenDocument> open = new LinkedHashSet<>();
    private final Map<OwnAccount, BigDecimal> balances = new EnumMap<>(OwnAccount.class);
    private Map<OwnAccount, BigDecimal> openingBalances;
    private int lines;

    Diary() {
        for (OwnAccount account : OwnAccount.values()) {
            balances.put(account, account.atTheBeginning().openingBalance());
        }
        openingBalances = new EnumMap<>(balances);
    }

    /** What a line truly was. */
    record Truth(HistoryTransaction transaction, Line.Kind kind, List<HistoryApplication> applications) {}

    /** Forgets the past, as an ERP does that was brought in today: what is still open is opened as it stands. */
    void beginHere() {
        events.clear();
        truths.clear();
        open.removeIf(document -> !document.isOpen());
        open.forEach(document -> events.add(new InvoiceOpened(document.asOfNow())));
        openingBalances = new EnumMap<>(balances);
    }

    void open(OpenDocument document) {
        events.add(new InvoiceOpened(document.invoice()));
        open.add(document);
    }

    /** The bookkeeper settles a document without looking at the bank. */
    void close(OpenDocument document) {
        events.add(new InvoiceClosed(document.invoice().id()));
        document.settle(document.left());
    }

    /** Books a line today. */
    void book(LocalDate today, Line line) {
        lines++;
        byte[] seed = ("koperveld line " + lines).getBytes(StandardCharsets.UTF_8);
        HistoryTransaction transaction =
                line.booked(UUID.nameUUIDFromBytes(seed).toString(), today);
        linesOfToday.add(new TransactionBooked(transaction));
        truths.add(new Truth(transaction, line.kind(), line.applications()));
        balances.merge(line.account(), line.amount(), BigDecimal::add);
    }

    /** The documents of a day come before its lines. */
    void endDay() {
        events.addAll(linesOfToday);
        linesOfToday.clear();
    }

    BigDecimal balance(OwnAccount account) {
        return balances.getOrDefault(account, BigDecimal.ZERO);
    }

    List<Truth> truths() {
        return List.copyOf(truths);
    }

    /** What was written down since the beginning, or since the past was forgotten. */
    public History history() {
        return History.of(
                events,
                Arrays.stream(OwnAccount.values())
                        .map(account -> account.with(openingBalances.getOrDefault(account, BigDecimal.ZERO)))
                        .toList());
    }
}
