package org.bankfeed.matching.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryReader;
import org.bankfeed.history.HistoryWriter;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.HistoryExport;
import org.bankfeed.matching.internal.backtest.Trial;
import org.bankfeed.matching.internal.core.Policy;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Backtests over what the matching has stored. */
@Component(service = Backtests.class)
public final class StoreBacktests implements Backtests {

    private static final int STEP = 100;

    private final Stage stage;

    @Activate
    public StoreBacktests(@Reference Store store) {
        this.stage = store.stage("matching", StorePaymentMatching.SCHEMA);
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
            throws IOException {
        caller.require("try the matching on a history", Role.VIEWER, Role.BOOKKEEPER);
        @SuppressWarnings("resource") // the stream is the caller's to close
        HistoryReader reader = HistoryReader.of(name, history);
        Trial trial = new Trial(Policy.NONE);
        boolean complete = trial.play(reader::next, 0, progress);
        return trial.report(complete, reader.notes());
    }

    @Override
    public HistoryExport export(Caller caller, OutputStream out, Progress progress) throws IOException {
        caller.require("export the company's history", Role.BOOKKEEPER, Role.ADMINISTRATOR);
        OwnHistory history = new OwnHistory(stage, caller.company());
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
