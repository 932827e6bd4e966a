package org.bankfeed.matching.internal.core.read;

import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.Digits;
import org.bankfeed.matching.internal.text.Fold;

/**
 * A document's number that stands in a text with one digit wrong, or two neighbours swapped. Of a longer list of numbers many
 * lie so near, so that it is only looked for where payer and amount say which document is meant.
 */
final class MistypedNumber {

    /** Numbers with fewer digits lie too near to anything. */
    private static final int FEWEST_DIGITS = 4;

    private MistypedNumber() {}

    /** @param orNext whether it may be the number of a document that comes soon after */
    static boolean standsIn(BankText text, Item item, boolean orNext) {
        String compact = Fold.compact(item.number());
        int first = 0;
        while (first < compact.length() && !Digits.isDigit(compact.charAt(first))) {
            first++;
        }
        String said = compact.substring(first);
        if (said.chars().filter(sign -> Digits.isDigit((char) sign)).count() < FEWEST_DIGITS) {
            return false;
        }
        for (int from = 0; from + said.length() <= text.length(); from++) {
            int to = from + said.length();
            boolean apart = !joined(text, from) && !joined(text, to);
            if (apart && isNear(text, from, said, orNext ? Integer.MAX_VALUE : lastOfSerial(said, item))) {
                return true;
            }
        }
        return false;
    }

    private static boolean joined(BankText text, int place) {
        return text.isDigit(place - 1) && text.isDigit(place) && !text.gapBefore(place);
    }

    /** @param last where the serial ends, of which a greater digit may be that of a document that comes soon after */
    private static boolean isNear(BankText text, int from, String number, int last) {
        int wrong = -1;
        for (int i = 0; i < number.length(); i++) {
            if (text.sign(from + i) == number.charAt(i)) {
                continue;
            }
            boolean swapped = wrong == i - 1
                    && wrong >= 0
                    && text.sign(from + i) == number.charAt(wrong)
                    && text.sign(from + wrong) == number.charAt(i);
            boolean firstWrong = wrong < 0 && text.isDigit(from + i) && Digits.isDigit(number.charAt(i));
            if (!firstWrong && !swapped) {
                return false;
            }
            wrong = swapped ? number.length() : i;
        }
        boolean mayBeNext = wrong == last && text.sign(from + last) > number.charAt(last);
        return wrong >= 0 && !mayBeNext;
    }

    /** Where the last digit of the serial stands in a number. */
    private static int lastOfSerial(String number, Item item) {
        String serial = item.lastDigits();
        return serial.isEmpty() ? number.length() - 1 : number.lastIndexOf(serial) + serial.length() - 1;
    }
}
