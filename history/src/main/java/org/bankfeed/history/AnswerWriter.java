package org.bankfeed.history;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bankfeed.history.HistoryDecision.Alternative;

/**
 * Writes the answers to a history: decisions ({@value #DECISIONS}), or the documents as they stand at the end
 * ({@value #DOCUMENTS}). For one thread.
 */
public final class AnswerWriter implements Closeable {

    /** What the file of decisions is called inside the history's folder. */
    public static final String DECISIONS = "decisions.jsonl";

    /** What the file of documents is called inside the history's folder. */
    public static final String DOCUMENTS = "ledger.jsonl";

    private final JsonLines lines;

    private AnswerWriter(OutputStream out) throws IOException {
        lines = new JsonLines(out);
    }

    /** Writes to a new file, or over an old one. */
    public static AnswerWriter create(Path file) throws IOException {
        return of(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /** Writes to a stream; closing the writer closes the stream. */
    public static AnswerWriter of(OutputStream out) throws IOException {
        return new AnswerWriter(out);
    }

    /** Writes one decision. */
    public void write(HistoryDecision decision) throws IOException {
        lines.line(() -> {
            lines.text("transactionId", decision.transactionId());
            lines.text("decision", decision.decision());
            lines.applications(decision.applications());
            lines.number("confidence", decision.confidence());
            lines.array("alternatives", () -> {
                for (Alternative alternative : decision.alternatives()) {
                    lines.element(() -> {
                        lines.applications(alternative.applications());
                        lines.number("confidence", alternative.confidence());
                    });
                }
            });
            lines.texts("reasons", decision.reasons());
        });
    }

    /** Writes one document. */
    public void write(HistoryDocument document) throws IOException {
        lines.line(() -> {
            lines.text("id", document.id());
            lines.text("state", document.state());
            lines.amount("outstanding", document.outstanding());
            lines.texts("transactions", document.transactions());
        });
    }

    /** Hands everything written so far to the stream: whoever reads a pipe waits for it. */
    public void flush() throws IOException {
        lines.flush();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
