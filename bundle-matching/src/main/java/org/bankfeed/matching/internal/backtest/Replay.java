package org.bankfeed.matching.internal.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.history.Seen;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Policy;
import org.bankfeed.matching.internal.core.judge.Decider;
import org.bankfeed.matching.internal.rule.MatchKinds;
import org.jspecify.annotations.Nullable;

/** Plays events to a book of its own, and gives what it decides of each line. For one thread. */
public final class Replay {

    private final Book book = new Book();
    private final Policy policy;
    private final @Nullable Policy other;
    private final LocalDate since;
    private final boolean asksForKinds;

    /** Of lines that were laid before a person, the documents that he saw. */
    private final Map<String, Set<String>> proposed = new HashMap<>();

    /** Payments of ours that are under way. */
    private final Underway underway = new Underway(book);

    private final List<HistoryEvent.InvoiceClosed> undated = new ArrayList<>();

    /**
     * What was decided of a line.
     *
     * @param kinds how the first explanation explains it; empty if there is none, or if nobody asks for them
     * @param other what the other policy would have decided, or {@code null} if it was not asked
     */
    public record Answer(
            Line line,
            Verdict verdict,
            Set<MatchKind> kinds,
            @Nullable Verdict other) {}

    /** Decides without rules, and does not say of which kinds the explanations are. */
    public Replay() {
        this(Policy.NONE, null, LocalDate.MAX, false);
    }

    /** Decides by rules. */
    Replay(Policy policy) {
        this(policy, null, LocalDate.MAX);
    }

    /** Decides by rules, and asks what others would decide of the lines since a day. */
    Replay(Policy policy, @Nullable Policy other, LocalDate since) {
        this(policy, other, since, true);
    }

    private Replay(Policy policy, @Nullable Policy other, LocalDate since, boolean asksForKinds) {
        this.policy = policy;
        this.other = other;
        this.since = since;
        this.asksForKinds = asksForKinds;
    }

    /** Takes an event in; the answer if it is a line. */
    public @Nullable Answer take(HistoryEvent event) {
        if (event instanceof HistoryEvent.InvoiceOpened opened) {
            book.put(Terms.document(opened.invoice()));
        } else if (event instanceof HistoryEvent.InvoiceClosed closed) {
            undated.add(closed);
        } else if (event instanceof HistoryEvent.Confirmed confirmed) {
            confirm(confirmed);
        } else if (event instanceof HistoryEvent.PaymentAnnounced announced) {
            underway.came(Terms.announced(announced.payment()));
        } else if (event instanceof HistoryEvent.AnnouncementEnded ended) {
            underway.went(ended.paymentId());
        } else if (event instanceof HistoryEvent.FactSaid said) {
            Terms.tell(said, book);
        } else if (event instanceof HistoryEvent.TransactionBooked booked) {
            return decide(booked.transaction());
        }
        return null;
    }

    /** What it took in so far, for the reader of the events. */
    public Seen seen() {
        return new Seen() {
            @Override
            public boolean isOpened(String invoice) {
                return book.documents().holds(invoice);
            }

            @Override
            public @Nullable String currencyOf(String transaction) {
                return book.currency(transaction);
            }
        };
    }

    private void confirm(HistoryEvent.Confirmed confirmed) {
        String line = confirmed.transactionId();
        String currency = book.currency(line);
        if (currency != null) {
            List<Share> shares = Terms.shares(confirmed.applications(), currency);
            book.record(line, shares, confirmed.by() == HistoryEvent.By.PERSON, seen(line));
            underway.settled(line, shares);
        }
    }

    /** What a person saw who corrects a line: what it was booked on by itself, or what was proposed. */
    private Set<String> seen(String line) {
        Set<String> seen = new HashSet<>(proposed.getOrDefault(line, Set.of()));
        book.shares(line).forEach(share -> seen.add(share.document()));
        return seen;
    }

    private static Set<String> documents(Verdict verdict) {
        Set<String> documents = new HashSet<>();
        verdict.shares().forEach(share -> documents.add(share.document()));
        verdict.alternatives().forEach(other -> other.shares().forEach(share -> documents.add(share.document())));
        return documents;
    }

    private Answer decide(HistoryTransaction transaction) {
        // an event without a date of its own belongs to the day of the next transaction
        undated.forEach(closed ->
                book.close(closed.invoiceId(), (int) transaction.executionDate().toEpochDay()));
        undated.clear();
        Line line = Terms.line(transaction);
        underway.tell();
        Verdict others = other == null || line.day().isBefore(since) ? null : decide(line, other);
        Verdict verdict = decide(line, policy);
        Answer answer = new Answer(line, verdict, asksForKinds ? MatchKinds.of(line, verdict, book) : Set.of(), others);
        boolean booked = verdict.kind() == Verdict.Kind.BOOK;
        if (verdict.kind() == Verdict.Kind.SUGGEST) {
            proposed.put(line.id(), documents(verdict));
        }
        book.record(line, booked ? verdict.shares() : List.of(), false);
        underway.booked(line, booked ? verdict.shares() : List.of());
        if (verdict.settled() != null) {
            book.link(line.id(), verdict.settled());
        }
        return answer;
    }

    private Verdict decide(Line line, Policy rules) {
        book.follow(rules);
        return Decider.decide(book, line);
    }
}
