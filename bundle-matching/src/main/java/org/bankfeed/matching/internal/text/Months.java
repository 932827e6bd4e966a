package org.bankfeed.matching.internal.text;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months that a text names, in words of the languages around us or before a year: "huur maart", "loyer 03/2026". */
public final class Months {

    private static final String[] LANGUAGES = {
        "nl", "fr", "de", "de-AT", "en", "it", "es", "pt", "ca", "pl", "cs", "fi", "sv", "da", "nb"
    };

    /** Of these the short names are read too; of others they are words ("set", "out", "pro"). */
    private static final Set<String> SHORTENED = Set.of("nl", "fr", "de", "de-AT", "en", "sv", "da", "nb");

    private static final Map<String, Month> NAMES = names();

    /** A first name, unless a year follows or nothing. */
    private static final String JAN = "JAN";

    private static final Pattern BEFORE_YEAR =
            Pattern.compile("(?<![\\d/.-])(0?[1-9]|1[0-2])[/.-]20\\d\\d(?![\\d/-]|\\.\\d)");

    /** The month has two digits, the year is one of ours: 03-26. */
    private static final Pattern BEFORE_SHORT_YEAR =
            Pattern.compile("(?<![\\d/.-])(0[1-9]|1[0-2])[/.-]2\\d(?![\\d/-]|\\.\\d)");

    private Months() {}

    private static Map<String, Month> names() {
        Map<String, Month> names = new HashMap<>();
        for (String language : LANGUAGES) {
            for (Month month : Month.values()) {
                // in some languages a month has another form after a day: 1 stycznia, but styczeń
                for (TextStyle form : styles(language)) {
                    names.put(Fold.compact(month.getDisplayName(form, Locale.forLanguageTag(language))), month);
                }
            }
        }
        return names;
    }

    private static List<TextStyle> styles(String language) {
        return SHORTENED.contains(language)
                ? List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)
                : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE);
    }

    /** The one month that a text names, or 0 if it names none or several. */
    public static int of(String text) {
        Set<Integer> months = new HashSet<>(2);
        words(text, months);
        if (mayHaveFigures(text)) {
            figures(BEFORE_YEAR.matcher(text), months);
            figures(BEFORE_SHORT_YEAR.matcher(text), months);
        }
        return months.size() == 1 ? months.iterator().next() : 0;
    }

    /** Most texts have none, and no pattern has to look. */
    private static boolean mayHaveFigures(String text) {
        return text.indexOf('/') > 0 || text.indexOf('-') > 0 || text.indexOf('.') > 0;
    }

    private static void figures(Matcher figures, Set<Integer> months) {
        while (figures.find()) {
            months.add(Integer.parseInt(figures.group(1)));
        }
    }

    private static void words(String text, Set<Integer> months) {
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && begin < 0) {
                begin = i;
            } else if (!letter && begin >= 0) {
                String word = i - begin < 3 ? "" : Fold.compact(text.substring(begin, i));
                Month month = NAMES.get(word);
                if (month != null && !(word.equals(JAN) && isFollowedByAWord(text, i))) {
                    months.add(month.getValue());
                }
                begin = -1;
            }
        }
    }

    private static boolean isFollowedByAWord(String text, int end) {
        int next = end;
        while (next < text.length() && !Character.isLetterOrDigit(text.charAt(next))) {
            next++;
        }
        return next < text.length() && Character.isLetter(text.charAt(next));
    }
}
