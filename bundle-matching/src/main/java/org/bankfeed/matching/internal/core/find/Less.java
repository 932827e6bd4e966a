package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.words.Argument;

/** What each document of a set is paid less; makes the explanation of a set that comes out even so. */
enum Less {
    NOTHING(ReasonCode.AMOUNT_IS_SUM, ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT),
    /** The same, where what is kept back is no credit note but what the other side is owed. */
    SET_OFF(ReasonCode.AMOUNT_IS_SUM, ReasonCode.AMOUNT_IS_SUM_LESS_SET_OFF),
    /** The early-payment discount, where it may be taken: written off. */
    DISCOUNT(ReasonCode.AMOUNT_IS_SUM_LESS_DISCOUNT, ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT_AND_DISCOUNT),
    /** What is held back by contract or law: stays open. */
    HELD_BACK(ReasonCode.AMOUNT_IS_SUM_LESS_HELD_BACK, ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT_AND_HELD_BACK);

    private final ReasonCode alone;
    private final ReasonCode withCredit;

    Less(ReasonCode alone, ReasonCode withCredit) {
        this.alone = alone;
        this.withCredit = withCredit;
    }

    /**
     * How a line pays a set.
     *
     * @param pays what it settles
     * @param nets what is kept back from it, all of what is open of each
     * @param bounded whether the search for it has not seen everything
     */
    Explanation explain(List<Item> pays, List<Item> nets, Line line, boolean bounded) {
        int day = (int) line.day().toEpochDay();
        List<Share> shares = new ArrayList<>(pays.size() + nets.size());
        pays.forEach(item -> shares.add(share(item, day)));
        nets.forEach(item -> shares.add(Share.of(item.id(), item.open())));
        Explanation set = new Explanation(Items.joined(pays, nets), shares, Fit.SET);
        set.weighs(Fit.SET.weight);
        sayOf(set, pays, nets.size(), line.currency());
        if (bounded) {
            set.doubt(ReasonCode.SETS_NOT_ALL_SEEN);
        }
        return set;
    }

    private Share share(Item item, int day) {
        return switch (this) {
            case NOTHING, SET_OFF -> Share.of(item.id(), item.open());
            case DISCOUNT -> {
                long paid = item.discounted(day);
                yield paid >= 0 ? new Share(item.id(), paid, item.discount(), null) : Share.of(item.id(), item.open());
            }
            case HELD_BACK -> Share.of(item.id(), item.held().due(item.open()));
        };
    }

    private void sayOf(Explanation set, List<Item> pays, int netted, String currency) {
        int paid = pays.size();
        long held = this == HELD_BACK ? Items.open(pays) - Items.due(pays) : 0;
        set.speaksFor(netted == 0 ? alone : withCredit, "amount", () -> {
            List<Argument> arguments = new ArrayList<>(List.of(Arguments.count(paid)));
            if (netted > 0) {
                arguments.add(Arguments.count(netted));
            }
            if (held > 0) {
                arguments.add(Arguments.amount(held, currency));
            }
            return arguments;
        });
    }
}
