package org.bankfeed.matching.internal.core.book;

/**
 * What persons say of equal documents of which the oldest is overdue and another is due about now: whether the oldest was paid,
 * as the law imputes, or the other, as who forgot a month means it. Each company's customers have their way. It ranks the two; a
 * person decides all the same.
 */
public final class EqualOrder {

    private static final int OVERDUE = 20;
    private static final int ABOUT_NOW = 15;

    /** Where nobody said anything, three of four pay what is due about now. */
    private static final double BEFORE_DUE = 3.3;

    private static final double BEFORE_OLDEST = 1;

    private int due;
    private int oldest;

    /** How much less the oldest is probable than the one that is due about now, as a logarithm of odds. */
    public double dueRatherThanOldest() {
        return Math.log((BEFORE_DUE + due) / (BEFORE_OLDEST + oldest));
    }

    /** A person says that a line pays a document that is open yet. */
    void learn(Past past, Item paid) {
        boolean isOldest = paid.due < past.day - OVERDUE;
        boolean isDue = Math.abs(paid.due - past.day) <= ABOUT_NOW;
        if ((isOldest || isDue) && hasTwin(past, paid, isOldest)) {
            past.equalOrder = (byte) (isOldest ? -1 : 1);
            count(past.equalOrder, 1);
        }
    }

    /** It is not so. */
    void unlearn(Past past) {
        count(past.equalOrder, -1);
        past.equalOrder = 0;
    }

    private void count(int order, int change) {
        due += order > 0 ? change : 0;
        oldest += order < 0 ? change : 0;
    }

    /** Whether an equal one is due about now and none is older, or one is long due. */
    private static boolean hasTwin(Past past, Item paid, boolean isOldest) {
        OpenItems open = paid.party.open;
        boolean other = false;
        for (int i = 0; i < open.size(); i++) {
            boolean equal = open.amount(i) == paid.open && open.settledByMoneyIn(i) == paid.settledByMoneyIn();
            if (!equal || open.get(i) == paid) {
                continue;
            }
            int due = open.due(i);
            if (isOldest && due < paid.due) {
                return false;
            }
            other |= isOldest ? Math.abs(due - past.day) <= ABOUT_NOW : due < past.day - OVERDUE;
        }
        return other;
    }
}
