package org.bankfeed.matching.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares that a text tells in hundredths: "deposit 30%", "V20241878 95%", "min 5% waarborg". */
public final class Percentages {

    private static final Pattern SHARE = Pattern.compile("(?<![\\d.,])(\\d{1,2})(?:[.,](\\d))? ?%");

    private Percentages() {}

    /** Whether a text tells the share of a whole that an amount is, or that it is all but; both to the cent. */
    public static boolean tell(String text, long amount, long whole) {
        if (text.indexOf('%') < 0) {
            return false;
        }
        for (Matcher share = SHARE.matcher(text); share.find(); ) {
            long thousandths =
                    Long.parseLong(share.group(1)) * 10 + (share.group(2) == null ? 0 : Long.parseLong(share.group(2)));
            if (isShare(amount, whole, thousandths) || isShare(whole - amount, whole, thousandths)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShare(long amount, long whole, long thousandths) {
        return Math.abs(amount * 1000 - whole * thousandths) <= 1000 && thousandths > 0;
    }
}
