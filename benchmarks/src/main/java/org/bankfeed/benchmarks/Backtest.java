package org.bankfeed.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.bankfeed.history.AnswerWriter;
import org.bankfeed.history.BrokenHistoryException;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryReader;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.internal.backtest.Replay;
import org.bankfeed.matching.internal.backtest.Terms;
import org.bankfeed.matching.internal.core.Verdict;
import org.jspecify.annotations.Nullable;

/** Plays a company's history to the matching, event by event, and writes what it decides of each transaction. */
public final class Backtest {

    private final Replay replay = new Replay();

    /** Reads events from standard input and writes one line for each transaction to standard output. */
    public static void main(String[] arguments) throws IOException {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        try (InputStream in = new BufferedInputStream(System.in, 1 << 16);
                HistoryReader reader = HistoryReader.of("standard input", in);
                AnswerWriter writer = AnswerWriter.of(out)) {
            new Backtest().play(reader, writer);
        } catch (BrokenHistoryException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void play(HistoryReader reader, AnswerWriter writer) throws IOException {
        for (HistoryEvent event = reader.next(); event != null; event = reader.next()) {
            HistoryDecision decision = take(event);
            if (decision != null) {
                writer.write(decision);
                writer.flush();
            }
        }
    }

    /** Takes an event in; what is decided if it is a transaction. */
    @Nullable
    HistoryDecision take(HistoryEvent event) {
        Replay.Answer answer = replay.take(event);
        return answer == null ? null : decision(answer);
    }

    private static HistoryDecision decision(Replay.Answer answer) {
        Verdict verdict = answer.verdict();
        String currency = answer.line().currency();
        HistoryDecision.Verdict kind =
                switch (verdict.kind()) {
                    case BOOK -> HistoryDecision.Verdict.AUTOMATIC;
                    case SUGGEST -> HistoryDecision.Verdict.SUGGESTED;
                    case OPEN, NO_PAYMENT -> HistoryDecision.Verdict.NONE;
                };
        return new HistoryDecision(
                answer.line().id(),
                kind,
                Terms.applications(verdict.shares(), currency),
                verdict.confidence(),
                verdict.alternatives().stream()
                        .map(other -> new HistoryDecision.Alternative(
                                Terms.applications(other.shares(), currency), other.confidence()))
                        .toList(),
                verdict.evidence().stream().map(Backtest::sentence).toList());
    }

    private static String sentence(Evidence evidence) {
        String sentence =
                (evidence.speaks() == Evidence.Speaks.AGAINST ? "but: " : "") + evidence.sentence(Locale.ENGLISH);
        return evidence.field() == null ? sentence : sentence + " [" + evidence.field() + "]";
    }
}
