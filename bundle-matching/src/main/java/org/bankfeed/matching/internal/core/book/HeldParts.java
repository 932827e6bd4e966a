package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.words.Argument;

/**
 * The parts of a document that its payer holds back by contract or law: he pays the document less one of them, or less
 * all. What is missing then is no fee and no rounding, and stays open.
 */
public final class HeldParts {

    static final HeldParts NONE = new HeldParts(List.of());

    private final List<Document.Held> parts;

    /** Each part, and all of them together. */
    private final long[] cuts;

    private final long total;

    private HeldParts(List<Document.Held> parts) {
        this.parts = parts;
        this.total = parts.stream().mapToLong(Document.Held::amount).sum();
        List<Long> sums =
                new ArrayList<>(parts.stream().map(Document.Held::amount).toList());
        if (!parts.isEmpty()) {
            sums.add(total);
        }
        this.cuts = sums.stream().mapToLong(Long::longValue).distinct().toArray();
    }

    static HeldParts of(List<Document.Held> parts) {
        return parts.isEmpty() ? NONE : new HeldParts(parts);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All that is held back. */
    long total() {
        return total;
    }

    /** What may be missing from a payment. */
    long[] cuts() {
        return cuts;
    }

    /** Whether what is missing from a payment is a part that may be held back, or all of them. */
    public boolean explain(long missing) {
        for (long cut : cuts) {
            if (cut == missing) {
                return true;
            }
        }
        return false;
    }

    /** So much of what is open is due beside what is held back; all of it once only held parts are open. */
    public long due(long open) {
        return open > total ? open - total : open;
    }

    /** Whether nothing but held parts is open. */
    public boolean areAll(long open) {
        return open <= total;
    }

    /** On what ground each part is held back that makes up what is missing. */
    public List<Evidence> grounds(long missing, String currency) {
        List<Document.Held> held = missing == total
                ? parts
                : parts.stream()
                        .filter(part -> part.amount() == missing)
                        .limit(1)
                        .toList();
        return held.stream().map(part -> evidence(part, currency)).toList();
    }

    private static Evidence evidence(Document.Held part, String currency) {
        Argument amount = Arguments.amount(part.amount(), currency);
        return switch (part.kind()) {
            case GUARANTEE ->
                part.due() == null
                        ? Evidence.of(Evidence.Speaks.FOR, ReasonCode.HELD_AS_GUARANTEE, amount)
                        : Evidence.of(
                                Evidence.Speaks.FOR,
                                ReasonCode.HELD_AS_GUARANTEE_UNTIL,
                                amount,
                                new Argument.Day(part.due()));
            case SOCIAL_DEBT -> Evidence.of(Evidence.Speaks.FOR, ReasonCode.HELD_FOR_SOCIAL_DEBT, amount);
            case TAX_DEBT -> Evidence.of(Evidence.Speaks.FOR, ReasonCode.HELD_FOR_TAX_DEBT, amount);
        };
    }
}
