package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Span;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.ReturnReason;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Facts;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.Past;
import org.bankfeed.matching.internal.core.book.PayerEvidence;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.bankfeed.matching.internal.text.Fillers;
import org.jspecify.annotations.Nullable;

/**
 * Lines that take an earlier one back: returned and refused direct debits, transfers that could not be executed. What
 * was settled is open again.
 */
public final class Returns {

    private static final int LONGEST_DAYS = 430;

    private final Book book;

    public Returns(Book book) {
        this.book = book;
    }

    /** An earlier line that this one may take back, or one payment out of it. */
    private static final class Candidate {
        final Past past;

        /** The documents of that one payment, or all that the line settled. */
        final @Nullable List<String> documents;

        double weight;
        final List<Evidence> evidence = new ArrayList<>(3);

        Candidate(Past past, @Nullable List<String> documents) {
            this.past = past;
            this.documents = documents;
        }

        boolean takesBack(Share share) {
            return share.amount() > 0 && (documents == null || documents.contains(share.document()));
        }
    }

    /** The verdict if the line takes an earlier one back, else {@code null}. */
    @Nullable
    public Verdict verdict(Line line, Mentions mentions) {
        boolean said = Kinds.returned(line);
        Map<Past, Candidate> found = new LinkedHashMap<>();
        byEndToEnd(line, found);
        if (!said && found.isEmpty() && !isSaidInWords(line, mentions)) {
            return null;
        }
        byMention(line, mentions, found);
        if (said) {
            byShare(line, mentions, found);
            byCounterpart(line, found);
        }
        Verdict best = best(line, found, mentions);
        // who pays again with the id of a payment that was taken back gives nothing back
        return said || !best.shares().isEmpty() ? best : null;
    }

    /**
     * Whether the text says so of a document that it names: some banks give no code for it. Whoever gives money back himself
     * gives no reason code either.
     */
    private static boolean isSaidInWords(Line line, Mentions mentions) {
        return !mentions.hits().isEmpty()
                && (mentions.words().sayUnpaid() || mentions.words().sayBack() && ReturnReason.in(line) != null);
    }

    private void byEndToEnd(Line line, Map<Past, Candidate> found) {
        String id = Fillers.orEmpty(line.endToEndId());
        for (Past past : book.endToEndIds().lines(id)) {
            if (mirrors(line, past) || mirrorsWithCost(line, past)) {
                add(
                        found,
                        past,
                        12,
                        new Evidence(
                                Evidence.Speaks.FOR,
                                ReasonCode.TAKES_BACK_END_TO_END,
                                List.of(Arguments.text(id), Arguments.amount(Math.abs(past.amount()), line.currency())),
                                "endToEndId",
                                id,
                                new Span(0, id.length())),
                        cost(line, past.amount()));
            }
            for (Announced payment : past.executed()) {
                if (payment.endToEndId().equals(id) && mirrors(line, past, payment)) {
                    addOneOf(found, past, payment.documents(), 12, ofBatch(id, payment), cost(line, payment.amount()));
                }
            }
        }
    }

    /** What is more than was paid, taken for what the return costs; {@code null} if nothing is. */
    private static @Nullable Evidence cost(Line line, long amount) {
        long cost = line.size() - Math.abs(amount);
        return cost == 0
                ? null
                : Evidence.of(
                        Evidence.Speaks.AGAINST,
                        ReasonCode.TAKES_BACK_WITH_COST,
                        Arguments.amount(cost, line.currency()));
    }

    private static Evidence ofBatch(String id, Announced payment) {
        return new Evidence(
                Evidence.Speaks.FOR,
                ReasonCode.TAKES_BACK_OUT_OF_BATCH,
                List.of(Arguments.text(id), Arguments.amount(payment.size(), payment.currency())),
                "endToEndId",
                id,
                new Span(0, id.length()));
    }

    /** A document that the text names, and that an earlier line paid together with others. */
    private void byShare(Line line, Mentions mentions, Map<Past, Candidate> found) {
        for (Mentions.Hit hit : mentions.hits()) {
            for (Past past : hit.item().lines()) {
                for (Share share : past.shares()) {
                    boolean alone = share.document().equals(hit.item().id())
                            && (share.amount() == line.size() || holdsCost(line, share.amount()));
                    if (alone
                            && past.shares().size() > 1
                            && mayMirror(line, past)
                            && !hit.item().takenBack(past)) {
                        addOneOf(
                                found,
                                past,
                                List.of(hit.item().id()),
                                8,
                                named(line, hit, past),
                                cost(line, share.amount()));
                    }
                }
            }
        }
    }

    private void byMention(Line line, Mentions mentions, Map<Past, Candidate> found) {
        for (Mentions.Hit hit : mentions.hits()) {
            for (Past past : hit.item().lines()) {
                if (mirrors(line, past) && !past.shares().isEmpty()) {
                    add(found, past, 8, named(line, hit, past));
                } else if (mirrorsWithCost(line, past) && !past.shares().isEmpty()) {
                    boolean told = found.containsKey(past);
                    add(found, past, 7, named(line, hit, past), told ? null : cost(line, past.amount()));
                }
            }
        }
    }

    private static Evidence named(Line line, Mentions.Hit hit, Past past) {
        return new Evidence(
                Evidence.Speaks.FOR,
                ReasonCode.TAKES_BACK_NAMED,
                List.of(Arguments.document(hit.item()), Arguments.amount(Math.abs(past.amount()), line.currency())),
                hit.text().field(),
                hit.quote(),
                hit.text().span(hit.from(), hit.to()));
    }

