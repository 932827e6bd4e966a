package org.bankfeed.rehearsal.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bankfeed.history.AnswerWriter;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.Confirmed;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.Decision;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/**
 * Plays a history through the chain, day by day, writes down what was decided, and holds it against what the backtest
 * decides of the same events.
 */
final class Check {

    /** When the invoicing people and the bookkeeper do their work. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    /** When the provider has asked the banks for the last time that day. */
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    private static final int MOST_AT_ONCE = 500;

    private final History history;
    private final Chain chain;
    private final VirtualClock clock;
    private final BankLink link;
    private final Books books;
    private final Bookkeeper bookkeeper;
    private final Figures figures = new Figures();
    private final Map<String, TransactionId> arrived = new HashMap<>();
    private final Map<String, HistoryDecision> answers = new LinkedHashMap<>();
    /** Lines that spoke of a document that was settled already, on the evening of their day. */
    private final Set<String> linked = new HashSet<>();

    private final Map<String, Told.Later> later = new LinkedHashMap<>();
    private final Backtests backtests;

    Check(History history, Chain chain, VirtualClock clock, BankLink link, Backtests backtests) {
        this.history = history;
        this.chain = chain;
        this.backtests = backtests;
        this.clock = clock;
        this.link = link;
        this.books = new Books(chain);
        this.bookkeeper = new Bookkeeper(chain);
    }

    /** Plays everything. */
    Played play(Path folder) throws RehearsalException, IOException, InterruptedException {
        long began = System.nanoTime();
        link.read();
        for (HistoryDay day : history.days()) {
            play(day);
        }
        takeUpWhatWasDecidedLater();
        try (AnswerWriter decisions = AnswerWriter.create(folder.resolve(AnswerWriter.DECISIONS))) {
            for (String line : answers.keySet()) {
                HistoryDecision decision = asItStands(line);
                figures.count(decision);
                decisions.write(decision);
            }
        }
        int paid;
        try (AnswerWriter documents = AnswerWriter.create(folder.resolve(AnswerWriter.DOCUMENTS))) {
            paid = new LedgerReport(chain).write(documents);
        }
        List<Account> accounts = chain.journal().accounts(chain.person());
        long lines = accounts.stream().mapToLong(Account::transactions).sum();
        if (lines != figures.decisions()) {
            throw new RehearsalException("The journal holds " + lines + " lines, but " + figures.decisions()
                    + " were decided: a line was lost or doubled.");
        }
        Differences differences =
                new Differences(new Comparison(backtests, chain.person(), history, answers, later).differences());
        differences.write(folder.resolve(Differences.FILE));
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        return new Played(figures.json(accounts.size(), lines, paid, seconds, differences), differences.fault());
    }

    /**
     * What came of a history.
     *
     * @param figures one JSON object
     * @param fault a sentence if the chain decided otherwise than the backtest and nothing explains why, else null
     */
    record Played(String figures, @Nullable String fault) {}

    private HistoryDecision asItStands(String line) {
        Told.Later decided = later.get(line);
        return decided == null ? Objects.requireNonNull(answers.get(line)) : decided.decision();
    }

    private void play(HistoryDay day) throws RehearsalException, InterruptedException {
        DayPlan plan = DayPlan.of(day);
        clock.moveTo(day.date(), MORNING);
        for (HistoryEvent event : plan.morning()) {
            play(event, day.date());
        }
        if (!plan.morning().isEmpty()) {
            chain.match();
        }
        clock.moveTo(day.date(), EVENING);
        link.renewWhatEnds(clock.instant());
        link.read();
        chain.match();
        for (HistoryTransaction line : day.transactions()) {
            Decision decision = decided(line);
            answers.put(line.id(), Answers.of(decision));
            if (decision.state() == Decision.State.LINKED) {
                linked.add(line.id());
            }
        }
        for (HistoryEvent event : plan.evening()) {
            play(event, day.date());
        }
        chain.match();
    }

    /**
     * An open line is booked by itself later if its document is entered later, and linked if its document is closed by
     * hand later: its last answer counts.
     */
    private void takeUpWhatWasDecidedLater() {
        List<TransactionId> open = answers.values().stream()
                .filter(answer -> answer.decision() != HistoryDecision.Verdict.AUTOMATIC)
                .map(HistoryDecision::transactionId)
                .filter(line -> !linked.contains(line))
                .map(arrived::get)
                .toList();
        for (int from = 0; from < open.size(); from += MOST_AT_ONCE) {
            List<TransactionId> some = open.subList(from, Math.min(open.size(), from + MOST_AT_ONCE));
            chain.matching().decisions(chain.person(), some).forEach((id, decision) -> {
                if (decision.state() == Decision.State.AUTOMATIC || decision.state() == Decision.State.LINKED) {
                    ZonedDateTime at = decision.decidedAt().atZone(VirtualClock.BANK_ZONE);
                    boolean morning = at.toLocalTime().isBefore(EVENING);
                    later.put(id.feedId(), new Told.Later(Answers.of(decision), at.toLocalDate(), morning));
                }
            });
        }
    }

    private void play(HistoryEvent event, LocalDate day) throws RehearsalException {
        if (event instanceof InvoiceOpened opened) {
            books.open(opened.invoice());
        } else if (event instanceof InvoiceClosed closed) {
            books.close(closed.invoiceId(), day);
        } else if (event instanceof Confirmed said) {
            chain.match(); // the bookkeeper sees the documents that came this morning
            bookkeeper.confirm(known(said.transactionId()), said);
        }
    }

    private TransactionId known(String line) throws RehearsalException {
        TransactionId id = arrived.get(line);
        if (id == null) {
            throw new RehearsalException("Transaction '" + line + "' was confirmed before it arrived.");
        }
        return id;
    }

    /** What the matching says of a line on the evening of its day. */
    private Decision decided(HistoryTransaction line) throws RehearsalException {
        TransactionId id = new TransactionId(account(line).id(), line.id());
        arrived.put(line.id(), id);
        return chain.matching()
                .decision(chain.person(), id)
                .orElseThrow(() -> new RehearsalException("Transaction '" + line.id() + "' of " + line.executionDate()
                        + " did not reach the matching" + problemOf(id) + "."));
    }

    private String problemOf(TransactionId id) {
        return chain.journal()
                .transaction(chain.person(), id)
                .map(BankTransaction::problem)
                .map(problem -> ": " + problem)
                .orElse("");
    }

    private Account account(HistoryTransaction line) throws RehearsalException {
        AccountReference reference = AccountReference.of(line.account());
        for (Account account : chain.journal().accounts(chain.person())) {
            if (account.reference().value().equals(reference.value())
                    && account.currency().getCurrencyCode().equals(line.currency())) {
                return account;
            }
        }
        throw new RehearsalException("Transaction '" + line.id() + "' stands on account " + reference.masked() + " in "
                + line.currency() + ", which was not linked.");
    }
}
