package org.bankfeed.matching.internal.core.read;

import org.bankfeed.matching.internal.text.AdvanceWords;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BehalfWords;
import org.bankfeed.matching.internal.text.DeductionWords;
import org.bankfeed.matching.internal.text.DunningWords;
import org.bankfeed.matching.internal.text.OccasionWords;
import org.bankfeed.matching.internal.text.OtherMoneyWords;
import org.bankfeed.matching.internal.text.PartWords;
import org.bankfeed.matching.internal.text.ReturnWords;
import org.bankfeed.matching.internal.text.SetOffWords;

/** What the words of a text mean beside numbers and names: that the money is for something else, or somebody else. */
public record SaidWords(BankText text) {

    /** Whether the money is a gift, a loan, a dividend, for an occasion or the like, which pays no document. */
    public boolean sayOtherMoney() {
        return OtherMoneyWords.areIn(text) || sayOccasion();
    }

    /** Whether the money is for an evening, a raffle or the like, for which there is no invoice. */
    public boolean sayOccasion() {
        return OccasionWords.areIn(text);
    }

    /** Whether something is paid in advance, for which there may be no document yet. */
    public boolean sayAdvance() {
        return AdvanceWords.areIn(text);
    }

    /** Whether banks on the way kept charges. */
    public boolean sayCharges() {
        return DeductionWords.sayCharges(text);
    }

    /** Whether the payer kept a tax back that he pays for us. */
    public boolean sayTaxWithheld() {
        return DeductionWords.sayTax(text);
    }

    /** Whether an advance is paid on something new, for which there is no document whatever the text refers to. */
    public boolean sayNewAdvance() {
        return AdvanceWords.areOfSomethingNew(text);
    }

    /** Whether an advance is paid on an order, an offer or a booking. */
    public boolean sayAdvanceOnOrder() {
        return AdvanceWords.areOfAnOrder(text);
    }

    /** Whether interest or the costs of a reminder are paid. */
    public boolean sayDunning() {
        return DunningWords.areIn(text);
    }

    /** Whether a part of something is paid. */
    public boolean sayPart() {
        return PartWords.areIn(text);
    }

    /** Whether the payer set something of his own off. */
    public boolean saySetOff() {
        return SetOffWords.areIn(text);
    }

    /** Whether the payer may pay for somebody else. */
    public boolean maySayForWhom() {
        return BehalfWords.mayBeIn(text);
    }

    /** Whether a bill or a debit was not paid. */
    public boolean sayUnpaid() {
        return ReturnWords.sayUnpaid(text);
    }

    /** Whether money comes back, be it from a person. */
    public boolean sayBack() {
        return ReturnWords.sayBack(text);
    }
}
