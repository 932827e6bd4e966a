package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Batch;
import org.jspecify.annotations.Nullable;

/** Splits one bank line into the payments of a batch: all of them, or those that the bank carried out. */
final class BatchSplit {

    /** Where the bank does not name the batch, so many payments may be missing at most. */
    private static final int MOST_MISSING = 2;

    private static final double WHOLE_NAMED = 0.995;
    private static final double WHOLE = 0.99;
    private static final double PART = 0.8;
    private static final double ONE_OF_SEVERAL_PARTS = 0.4;

    private final Batch batch;
    private final boolean named;
    private final Line line;
    private final OwnPaymentShares shares;

    BatchSplit(Batch batch, boolean named, Line line, OwnPaymentShares shares) {
        this.batch = batch;
        this.named = named;
        this.line = line;
        this.shares = shares;
    }

    /** The verdict, or {@code null} if the amount is not that of payments of the batch. */
    @Nullable
    Verdict verdict() {
        long missing = batch.sum() - line.size();
        if (missing == 0) {
            return of(batch.payments(), List.of());
        }
        Subsets<Announced> left =
                new Subsets<>(batch.payments(), named ? batch.payments().size() - 1 : MOST_MISSING, Announced::size);
        List<List<Announced>> ways = left.of(missing, 1);
        if (ways.isEmpty() || !named && batch.payments().size() - ways.get(0).size() < 2) {
            return null;
        }
        List<Evidence> against = new ArrayList<>();
        against.add(Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.BATCH_IN_PART));
        if (ways.size() > 1 || left.bounded()) {
            against.add(Evidence.of(Evidence.Speaks.AGAINST, ReasonCode.BATCH_OTHERS_FIT));
        }
        List<Announced> carriedOut = new ArrayList<>(batch.payments());
        carriedOut.removeAll(ways.get(0));
        return of(carriedOut, against);
    }

    private @Nullable Verdict of(List<Announced> payments, List<Evidence> doubts) {
        Map<String, Share> settles = new LinkedHashMap<>();
        int misfits = 0;
        for (Announced payment : payments) {
            List<Share> own = shares.of(payment, line);
            misfits += own.isEmpty() || !shares.add(own, settles) ? 1 : 0;
        }
        if (settles.isEmpty()) {
            return null;
        }
        List<Evidence> against = new ArrayList<>(doubts);
        if (misfits > 0) {
            against.add(Evidence.of(
                    Evidence.Speaks.AGAINST, ReasonCode.BATCH_PAYMENTS_DO_NOT_FIT, Arguments.count(misfits)));
        }
        return OwnPaymentWords.batch(
                batch, named, payments.size(), List.copyOf(settles.values()), against, confidence(against));
    }

    private double confidence(List<Evidence> against) {
        return switch (against.size()) {
            case 0 -> named ? WHOLE_NAMED : WHOLE;
            case 1 -> PART;
            default -> ONE_OF_SEVERAL_PARTS;
        };
    }
}
