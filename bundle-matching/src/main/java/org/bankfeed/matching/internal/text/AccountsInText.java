package org.bankfeed.matching.internal.text;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/** Account numbers that stand in a text, whole or in groups of four as banks print them. Costs one look at each sign. */
public final class AccountsInText {

    /** How long the numbers of a country are: what follows in a text may look like one more group. */
    private static final String LENGTHS = "AD24AT20BE16BG22CH21CY28CZ24DE22DK18EE20ES24FI18FR27GB22GI23GR27HR21HU28IE22"
            + "IS26IT27LI21LT20LU20LV21MC27MT31NL18NO15PL28PT25RO24SE24SI19SK24SM27VA22";

    private static final int OF_A_COUNTRY = 4;

    private AccountsInText() {}

    /** One of them. */
    record Place(int from, int to, String number) {}

    /** The only one that is not our own, or empty if there is none, or several. */
    public static String onlyOther(String text, String own) {
        String only = "";
        for (Place place : in(text)) {
            String number = place.number();
            if (number.equals(Fold.compact(own)) || number.equals(only)) {
                continue;
            }
            if (!only.isEmpty()) {
                return "";
            }
            only = number;
        }
        return only;
    }

    /** All whose check digits are right. */
    static List<Place> in(String text) {
        List<Place> places = new ArrayList<>(0);
        for (int from = 0; from + OF_A_COUNTRY <= text.length(); from++) {
            if (!begins(text, from)) {
                continue;
            }
            Place place = read(text, from);
            if (place != null && AccountReference.isIban(place.number())) {
                places.add(place);
                from = place.to() - 1;
            }
        }
        return places;
    }

    private static boolean begins(String text, int at) {
        return isCapital(text.charAt(at))
                && isCapital(text.charAt(at + 1))
                && Digits.isDigit(text.charAt(at + 2))
                && Digits.isDigit(text.charAt(at + 3))
                && (at == 0 || !isSign(text.charAt(at - 1)));
    }

    /** As many signs as a number of that country has, at most one blank between two; {@code null} if there are fewer. */
    private static @Nullable Place read(String text, int from) {
        int length = length(text, from);
        if (length == 0) {
            return null;
        }
        StringBuilder number = new StringBuilder();
        for (int at = from; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (isSign(sign)) {
                number.append(sign);
            } else if (sign != ' ' || text.charAt(at - 1) == ' ') {
                return null;
            }
            if (number.length() == length) {
                boolean ends = at + 1 == text.length() || !isSign(text.charAt(at + 1));
                return ends ? new Place(from, at + 1, number.toString()) : null;
            }
        }
        return null;
    }

    private static int length(String text, int from) {
        for (int i = 0; i < LENGTHS.length(); i += OF_A_COUNTRY) {
            if (LENGTHS.startsWith(text.substring(from, from + 2), i)) {
                return Integer.parseInt(LENGTHS.substring(i + 2, i + OF_A_COUNTRY));
            }
        }
        // of no country whose numbers are known here
        return 0;
    }

    private static boolean isSign(char sign) {
        return isCapital(sign) || Digits.isDigit(sign);
    }

    private static boolean isCapital(char sign) {
        return sign >= 'A' && sign <= 'Z';
    }
}
