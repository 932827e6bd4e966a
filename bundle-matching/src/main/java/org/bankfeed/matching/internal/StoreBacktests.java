package org.bankfeed.matching.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.history.AnswerWriter;
import org.bankfeed.history.BrokenHistoryException;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryReader;
import org.bankfeed.history.HistoryWriter;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.HistoryExport;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.internal.backtest.Answers;
import org.bankfeed.matching.internal.backtest.Replay;
import org.bankfeed.matching.internal.backtest.Trial;
import org.bankfeed.matching.internal.core.book.Policy;
import org.bankfeed.matching.internal.history.HistoryRefusal;
import org.bankfeed.matching.internal.history.OwnHistory;
import org.bankfeed.matching.internal.table.RuleTable;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Backtests over what the matching has stored. */
@Component(service = Backtests.class)
public final class StoreBacktests implements Backtests {

    private static final int STEP = 100;

    private final Stage stage;
    private volatile @Nullable BankJournal journal;

    @Activate
    public StoreBacktests(@Reference Store store) {
        this.stage = store.stage("matching", StorePaymentMatching.SCHEMA);
    }

    /** The journal has come. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindJournal(BankJournal bound) {
        journal = bound;
    }

    /** The journal has left, unless another one took its place. */
    public void unbindJournal(BankJournal bound) {
        if (journal == bound) {
            journal = null;
        }
    }

    /** Lines as the bank told them; none where the journal is away, or the caller may not look into it. */
    private Map<String, FeedTransaction> told(Caller caller, List<String> lines) {
        BankJournal bank = journal;
        Map<String, FeedTransaction> told = new HashMap<>();
        if (bank != null && caller.may(Role.VIEWER) && !lines.isEmpty()) {
            for (BankTransaction one : bank.transactions(
                    caller, lines.stream().map(TransactionId::parse).toList())) {
                FeedTransaction line = one.line();
                if (line != null) {
                    told.put(one.id().toString(), line);
                }
            }
        }
        return told;
    }

    @Override
    public BacktestReport own(Caller caller, Progress progress) {
        caller.require("try the matching on the past", Role.VIEWER, Role.BOOKKEEPER);
        OwnHistory history = new OwnHistory(stage, caller.company());
        Trial trial = new Trial(stage.inTransaction(unit -> RuleTable.inForce(unit, caller.company())));
        try {
            return trial.report(trial.play(history::next, history.lines(), progress), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read but the database
        }
    }

    @Override
    public BacktestReport recorded(Caller caller, String name, InputStream history, Progress progress)
            throws MatchingException, IOException {
        caller.require("try the matching on a history", Role.VIEWER, Role.BOOKKEEPER);
        @SuppressWarnings("resource") // the stream is the caller's to close
        HistoryReader reader = HistoryReader.of(name, history);
        Trial trial = new Trial(Policy.NONE);
        try {
            boolean complete = trial.play(reader::next, 0, progress);
            return trial.report(complete, reader.notes());
        } catch (BrokenHistoryException e) {
            throw HistoryRefusal.of(e);
        }
    }

    @Override
    @SuppressWarnings("resource") // the streams are the caller's to close
    public void answers(Caller caller, String name, InputStream history, OutputStream answers) throws IOException {
        caller.require("try the matching on a history", Role.VIEWER, Role.BOOKKEEPER);
        Replay replay = new Replay();
        HistoryReader reader = HistoryReader.of(name, history, replay.seen());
        AnswerWriter writer = AnswerWriter.of(answers);
        for (HistoryEvent event = reader.next(); event != null; event = reader.next()) {
            Replay.Answer answer = replay.take(event);
            if (answer != null) {
                writer.write(Answers.withCodes(answer));
            }
        }
        writer.flush();
    }

    @Override
    public HistoryExport export(Caller caller, OutputStream out, Progress progress) throws IOException {
        caller.require("export the company's history", Role.BOOKKEEPER, Role.ADMINISTRATOR);
        OwnHistory history = new OwnHistory(stage, caller.company(), lines -> told(caller, lines));
        @SuppressWarnings("resource") // the stream is the caller's to close
        HistoryWriter writer = HistoryWriter.of(out);
        long lines = 0;
        long documents = 0;
        long decisions = 0;
        boolean goesOn = true;
        for (HistoryEvent event = history.next(); goesOn && event != null; event = history.next()) {
            writer.write(event);
            documents += event instanceof HistoryEvent.InvoiceOpened ? 1 : 0;
            decisions += event instanceof HistoryEvent.Confirmed ? 1 : 0;
            if (event instanceof HistoryEvent.TransactionBooked) {
                lines++;
                goesOn = lines % STEP != 0 || progress.at(lines, history.lines());
            }
        }
        writer.flush();
        HistoryExport export = new HistoryExport(lines, documents, decisions, goesOn);
        note(caller, export);
        return export;
    }

    private void note(Caller caller, HistoryExport export) {
        String what = export.lines() + " lines, " + export.documents() + " documents and " + export.decisions()
                + " decisions written out" + (export.complete() ? "" : ", then ended");
        stage.inTransaction(unit -> {
            unit.audit(caller, "export history", caller.company().value(), what);
            return what;
        });
    }
}
