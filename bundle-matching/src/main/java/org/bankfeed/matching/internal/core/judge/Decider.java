package org.bankfeed.matching.internal.core.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Policy;
import org.bankfeed.matching.internal.core.book.Sender;
import org.bankfeed.matching.internal.core.find.Explanation;
import org.bankfeed.matching.internal.core.find.Finders;
import org.bankfeed.matching.internal.core.find.GivenBack;
import org.bankfeed.matching.internal.core.find.Kinds;
import org.bankfeed.matching.internal.core.find.OwnPayments;
import org.bankfeed.matching.internal.core.find.Returns;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.jspecify.annotations.Nullable;

/**
 * Says what a line pays: a pure function of a book and the line. It weighs the explanations of the line against one another;
 * one that leaves no rival is booked, others are laid before a person.
 */
public final class Decider {

    /** What a wrong booking costs, in clicks of a bookkeeper. */
    private static final double CLICKS_PER_WRONG_BOOKING = 50;

    /** Below this, an explanation is not booked by itself: then asking costs less than what may go wrong. */
    private static final double CERTAIN = 1 - 1 / (CLICKS_PER_WRONG_BOOKING + 1);

    /** From here on a settled document is a rival: the line may pay once more, or have been booked by hand. */
    private static final double RIVAL = 0.01;

    private static final double WORTH_SAYING = 0.002;

    private final Book book;
    private final Tolerance tolerance;

    private Decider(Book book, Tolerance tolerance) {
        this.book = book;
        this.tolerance = tolerance;
    }

    /** What a line is, by all that a book knows and the rules that it follows; nothing is changed. */
    public static Verdict decide(Book book, Line line) {
        Policy policy = book.policy();
        Verdict settled = policy.settles(line);
        if (settled != null) {
            return settled;
        }
        Decider decider = new Decider(book, policy.tolerance(line.currency()));
        return policy.allowed(line, decider.decide(line), book);
    }

    private Verdict decide(Line line) {
        Sender sender = book.senders().of(line);
        Kinds.Kind kind = Kinds.of(line, sender, book.isOwnAccount(sender.account()));
        Mentions mentions = Mentions.in(book.documents().forms(), line);
        Verdict taken = new Returns(book).verdict(line, mentions);
        if (taken != null) {
            return taken;
        }
        Verdict ours = new OwnPayments(book).verdict(line);
        if (ours != null) {
            return ours;
        }
        Finders finders = new Finders(book, line, tolerance, mentions, kind.distance() != Kinds.Distance.OTHER);
        return verdict(line, mentions, kind, weighed(line, mentions, finders));
    }

    /** What is found, weighed by the line's texts, the most probable first; each deed once. */
    private List<Explanation> weighed(Line line, Mentions mentions, Finders finders) {
        List<Explanation> order = finders.explanations();
        TextJudge judge = new TextJudge(book, line, mentions);
        for (Explanation one : order) {
            judge.weigh(one, finders.identified());
        }
        if (order.size() > 1) {
            order.sort(Explanation.BEST_FIRST);
            Set<Object> seen = new HashSet<>(order.size() * 2);
            order.removeIf(one -> !seen.add(one.deed()));
        }
        return order;
    }

    private Verdict verdict(Line line, Mentions mentions, Kinds.Kind kind, List<Explanation> order) {
        double unseen = Weights.UNSEEN
                + switch (kind.distance()) {
                    case PAYMENT -> 0;
                    case RARELY -> 7;
                    case OTHER -> 14;
                };
        unseen += book.payers().saidToBeNobody(line) ? 4 : 0;
        double all = Math.exp(unseen);
        for (Explanation one : order) {
            all += Math.exp(one.score());
        }
        List<Explanation> pays = new ArrayList<>(order.size());
        double settledShare = 0;
        for (Explanation one : order) {
            one.standsAgainst(all);
            if (one.settled() == null) {
                pays.add(one);
            } else {
                settledShare += one.share();
            }
        }
        double nothing = settledShare + Math.exp(unseen) / all;
        Explanation top = pays.isEmpty() ? null : pays.get(0);
        double best = top == null ? 0 : top.share();
        if (top == null || best < nothing) {
            return none(kind, order, pays, settledShare, nothing, new GivenBack(book, line, mentions));
        }
        new Doubts(book, line, mentions).of(top, pays, order);
        boolean sure = best >= CERTAIN && settledShare < RIVAL && !top.isDoubtful();
        return new Verdict(
                sure ? Verdict.Kind.BOOK : Verdict.Kind.SUGGEST,
                top.shares(),
                Math.min(best, !top.isDoubtful() ? 0.999 : 0.85),
                top.words(),
                alternatives(top, pays.subList(1, pays.size())),
                null);
    }

    private static Verdict none(
            Kinds.Kind kind,
            List<Explanation> order,
            List<Explanation> pays,
            double settledShare,
            double nothing,
            GivenBack givenBack) {
        List<Evidence> why = new ArrayList<>();
        boolean settled = settledShare > 0.5 * nothing;
        @Nullable String settledItem = null;
        if (settled) {
            for (Explanation one : order) {
                if (one.settled() != null) {
                    why.addAll(one.words());
                    settledItem = one.settled().id();
                    break;
                }
            }
        }
        why.addAll(kind.evidence());
        GivenBack.Said back = why.isEmpty() ? givenBack.said() : GivenBack.Said.NOTHING;
        why.addAll(back.reasons());
        List<Verdict.Explained> alternatives = alternatives(null, pays);
        if (why.isEmpty()) {
            why.add(Evidence.of(
                    Evidence.Speaks.FOR,
                    alternatives.isEmpty() ? ReasonCode.NOTHING_FITS : ReasonCode.NOTHING_FITS_WELL));
        }
        boolean noPayment = settled || kind.distance() != Kinds.Distance.PAYMENT;
        return new Verdict(
                noPayment ? Verdict.Kind.NO_PAYMENT : Verdict.Kind.OPEN,
                List.of(),
                Math.min(nothing, 0.999),
                why,
                alternatives,
                settledItem,
                null,
                back.line());
    }

    private static List<Verdict.Explained> alternatives(@Nullable Explanation top, List<Explanation> pays) {
        List<Verdict.Explained> alternatives = new ArrayList<>(3);
        for (Explanation one : pays) {
            if (alternatives.size() == 3) {
                break;
            }
            if (one.share() >= WORTH_SAYING) {
                if (top != null) {
                    one.speaksAgainst(() -> RunnerUp.lostBecause(one, top));
                }
                alternatives.add(new Verdict.Explained(one.shares(), one.share(), one.words()));
            }
        }
        return alternatives;
    }
}
