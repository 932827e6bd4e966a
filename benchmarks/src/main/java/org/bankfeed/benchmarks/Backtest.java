package org.bankfeed.benchmarks;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.bankfeed.history.AnswerWriter;
import org.bankfeed.history.BrokenHistoryException;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryReader;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.internal.backtest.Answers;
import org.bankfeed.matching.internal.backtest.Replay;
import org.jspecify.annotations.Nullable;

/**
 * Plays a company's history to the matching, event by event, and writes what it decides of each transaction.
 *
 * <p>Each answer is one line, and is flushed before the program asks its input for anything more: a peer that writes an event
 * and waits has its answer at once, also when it has written a part of the next event already. Answers to events that had
 * arrived together leave together, since nobody could have waited for one of them before writing the next.
 */
public final class Backtest {

    private final Replay replay;

    private final @Nullable Locale language;

    Backtest(Replay replay, @Nullable Locale language) {
        this.replay = replay;
        this.language = language;
    }

    /**
     * Reads events from standard input and writes one line for each transaction to standard output.
     *
     * @param arguments {@code --words LANGUAGE} for reasons in sentences, {@code en}, {@code nl}, {@code fr} or {@code
     *     de}; else reasons are codes, which cost next to nothing
     */
    public static void main(String[] arguments) throws IOException {
        boolean words = arguments.length == 2 && arguments[0].equals("--words");
        if (arguments.length > 0 && !words) {
            System.err.println("usage: backtest [--words en|nl|fr|de] < history.jsonl");
            System.exit(2);
        }
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        Replay replay = new Replay();
        try (AnswerWriter writer = AnswerWriter.of(out);
                HistoryReader reader = HistoryReader.of("standard input", new AnsweringFirst(writer), replay.seen())) {
            new Backtest(replay, words ? Locale.forLanguageTag(arguments[1]) : null).play(reader, writer);
            reader.notes().forEach(System.err::println);
        } catch (BrokenHistoryException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Standard input. Before it asks for more, everything that was asked so far is answered. */
    private static final class AnsweringFirst extends FilterInputStream {
        private final AnswerWriter writer;

        AnsweringFirst(AnswerWriter writer) {
            super(new FileInputStream(FileDescriptor.in));
            this.writer = writer;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            writer.flush();
            return super.read(bytes, from, length);
        }
    }

    private void play(HistoryReader reader, AnswerWriter writer) throws IOException {
        for (HistoryEvent event = reader.next(); event != null; event = reader.next()) {
            HistoryDecision decision = take(event);
            if (decision != null) {
                writer.write(decision);
            }
        }
    }

    /** Takes an event in; what is decided if it is a transaction. */
    @Nullable
    HistoryDecision take(HistoryEvent event) {
        Replay.Answer answer = replay.take(event);
        return answer == null ? null : decision(answer);
    }

    private HistoryDecision decision(Replay.Answer answer) {
        Locale words = language;
        return words == null ? Answers.withCodes(answer) : Answers.of(answer, evidence -> reason(evidence, words));
    }

    private static String reason(Evidence evidence, Locale language) {
        boolean against = evidence.speaks() == Evidence.Speaks.AGAINST;
        String sentence = (against ? "but: " : "") + evidence.sentence(language);
        return evidence.field() == null ? sentence : sentence + " [" + evidence.field() + "]";
    }
}
