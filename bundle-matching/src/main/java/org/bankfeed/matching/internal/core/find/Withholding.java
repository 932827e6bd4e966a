package org.bankfeed.matching.internal.core.find;

import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the shares that Belgian clients withhold from a contractor with debts, where the books say nothing of it: 35 %
 * for the social security (article 30bis), 15 % for the tax authority (article 402), or both, of the amount without tax.
 * Building works among businesses carry none; else the rates are 6, 12 and 21 %.
 */
public final class Withholding {

    private static final List<Integer> TAX_RATES = List.of(0, 6, 12, 21);

    private Withholding() {}

    /** Why so much may be missing from a payment, to the cent; {@code null} if no share comes to that. */
    public static @Nullable ReasonCode of(long open, long missing, String currency) {
        if (!"EUR".equals(currency)) {
            return null;
        }
        for (int rate : TAX_RATES) {
            if (missing == share(open, 35, rate)) {
                return ReasonCode.AS_WITHHELD_FOR_SOCIAL_DEBT;
            }
            if (missing == share(open, 15, rate)) {
                return ReasonCode.AS_WITHHELD_FOR_TAX_DEBT;
            }
            if (missing == share(open, 50, rate)) {
                return ReasonCode.AS_WITHHELD_FOR_BOTH_DEBTS;
            }
        }
        return null;
    }

    /** A share in percent of an amount without its tax, to the nearest cent. */
    private static long share(long withTax, int percent, int rate) {
        return Math.round((double) withTax * percent / (100 + rate));
    }
}
