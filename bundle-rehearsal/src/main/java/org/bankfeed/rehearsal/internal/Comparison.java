package org.bankfeed.rehearsal.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryDecision.Verdict;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryWriter;
import org.bankfeed.matching.Backtests;
import org.bankfeed.rehearsal.internal.Told.Later;

/**
 * Holds what the chain decided against what the backtest decides of the same events, and finds why a line was decided
 * otherwise: by playing the events again as the chain met them, until the backtest says the same. What it never says is
 * unexplained, and a fault of one of the two.
 */
final class Comparison {

    /** So many lines are tried one by one; each plays the whole history once. */
    private static final int MOST_ALONE = 20;

    private final Backtests backtests;
    private final Caller caller;
    private final History history;
    private final Map<String, HistoryDecision> decided;
    private final Map<String, Later> later;

    /** Why the chain and the backtest differ on a line. */
    enum Why {
        /** The backtest says the same once it is told what the chain had settled and entered before. */
        FOLLOWS("followsFromOthers"),
        /** It says the same once the other lines of the day are settled. */
        WEIGHED("weighedWithItsDay"),
        /** The chain judged the line again when a document or an announcement came, and the backtest says the same then. */
        BOOKED_LATER("bookedLater"),
        /** The chain linked the line when its document was closed by hand, and the backtest says the same then. */
        LINKED_LATER("linkedLater"),
        /** It never says the same. */
        UNEXPLAINED("unexplained");

        final String word;

        Why(String word) {
            this.word = word;
        }
    }

    /** A line that was decided otherwise, and what the backtest says of it by itself. */
    record Difference(Why why, HistoryDecision backtest) {}

    /**
     * @param decided what the chain said of each line on the evening of its day
     * @param later what it booked and linked afterwards by itself
     */
    Comparison(
            Backtests backtests,
            Caller caller,
            History history,
            Map<String, HistoryDecision> decided,
            Map<String, Later> later) {
        this.backtests = backtests;
        this.caller = caller;
        this.history = History.of(history.events().filter(Comparison::isPlayed).toList());
        this.decided = decided;
        this.later = later;
    }

    /** Neither of the two hears what the chain cannot be told: payments without their file, facts without their source. */
    private static boolean isPlayed(HistoryEvent event) {
        return !(event instanceof HistoryEvent.PaymentAnnounced
                || event instanceof HistoryEvent.AnnouncementEnded
                || event instanceof HistoryEvent.FactSaid);
    }

    /** The lines that were decided otherwise, in the order of the lines. */
    Map<String, Difference> differences() throws IOException {
        Map<String, HistoryDecision> alone = play(history.events().toList());
        Set<String> left = new LinkedHashSet<>();
        decided.forEach((id, chain) -> {
            if (later.containsKey(id) || !same(chain, of(alone, id))) {
                left.add(id);
            }
        });
        Map<String, Why> found = left.isEmpty() ? Map.of() : explained(left, alone);
        Map<String, Difference> differences = new LinkedHashMap<>();
        left.forEach(id -> differences.put(id, new Difference(found.getOrDefault(id, Why.UNEXPLAINED), of(alone, id))));
        return differences;
    }

    private Map<String, Why> explained(Set<String> differing, Map<String, HistoryDecision> alone) throws IOException {
        Map<String, Why> found = new HashMap<>();
        Set<String> left = new LinkedHashSet<>(differing);
        Told first = told(booked(alone));
        Map<String, HistoryDecision> again = play(first.events(Set.of()));
        Told told = told(booked(alone, again));
        settle(left, found, told, Set.of());
        Set<String> linked = linkedLater();
        if (!linked.isEmpty()) {
            settle(left, found, told, linked);
        }
        settle(left, found, told, both(linked, left));
        for (String id : left.stream().limit(MOST_ALONE).toList()) {
            settle(left, found, told, both(linked, Set.of(id)));
        }
        return found;
    }

    private Set<String> linkedLater() {
        return later.entrySet().stream()
                .filter(line -> line.getValue().linked())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    private Told told(Set<String> astray) {
        return new Told(history, decided, later, astray);
    }

    @SafeVarargs
    private static Set<String> booked(Map<String, HistoryDecision>... plays) {
        Set<String> booked = new HashSet<>();
        for (Map<String, HistoryDecision> play : plays) {
            play.forEach((id, answer) -> {
                if (answer.decision() == Verdict.AUTOMATIC) {
                    booked.add(id);
                }
            });
        }
        return booked;
    }

    /** Takes those away of which a play says the same; one that was decided later counts only where it is moved. */
    private void settle(Set<String> left, Map<String, Why> found, Told told, Set<String> moved) throws IOException {
        Map<String, HistoryDecision> play = play(told.events(moved));
        left.removeIf(id -> {
            Later last = later.get(id);
            boolean asked = last == null || moved.contains(id);
            HistoryDecision chain = last == null ? of(decided, id) : last.decision();
            boolean same = asked && same(chain, of(play, id));
            if (same) {
                found.put(id, last != null ? why(last) : moved.contains(id) ? Why.WEIGHED : Why.FOLLOWS);
            }
            return same;
        });
    }

    private static Why why(Later last) {
        return last.linked() ? Why.LINKED_LATER : Why.BOOKED_LATER;
    }

    private Map<String, HistoryDecision> play(List<HistoryEvent> events) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (HistoryWriter writer = HistoryWriter.of(written)) {
            for (HistoryEvent event : events) {
                writer.write(event);
            }
        }
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        backtests.answers(caller, "the history", new ByteArrayInputStream(written.toByteArray()), answers);
        return AnswerReader.read(answers.toByteArray());
    }

    /** What a play says of a line; every play answers each. */
    private static HistoryDecision of(Map<String, HistoryDecision> play, String line) {
        return Objects.requireNonNull(play.get(line), line);
    }

    /** The same decision on the same documents, amounts and write-offs. */
    static boolean same(HistoryDecision one, HistoryDecision other) {
        return one.decision() == other.decision() && bare(one).equals(bare(other));
    }

    private static Set<List<String>> bare(HistoryDecision decision) {
        return decision.applications().stream().map(Comparison::bare).collect(Collectors.toSet());
    }

    private static List<String> bare(HistoryApplication application) {
        BigDecimal writeOff = application.writeOff();
        return List.of(
                application.invoiceId(),
                application.amount().stripTrailingZeros().toPlainString(),
                writeOff == null || writeOff.signum() == 0
                        ? ""
                        : writeOff.stripTrailingZeros().toPlainString());
    }
}
