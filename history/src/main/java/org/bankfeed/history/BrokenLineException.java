package org.bankfeed.history;

import java.util.List;

/** What is wrong with a line; the reader adds file and line. */
final class BrokenLineException extends Exception {

    private static final long serialVersionUID = 1L;

    private final HistoryFault fault;
    private final List<String> about;

    BrokenLineException(HistoryFault fault, String... about) {
        super(fault.said((Object[]) about));
        this.fault = fault;
        this.about = List.of(about);
    }

    HistoryFault fault() {
        return fault;
    }

    List<String> about() {
        return about;
    }
}
