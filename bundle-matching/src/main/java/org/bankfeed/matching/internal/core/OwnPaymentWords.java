package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Span;

/** Says why a line is a payment of ours, or a batch of them. */
final class OwnPaymentWords {

    private static final double CERTAIN = 0.999;

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
            evidence.add(Evidence.of(Evidence.Speaks.FOR, ReasonCode.BATCH_NAMED, Arguments.text(batch.id)));
        }
        evidence.add(sum(batch, payments));
        if (!named) {
            evidence.add(Evidence.of(Evidence.Speaks.FOR, ReasonCode.BATCH_ONLY_ONE));
        }
        evidence.addAll(against);
        Verdict.Kind kind = against.isEmpty() ? Verdict.Kind.BOOK : Verdict.Kind.SUGGEST;
        return new Verdict(kind, settles, confidence, evidence, List.of(), null);
    }

    private static Evidence sum(Batch batch, int payments) {
        int all = batch.payments.size();
        return payments == all
                ? Evidence.of(Evidence.Speaks.FOR, ReasonCode.BATCH_SUM, Arguments.text(batch.id), Arguments.count(all))
                : Evidence.of(
                        Evidence.Speaks.FOR,
                        ReasonCode.BATCH_SUM_OF_SOME,
                        Arguments.text(batch.id),
                        Arguments.count(payments),
                        Arguments.count(all));
    }
}
