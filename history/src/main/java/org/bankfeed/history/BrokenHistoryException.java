package org.bankfeed.history;

import java.io.IOException;
import java.util.List;

/**
 * A history that cannot be played. The message is one sentence for the user, in English: file and line, what is wrong, what
 * to do.
 */
public final class BrokenHistoryException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final HistoryFault fault;
    private final List<String> about;

    BrokenHistoryException(String file, long line, HistoryFault fault, List<String> about) {
        super((line == 0 ? "" : file + ":" + line + ": ") + fault.said(about.toArray()));
        this.file = file;
        this.line = line;
        this.fault = fault;
        this.about = List.copyOf(about);
    }

    /** What the file is called. */
    public String file() {
        return file;
    }

    /** The line, counted from 1; 0 if the whole file is meant. */
    public long line() {
        return line;
    }

    /** What is wrong. */
    public HistoryFault fault() {
        return fault;
    }

    /** What {@link #fault} speaks of. */
    public List<String> about() {
        return about;
    }
}
