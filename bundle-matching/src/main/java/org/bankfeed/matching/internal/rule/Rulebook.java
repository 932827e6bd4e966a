package org.bankfeed.matching.internal.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Policy;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/** The rules of a company that are in force, oldest first. */
public final class Rulebook implements Policy {

    private final List<NoInvoice> noInvoices = new ArrayList<>();
    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, Set<MatchKind>> left = new HashMap<>();

    /** One rule that is in force. */
    public record InForce(String id, RuleContent content) {}

    private record Limit(String rule, Tolerance tolerance, Currency currency) {}

    private Rulebook(List<InForce> rules) {
        for (InForce rule : rules) {
            if (rule.content() instanceof RuleContent.NotAnInvoice said) {
                noInvoices.add(new NoInvoice(rule.id(), said));
            } else if (rule.content() instanceof RuleContent.Tolerance said) {
                limits.put(said.currency().getCurrencyCode(), limit(rule.id(), said));
            } else if (rule.content() instanceof RuleContent.LeaveToPerson said) {
                left.put(rule.id(), EnumSet.copyOf(said.kinds()));
            }
        }
    }

    /** No rule at all costs nothing. */
    public static Policy of(List<InForce> rules) {
        return rules.isEmpty() ? NONE : new Rulebook(rules);
    }

    private static Limit limit(String rule, RuleContent.Tolerance said) {
        return new Limit(rule, Tolerance.of(said), said.currency());
    }

    @Override
    public @Nullable Verdict settles(Line line) {
        for (NoInvoice one : noInvoices) {
            if (one.fits(line)) {
                return one.verdict(line);
            }
        }
        return null;
    }

    @Override
    public Tolerance tolerance(String currency) {
        Limit limit = limits.get(currency);
        return limit == null ? Tolerance.usual(currency) : limit.tolerance();
    }

    @Override
    public Verdict allowed(Line line, Verdict verdict, Book book) {
        if (verdict.shares().isEmpty()) {
            return verdict;
        }
        List<Evidence> words = new ArrayList<>(verdict.evidence());
        Limit limit = limits.get(line.currency());
        if (limit != null && writtenOff(verdict, line, book)) {
            words.add(writesOff(limit));
        }
        String left = verdict.kind() == Verdict.Kind.BOOK ? leftTo(line, verdict, book) : null;
        if (left != null) {
            words.add(Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.RULE_LEAVES_TO_PERSON, new Argument.Text(left)));
        }
        return words.size() == verdict.evidence().size()
                ? verdict
                : new Verdict(
                        left == null ? verdict.kind() : Verdict.Kind.SUGGEST,
                        verdict.shares(),
                        verdict.confidence(),
                        words,
                        verdict.alternatives(),
                        verdict.settled());
    }

    /** Whether something is written off by tolerance, not by a discount or by taking an earlier line back. */
    private static boolean writtenOff(Verdict verdict, Line line, Book book) {
        return verdict.shares().stream().mapToLong(Share::writeOff).anyMatch(off -> off > 0)
                && MatchKinds.of(line, verdict, book).contains(MatchKind.DIFFERENCE);
    }

    private static Evidence writesOff(Limit limit) {
        long most = Math.max(limit.tolerance().difference(), limit.tolerance().fee());
        return Evidence.of(
                Evidence.Speaks.FOR,
                ReasonCode.RULE_WRITES_OFF,
                new Argument.Text(limit.rule()),
                new Argument.Amount(Minor.money(most, limit.currency().getCurrencyCode())));
    }

    /** The rule that leaves such a line to a person, or {@code null}. */
    private @Nullable String leftTo(Line line, Verdict verdict, Book book) {
        if (left.isEmpty()) {
            return null;
        }
        Set<MatchKind> kinds = MatchKinds.of(line, verdict, book);
        return left.entrySet().stream()
                .filter(rule -> !Collections.disjoint(rule.getValue(), kinds))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
