package org.bankfeed.matching.internal.core;

import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.bankfeed.matching.internal.text.NumberForms;

/**
 * What each piece of evidence is worth, as natural logarithms of odds. They are added; an explanation stands against the
 * others and against "something that we do not see", which has the odds of {@link #UNSEEN}.
 */
public final class Weights {

    // ---- what the text says
    public static final double REFERENCE = 14;
    public static final double REPAIRED = 10;

    /** Of a reference so short that others of ours may lie as near. */
    public static final double REPAIRED_SHORT = 7;

    /** The same, where nothing says that the number is a reference at all. */
    public static final double REPAIRED_IN_TEXT = 5;

    /** What a number loses that is read with letters taken for digits. */
    public static final double LOOKALIKE = 1;

    /** From here on a mention counts as naming an item beyond doubt. */
    public static final double STRONG = 6.5;

    /** From here on a mention makes an item part of a set that the text names. */
    public static final double NAMED = 3;

    /** What the last three digits of a number say at least. */
    public static final double THREE_DIGITS = 2;

    /** What a number loses that is a date, or a part of one. */
    public static final double WITHIN_DATE = 5;

    /** What the end of a number loses that is announced as an order's or a file's. */
    public static final double OF_AN_ORDER = 3;

    /** Of a document in the middle of a range of numbers. */
    public static final double LISTED = 4;

    /** Of a document in a range both of whose ends are open and that comes out at the amount. */
    public static final double IN_RANGE = 6;

    private static final double[] NUMBER = {0, 0, 2, 4, 5.5, 7, 8.5, 10, 11};

    // ---- who pays
    public static final double ACCOUNT = 9.5;
    public static final double MANDATE = 9;
    public static final double LEARNED_NAME = 7;
    public static final double NAME_AT_MOST = 6.5;

    /** Of a party whose name stands in the text beside its document: somebody else pays for it, and says so. */
    public static final double NAME_IN_TEXT = 3;

    /** Of the only party whose name stands in a text that names no document. */
    public static final double ONLY_NAME_IN_TEXT = 5.3;

    /** The same, where the payer has a word of his name in common with that party: a parent, a spouse, a firm of one group. */
    public static final double RELATIVE_IN_TEXT = 6.6;

    public static final double OTHERS_ACCOUNT = -2;

    // ---- the amount
    public static final double EXACT = 6;
    public static final double DISCOUNT_TAKEN_LATE = 5;
    public static final double ROUNDING = 3;
    public static final double FEE = 3;

    /** A part of a document that was paid before in a part of the same amount: once, it may be chance. */
    public static final double INSTALMENT_AGAIN = 2.5;

    /** The same, twice or oftener. */
    public static final double INSTALMENT_PLAN = 5.5;

    /** For a name: nobody else in the books owes this amount. */
    public static final double ONLY_ITEM_OF_AMOUNT = 1;

    /** For a payer who is certain: no other set of his open documents comes out at this amount. */
    public static final double ONLY_SET = 1;

    /** The payer settled documents of the party with just this amount before, and this one asks for a little more. */
    public static final double USUAL_AMOUNT = 4.5;

    /** The text says that all is paid, and all comes out at the amount. */
    public static final double STATEMENT = 4;

    // ---- against
    public static final double UNSEEN = 8.5;
    public static final double UNNAMED_BESIDE_NAMED = -2.5;
    public static final double UNNAMED_CREDIT_BESIDE_NAMED = -1;
    public static final double OMITS_NAMED = -6;
    public static final double OMITS_SETTLED = -2;
    public static final double NOT_THE_OLDEST = -6;

    /** Of an amount that fits nothing, split on what is named by its whole number and what is named by an end of one. */
    public static final double END_BESIDE_WHOLE = -4;

    /** Of much more than is open: a sum that is meant for something else, or for more than one document. */
    public static final double FAR_OVER = -3.5;

    /** Of money of ours that comes out at nothing and goes to nobody whom we owe: expenses that quote a number. */
    public static final double TO_STRANGER = -4;

    /** Of an amount that fits nothing, where the text names a document that is not in the books, or says that it is a gift. */
    public static final double NAMES_NOTHING = -2;

    /** Of a part where the text says that the money is for something that is no part of the document. */
    public static final double OTHER_MONEY = -20;

    private Weights() {}

    /** What a document number that stands in a text says, by its length and how it is written. */
    public static double number(BankText text, int from, int to, int gaps) {
        int length = to - from;
        double weight = NUMBER[Math.min(length, NUMBER.length - 1)];
        if (length < 6 && gaps > 0) {
            weight -= 2;
        }
        String signs = length <= 8 ? text.compact(from, to) : "";
        if (length == 4 && isYear(signs)) {
            weight -= 3;
        }
        if (length == 8 && gaps == 0 && looksLikeDate(signs)) {
            weight -= 3;
        }
        return weight;
    }

    /** What a number says that stands in a text with its separators, as it is printed: it is no year and no two numbers. */
    public static double asPrinted(int length) {
        return NUMBER[Math.min(length, NUMBER.length - 1)];
    }

    /** Whether four signs are a year of ours or the next generation's: what lies further off is no year in a text. */
    private static boolean isYear(String signs) {
        return signs.startsWith("20") && signs.charAt(2) >= '0' && signs.charAt(2) <= '3';
    }

    private static boolean looksLikeDate(String digits) {
        for (int i = 0; i < 8; i++) {
            if (digits.charAt(i) > '9') {
                return false;
            }
        }
        int year = Integer.parseInt(digits.substring(0, 4));
        int month = Integer.parseInt(digits.substring(4, 6));
        int day = Integer.parseInt(digits.substring(6));
        return year >= 2000 && year < 2060 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** What a shortened number says. */
    public static double shortNumber(Run run, NumberForms.Serial serial) {
        int length = run.digits().length();
        if (serial == NumberForms.Serial.TAIL && length < 3 && !run.announced()) {
            return 0;
        }
        double weight = serial == NumberForms.Serial.WHOLE ? serial(run) : 1.2 * Math.min(length, 5) - 1.5;
        boolean year = length == 4 && isYear(run.digits());
        return Math.max(0, weight + (run.announced() ? 2 : 0) - (year ? 6 : 0));
    }

    /** What a whole serial says, zeros before it aside. */
    public static double serial(Run run) {
        return 1.8 * Math.min(run.digits().length(), 5);
    }

    /** What the end of a serial says that stands beside the year of its number. */
    public static double endOfSerial(Run run) {
        return 1.2 * Math.min(run.said().length(), 5);
    }
}
