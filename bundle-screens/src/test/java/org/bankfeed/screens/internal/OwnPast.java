package org.bankfeed.screens.internal;

import java.io.InputStream;
import java.io.OutputStream;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.HistoryExport;

/** Backtests as the pages use them: of the company's own past only. */
interface OwnPast extends Backtests {

    @Override
    default BacktestReport recorded(Caller caller, String name, InputStream history, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void answers(Caller caller, String name, InputStream history, OutputStream answers) {
        throw new UnsupportedOperationException();
    }

    @Override
    default HistoryExport export(Caller caller, OutputStream out, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
