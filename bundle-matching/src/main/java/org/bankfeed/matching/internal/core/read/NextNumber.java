package org.bankfeed.matching.internal.core.read;

import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.Digits;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.WordsBefore;

/**
 * The number of a document that comes soon after one of ours, as the books may get it yet: the same signs but for a serial
 * that is a little greater, as 96/A is next to 95/A.
 */
final class NextNumber {

    /** So many later at most, where what lies further off is rather one sign mistyped. */
    static final int NEXT = 3;

    /** The same of what would only be one of ours after a repair. */
    static final int SOON = 9;

    /** Fewer signs than these say nothing of whose number it is. */
    private static final int SHORTEST = 4;

    /** No serial has more digits that move. */
    private static final int LONGEST_SERIAL = 9;

    private NextNumber() {}

    /** @param within how many later it may be */
    static boolean standsIn(BankText text, Item item, int within) {
        if (!text.hasDigits()) {
            return false;
        }
        String serial = item.lastDigits();
        String number = Fold.compact(item.number());
        int at = number.lastIndexOf(serial);
        if (serial.isEmpty() || serial.length() > LONGEST_SERIAL || at < 0 || isShort(number)) {
            return false;
        }
        for (int from = 0; from + number.length() <= text.length() + 1; from++) {
            if (text.border(from)
                    && startsWith(text, from, number, 0, at)
                    && follows(text, from + at, number, at, serial, within)
                    && !WordsBefore.isOfNoDocument(text, from)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number is too short, and bears no letter that makes it known. */
    private static boolean isShort(String number) {
        return number.length() < SHORTEST && number.chars().allMatch(sign -> Digits.isDigit((char) sign));
    }

    /** Whether a greater serial stands at a place, and behind it what stands behind ours. */
    private static boolean follows(BankText text, int from, String number, int at, String serial, int within) {
        int rest = at + serial.length();
        for (int length = serial.length(); length <= serial.length() + 1; length++) {
            int end = from + length;
            int to = end + number.length() - rest;
            boolean whole =
                    to <= text.length() && text.border(to) && startsWith(text, end, number, rest, number.length());
            if (whole && isSoonAfter(text, from, end, serial, within)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSoonAfter(BankText text, int from, int to, String serial, int within) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!text.isDigit(i) || text.gapBefore(i) && i > from) {
                return false;
            }
            value = value * 10 + text.sign(i) - '0';
        }
        int own = Integer.parseInt(serial);
        return value > own && value - own <= within;
    }

    private static boolean startsWith(BankText text, int place, String number, int from, int to) {
        for (int i = from; i < to; i++) {
            int at = place + i - from;
            if (at >= text.length() || text.sign(at) != number.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
