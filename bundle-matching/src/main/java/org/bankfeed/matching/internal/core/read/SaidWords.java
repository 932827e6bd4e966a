package org.bankfeed.matching.internal.core.read;

import java.util.function.Predicate;
import org.bankfeed.matching.internal.text.AdvanceWords;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BehalfWords;
import org.bankfeed.matching.internal.text.DeductionWords;
import org.bankfeed.matching.internal.text.DunningWords;
import org.bankfeed.matching.internal.text.LessWords;
import org.bankfeed.matching.internal.text.OccasionWords;
import org.bankfeed.matching.internal.text.OtherMoneyWords;
import org.bankfeed.matching.internal.text.PartWords;
import org.bankfeed.matching.internal.text.ReturnWords;
import org.bankfeed.matching.internal.text.SetOffWords;
import org.bankfeed.matching.internal.text.StatementWords;

/**
 * What the words of a text mean beside numbers and names: that the money is for something else, or somebody else. The same is
 * asked of each explanation of a line, and looked for once.
 */
public final class SaidWords {

    private final BankText text;

    /** What was looked for so far, and what of it was found, a bit for each. */
    private int asked;

    private int found;

    SaidWords(BankText text) {
        this.text = text;
    }

    private enum Saying {
        OTHER_MONEY(text -> OtherMoneyWords.areIn(text) || OccasionWords.areIn(text)),
        OCCASION(OccasionWords::areIn),
        ADVANCE(AdvanceWords::areIn),
        CHARGES(DeductionWords::sayCharges),
        TAX(DeductionWords::sayTax),
        LESS(LessWords::areIn),
        NEW_ADVANCE(AdvanceWords::areOfSomethingNew),
        ADVANCE_ON_ORDER(AdvanceWords::areOfAnOrder),
        DUNNING(DunningWords::areIn),
        PART(PartWords::areIn),
        SET_OFF(SetOffWords::areIn),
        STATEMENT(StatementWords::areIn),
        FOR_WHOM(BehalfWords::mayBeIn),
        UNPAID(ReturnWords::sayUnpaid),
        BACK(ReturnWords::sayBack);

        private final Predicate<BankText> words;

        Saying(Predicate<BankText> words) {
            this.words = words;
        }
    }

    private boolean say(Saying what) {
        int bit = 1 << what.ordinal();
        if ((asked & bit) == 0) {
            asked |= bit;
            found |= what.words.test(text) ? bit : 0;
        }
        return (found & bit) != 0;
    }

    /** Whether the money is a gift, a loan, a dividend, for an occasion or the like, which pays no document. */
    public boolean sayOtherMoney() {
        return say(Saying.OTHER_MONEY);
    }

    /** Whether the money is for an evening, a raffle or the like, for which there is no invoice. */
    public boolean sayOccasion() {
        return say(Saying.OCCASION);
    }

    /** Whether something is paid in advance, for which there may be no document yet. */
    public boolean sayAdvance() {
        return say(Saying.ADVANCE);
    }

    /** Whether banks on the way kept charges. */
    public boolean sayCharges() {
        return say(Saying.CHARGES);
    }

    /** Whether the payer kept a tax back that he pays for us. */
    public boolean sayTaxWithheld() {
        return say(Saying.TAX);
    }

    /** Whether the payer keeps something back, and says so. */
    public boolean sayLess() {
        return say(Saying.LESS);
    }

    /** Whether an advance is paid on something new, for which there is no document whatever the text refers to. */
    public boolean sayNewAdvance() {
        return say(Saying.NEW_ADVANCE);
    }

    /** Whether an advance is paid on an order, an offer or a booking. */
    public boolean sayAdvanceOnOrder() {
        return say(Saying.ADVANCE_ON_ORDER);
    }

    /** Whether interest or the costs of a reminder are paid. */
    public boolean sayDunning() {
        return say(Saying.DUNNING);
    }

    /** Whether a part of something is paid. */
    public boolean sayPart() {
        return say(Saying.PART);
    }

    /** Whether the payer set something of his own off. */
    public boolean saySetOff() {
        return say(Saying.SET_OFF);
    }

    /** Whether a statement of account is paid. */
    public boolean sayStatement() {
        return say(Saying.STATEMENT);
    }

    /** Whether the payer may pay for somebody else. */
    public boolean maySayForWhom() {
        return say(Saying.FOR_WHOM);
    }

    /** Whether a bill or a debit was not paid. */
    public boolean sayUnpaid() {
        return say(Saying.UNPAID);
    }

    /** Whether money comes back, be it from a person. */
    public boolean sayBack() {
        return say(Saying.BACK);
    }
}