    private void byCounterpart(Line line, Map<Past, Candidate> found) {
        for (Past past : book.senders().of(line).lines()) {
            if (mirrors(line, past)) {
                add(
                        found,
                        past,
                        4,
                        new Evidence(
                                Evidence.Speaks.FOR,
                                ReasonCode.TAKES_BACK_SAME_ACCOUNT,
                                List.of(Arguments.day(past.day())),
                                "counterpartReference",
                                PayerEvidence.masked(Facts.accountKey(line.counterpart())),
                                null));
                String mandate = line.mandate();
                if (!mandate.isEmpty() && mandate.equals(past.mandate())) {
                    add(
                            found,
                            past,
                            4,
                            new Evidence(
                                    Evidence.Speaks.FOR,
                                    ReasonCode.TAKES_BACK_SAME_MANDATE,
                                    List.of(Arguments.text(mandate)),
                                    "mandateId",
                                    mandate,
                                    new Span(0, mandate.length())));
                }
            }
        }
    }

    private boolean mirrors(Line line, Past past) {
        return past.amount() == -line.amount() && mayTakeBack(line, past);
    }

    /** Whether a returned collection is charged together with what its return costs, as some banks do. */
    private boolean mirrorsWithCost(Line line, Past past) {
        return holdsCost(line, past.amount()) && mayTakeBack(line, past);
    }

    private boolean holdsCost(Line line, long collected) {
        long cost = -line.amount() - collected;
        return collected > 0
                && cost > 0
                && cost <= book.policy().tolerance(line.currency()).fee()
                && Kinds.returned(line);
    }

    private boolean mayTakeBack(Line line, Past past) {
        return mayMirror(line, past) && past.shares().stream().noneMatch(share -> takenBack(share.document(), past));
    }

    private boolean mirrors(Line line, Past past, Announced payment) {
        return (payment.amount() == -line.amount() || holdsCost(line, payment.amount()))
                && payment.amount() != past.amount()
                && mayMirror(line, past)
                && payment.documents().stream().noneMatch(document -> takenBack(document, past));
    }

    private static boolean mayMirror(Line line, Past past) {
        int day = (int) line.day().toEpochDay();
        return past.amount() > 0 != line.in()
                && !past.id().equals(line.id())
                && day - past.day() <= LONGEST_DAYS
                && past.day() <= day;
    }

    private static void add(Map<Past, Candidate> found, Past past, double weight, @Nullable Evidence... evidence) {
        add(found.computeIfAbsent(past, all -> new Candidate(all, null)), weight, evidence);
    }

    private static void addOneOf(
            Map<Past, Candidate> found,
            Past past,
            List<String> documents,
            double weight,
            @Nullable Evidence... evidence) {
        Candidate candidate = found.computeIfAbsent(past, one -> new Candidate(one, documents));
        if (documents.equals(candidate.documents)) {
            add(candidate, weight, evidence);
        }
    }

    private static void add(Candidate candidate, double weight, @Nullable Evidence... evidence) {
        candidate.weight += weight;
        Stream.of(evidence).filter(Objects::nonNull).forEach(candidate.evidence::add);
    }

    private boolean takenBack(String document, Past past) {
        Item item = book.documents().get(document);
        return item != null && item.takenBack(past);
    }

    private static Verdict best(Line line, Map<Past, Candidate> found, Mentions mentions) {
        List<Candidate> order = new ArrayList<>(found.values());
        order.sort((a, b) -> a.weight != b.weight
                ? Double.compare(b.weight, a.weight)
                : a.past.day() != b.past.day()
                        ? Integer.compare(b.past.day(), a.past.day())
                        : b.past.id().compareTo(a.past.id()));
        List<Verdict.Explained> explained = new ArrayList<>(3);
        Evidence reason = ReturnReason.in(line);
        for (Candidate candidate : order) {
            List<Share> shares = mirrored(candidate, line, mentions);
            if (!shares.isEmpty() && explained.size() < 3) {
                if (reason != null) {
                    candidate.evidence.add(reason);
                }
                explained.add(new Verdict.Explained(shares, 0.5, candidate.evidence));
            }
        }
        if (explained.isEmpty()) {
            List<Evidence> why = new ArrayList<>(2);
            why.add(Evidence.of(Evidence.Speaks.FOR, ReasonCode.TAKES_BACK_UNKNOWN));
            if (reason != null) {
                why.add(reason);
            }
            return new Verdict(Verdict.Kind.OPEN, List.of(), 0.6, why, List.of(), null);
        }
        Candidate first = order.get(0);
        boolean rival = order.size() > 1 && order.get(1).weight >= first.weight - 1;
        boolean sure = !rival && first.weight >= 8 && !first.past.shares().isEmpty();
        double confidence = sure ? 0.995 : rival ? 0.6 : 0.85;
        Verdict.Explained top = explained.get(0);
        return new Verdict(
                sure ? Verdict.Kind.BOOK : Verdict.Kind.SUGGEST,
                top.shares(),
                confidence,
                top.evidence(),
                explained.subList(1, explained.size()),
                null);
    }

    /** What the earlier line settled, with the opposite sign; of one that was never booked, what it names. */
    private static List<Share> mirrored(Candidate candidate, Line line, Mentions mentions) {
        Past past = candidate.past;
        List<Share> shares = new ArrayList<>(past.shares().size());
        for (Share share : past.shares()) {
            if (candidate.takesBack(share)) {
                shares.add(new Share(share.document(), -share.amount(), -share.writeOff(), past.id()));
            }
        }
        if (past.shares().isEmpty()) {
            for (Mentions.Hit hit : mentions.hits()) {
                if (hit.strong() && hit.item().open() >= line.size() && shares.isEmpty()) {
                    shares.add(new Share(hit.item().id(), -line.size(), 0, past.id()));
                }
            }
        }
        return shares;
    }
}
