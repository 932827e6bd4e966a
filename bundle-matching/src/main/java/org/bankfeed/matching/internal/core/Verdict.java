package org.bankfeed.matching.internal.core;

import java.util.List;
import org.bankfeed.matching.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What the core says of a line.
 *
 * @param kind what to do
 * @param shares what it settles; empty unless booked or suggested
 * @param confidence of the shares, or of there being none, 0 to 1
 * @param evidence why, weightiest first, and what spoke against
 * @param alternatives other explanations, most probable first, at most three
 * @param settled the settled document that the line speaks of, or {@code null}
 * @param rule the company's rule that settled the line, or {@code null}
 * @param givesBack the earlier line whose money goes back with this one that settles nothing, or {@code null}
 */
public record Verdict(
        Kind kind,
        List<Share> shares,
        double confidence,
        List<Evidence> evidence,
        List<Explained> alternatives,
        @Nullable String settled,
        @Nullable String rule,
        @Nullable String givesBack) {

    public Verdict {
        shares = List.copyOf(shares);
        evidence = List.copyOf(evidence);
        alternatives = List.copyOf(alternatives);
    }

    /** What no rule settled. */
    public Verdict(
            Kind kind,
            List<Share> shares,
            double confidence,
            List<Evidence> evidence,
            List<Explained> alternatives,
            @Nullable String settled) {
        this(kind, shares, confidence, evidence, alternatives, settled, null, null);
    }

    /** What to do with a line. */
    public enum Kind {
        /** Book it: one explanation without a rival. */
        BOOK,
        /** Lay it before a person. */
        SUGGEST,
        /** Leave it: nothing in the book explains it well enough. */
        OPEN,
        /** It is no payment of an invoice, or of one that was booked already. */
        NO_PAYMENT
    }

    /** Another explanation. */
    public record Explained(List<Share> shares, double confidence, List<Evidence> evidence) {
        public Explained {
            shares = List.copyOf(shares);
            evidence = List.copyOf(evidence);
        }
    }
}
