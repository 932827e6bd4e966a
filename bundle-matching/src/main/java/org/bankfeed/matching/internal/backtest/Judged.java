package org.bankfeed.matching.internal.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.matching.BacktestReport.Counts;
import org.bankfeed.matching.BacktestReport.Mistake;
import org.bankfeed.matching.BacktestReport.Part;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.rule.MatchKinds;
import org.jspecify.annotations.Nullable;

/** One line's answer, and what was decided of it. Little is kept: there may be very many. */
final class Judged {

    private static final int FIRST = 3;

    private final Line line;
    private final @Nullable MatchKind kind;
    private final Verdict.Kind said;
    private final double confidence;

    /** What it would settle, then what else was offered, at most three in all. */
    private final List<List<Share>> offered;

    private List<Evidence> why;
    private @Nullable List<Share> decided;
    private HistoryEvent.@Nullable By decidedBy;

    Judged(Replay.Answer answer) {
        Verdict verdict = answer.verdict();
        this.line = answer.line();
        this.kind = MatchKinds.telling(answer.kinds());
        this.said = verdict.kind();
        this.confidence = verdict.confidence();
        this.offered = offered(verdict);
        this.why = books() ? verdict.evidence() : List.of();
    }

    private static List<List<Share>> offered(Verdict verdict) {
        List<List<Share>> offered = new ArrayList<>(1);
        if (!verdict.shares().isEmpty()) {
            offered.add(verdict.shares());
        }
        if (verdict.kind() == Verdict.Kind.SUGGEST) {
            verdict.alternatives().stream()
                    .map(Verdict.Explained::shares)
                    .limit(FIRST - 1L)
                    .forEach(offered::add);
        }
        return offered;
    }

    void decide(HistoryEvent.Confirmed event) {
        decided = Terms.shares(event.applications(), line.currency());
        decidedBy = event.by();
        if (!wrong()) {
            forgetReasons();
        }
    }

    void forgetReasons() {
        why = List.of();
    }

    @Nullable
    MatchKind kind() {
        return kind;
    }

    LocalDate day() {
        return line.day();
    }

    HistoryEvent.@Nullable By decidedBy() {
        return decidedBy;
    }

    boolean books() {
        return said == Verdict.Kind.BOOK;
    }

    boolean wrong() {
        return books() && decided != null && !same(offered.get(0), decided);
    }

    Counts counts() {
        boolean known = decided != null;
        boolean suggests = said == Verdict.Kind.SUGGEST;
        return new Counts(
                1,
                of(books()),
                of(books() && known && !wrong()),
                of(wrong()),
                of(suggests),
                of(suggests && offersWhatWasDecided()),
                of(!books() && !suggests),
                of(decided != null && !decided.isEmpty()));
    }

    private static long of(boolean is) {
        return is ? 1 : 0;
    }

    private boolean offersWhatWasDecided() {
        List<Share> right = decided;
        return right != null && offered.stream().anyMatch(shares -> same(shares, right));
    }

    /** The same documents, amounts and write-offs; which line is taken back follows from them. */
    static boolean same(List<Share> a, List<Share> b) {
        return bare(a).equals(bare(b));
    }

    private static Set<Share> bare(List<Share> shares) {
        Set<Share> bare = new HashSet<>();
        shares.forEach(share -> bare.add(new Share(share.document(), share.amount(), share.writeOff(), null)));
        return bare;
    }

    /** What is told of a wrong one; {@code numbers}: what is printed on the documents. */
    Mistake mistake(Map<String, String> numbers) {
        return new Mistake(
                line.id(),
                line.day(),
                Minor.money(line.amount(), line.currency()),
                line.name().isEmpty() ? null : line.name(),
                line.text(),
                Objects.requireNonNull(kind),
                confidence,
                parts(offered.get(0), line, numbers),
                parts(Objects.requireNonNull(decided), line, numbers),
                why);
    }

    static List<Part> parts(List<Share> shares, Line line, Map<String, String> numbers) {
        return shares.stream()
                .map(share -> new Part(
                        share.document(),
                        numbers.getOrDefault(share.document(), share.document()),
                        Minor.money(share.amount(), line.currency()),
                        Minor.money(share.writeOff(), line.currency())))
                .toList();
    }
}
