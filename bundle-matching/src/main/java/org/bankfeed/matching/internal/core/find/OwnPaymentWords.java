package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Span;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Batch;

/** Says why a line is a payment of ours, or a batch of them. */
final class OwnPaymentWords {

    private static final double CERTAIN = 0.999;
    private static final double ONE_OF_SEVERAL = 0.6;
    private static final int MOST_OTHERS = 2;

    private OwnPaymentWords() {}

    static Verdict single(Line line, List<Share> settles) {
        String id = line.endToEndId();
        Evidence evidence = new Evidence(
                Evidence.Speaks.FOR,
                ReasonCode.OWN_PAYMENT_END_TO_END,
                List.of(Arguments.text(id)),
                "endToEndId",
                id,
                new Span(0, id.length()));
        return new Verdict(Verdict.Kind.BOOK, settles, CERTAIN, List.of(evidence), List.of(), null);
    }

    static Verdict batch(
            Batch batch, boolean named, int payments, List<Share> settles, List<Evidence> against, double confidence) {
        List<Evidence> evidence = new ArrayList<>();
        if (named) {
            evidence.add(Evidence.of(Evidence.Speaks.FOR, ReasonCode.BATCH_NAMED, Arguments.text(batch.id())));
        }
        evidence.add(sum(batch, payments));
        if (!named) {
            evidence.add(Evidence.of(Evidence.Speaks.FOR, ReasonCode.BATCH_ONLY_ONE));
        }
        evidence.addAll(against);
        Verdict.Kind kind = against.isEmpty() ? Verdict.Kind.BOOK : Verdict.Kind.SUGGEST;
        return new Verdict(kind, settles, confidence, evidence, List.of(), null);
    }

    /**
     * A line names a batch that several files have.
     *
     * @param verdicts what each says, the likeliest first
     */
    static Verdict oneOfSeveral(List<Batch> alike, List<Verdict> verdicts) {
        Verdict first = verdicts.get(0);
        List<Evidence> evidence = new ArrayList<>(first.evidence());
        evidence.add(Evidence.of(
                Evidence.Speaks.AGAINST,
                ReasonCode.BATCH_NAME_OF_SEVERAL,
                Arguments.text(alike.get(0).id()),
                Arguments.count(alike.size())));
        List<Verdict.Explained> others = verdicts.subList(1, Math.min(verdicts.size(), MOST_OTHERS + 1)).stream()
                .map(one -> new Verdict.Explained(one.shares(), ONE_OF_SEVERAL / 2, one.evidence()))
                .toList();
        return new Verdict(Verdict.Kind.SUGGEST, first.shares(), ONE_OF_SEVERAL, evidence, others, null);
    }

    private static Evidence sum(Batch batch, int payments) {
        int all = batch.payments().size();
        return payments == all
                ? Evidence.of(
                        Evidence.Speaks.FOR, ReasonCode.BATCH_SUM, Arguments.text(batch.id()), Arguments.count(all))
                : Evidence.of(
                        Evidence.Speaks.FOR,
                        ReasonCode.BATCH_SUM_OF_SOME,
                        Arguments.text(batch.id()),
                        Arguments.count(payments),
                        Arguments.count(all));
    }
}
