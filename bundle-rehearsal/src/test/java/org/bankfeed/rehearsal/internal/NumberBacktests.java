package org.bankfeed.rehearsal.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.history.AnswerWriter;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryDecision.Verdict;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.Confirmed;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.history.HistoryEvent.TransactionBooked;
import org.bankfeed.history.HistoryReader;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.HistoryExport;

/**
 * Decides as {@link NumberMatching} does, line by line. The first line that names a closed document is what closed it, the
 * next one is suggested to pay it.
 */
final class NumberBacktests implements Backtests {

    private final Set<String> leftOpen = new HashSet<>();

    /** Makes it decide nothing of a line, whatever it pays. */
    void leavesOpen(String line) {
        leftOpen.add(line);
    }

    @Override
    public void answers(Caller caller, String name, InputStream history, OutputStream answers) throws IOException {
        Play play = new Play();
        HistoryReader reader = HistoryReader.of(name, history);
        AnswerWriter writer = AnswerWriter.of(answers);
        for (HistoryEvent event = reader.next(); event != null; event = reader.next()) {
            if (event instanceof InvoiceOpened opened) {
                play.open.put(opened.invoice().id(), opened.invoice().outstanding());
            } else if (event instanceof InvoiceClosed closed) {
                play.closed.put(closed.invoiceId(), "");
            } else if (event instanceof Confirmed said) {
                play.record(said.transactionId(), said.applications());
            } else if (event instanceof TransactionBooked booked) {
                writer.write(play.decide(booked.transaction()));
            }
        }
        writer.flush();
    }

    /** One history, as far as it was read. */
    private final class Play {
        private final Map<String, BigDecimal> open = new HashMap<>();
        /** The line that closed it; empty as long as none came. */
        private final Map<String, String> closed = new HashMap<>();

        private final Map<String, List<HistoryApplication>> settled = new HashMap<>();

        HistoryDecision decide(HistoryTransaction line) {
            BigDecimal outstanding = open.getOrDefault(String.valueOf(line.remittanceInformation()), BigDecimal.ZERO);
            boolean linked = closed.replace(String.valueOf(line.remittanceInformation()), "", line.id());
            if (linked || outstanding.signum() == 0 || leftOpen.contains(line.id())) {
                return answer(line, Verdict.NONE, List.of());
            }
            boolean exact = !closed.containsKey(line.remittanceInformation())
                    && outstanding.compareTo(line.amount().abs()) == 0;
            List<HistoryApplication> pays =
                    List.of(new HistoryApplication(requireNonNull(line.remittanceInformation()), outstanding));
            record(line.id(), exact ? pays : List.of());
            return answer(line, exact ? Verdict.AUTOMATIC : Verdict.SUGGESTED, pays);
        }

        void record(String line, List<HistoryApplication> now) {
            settled.getOrDefault(line, List.of())
                    .forEach(one -> open.merge(one.invoiceId(), one.amount(), BigDecimal::add));
            now.forEach(one -> open.merge(one.invoiceId(), one.amount().negate(), BigDecimal::add));
            settled.put(line, now);
        }

        private static HistoryDecision answer(
                HistoryTransaction line, Verdict verdict, List<HistoryApplication> applications) {
            return new HistoryDecision(line.id(), verdict, applications, 0.9, List.of(), List.of());
        }
    }

    @Override
    public BacktestReport own(Caller caller, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BacktestReport recorded(Caller caller, String name, InputStream history, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HistoryExport export(Caller caller, OutputStream out, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
