package org.bankfeed.matching.internal.core.find;

import org.bankfeed.matching.internal.core.Weights;

/** How an amount fits what is open. */
public enum Fit {
    EXACT(true, Weights.EXACT),
    /** The early-payment discount was taken in time, to the cent. */
    DISCOUNT(true, Weights.EXACT),
    /** The discount was taken after its last day: the rest stays open. */
    DISCOUNT_LATE(true, Weights.DISCOUNT_TAKEN_LATE),
    /** All but a part that is held back by contract or law, to the cent: the rest stays open. */
    HELD_BACK(true, Weights.EXACT),
    /** Several documents come out to the cent. */
    SET(true, Weights.EXACT),
    ROUNDING(false, Weights.ROUNDING),
    FEE(false, Weights.FEE),
    OVER(false, 0.5),
    PARTIAL(false, 0);

    final boolean exact;
    final double weight;

    Fit(boolean exact, double weight) {
        this.exact = exact;
        this.weight = weight;
    }

    public boolean exact() {
        return exact;
    }

    public double weight() {
        return weight;
    }

    /** Whether it settles what is open, less at most what may be written off. */
    public boolean comesOut() {
        return this != PARTIAL && this != OVER;
    }
}
