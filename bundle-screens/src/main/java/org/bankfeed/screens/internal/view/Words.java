package org.bankfeed.screens.internal.view;

import java.util.Locale;
import org.bankfeed.value.Masking;
import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;

/** How counts and sentences are put together. */
public final class Words {

    private Words() {}

    /** {@code 1,204}. */
    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** {@code 1 line}, {@code 1,204 lines}. */
    public static String counted(long number, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? noun : noun + "s");
    }

    /** What a service says, for a page: begins with a capital, ends with a full stop, names no account number in full. */
    public static String sentence(String said) {
        String plain = Masking.of(said);
        String ended = plain.isEmpty() || plain.matches("(?s).*[.!?]") ? plain : plain + ".";
        return ended.isEmpty() ? ended : ended.substring(0, 1).toUpperCase(Locale.ROOT) + ended.substring(1);
    }

    /** What a service says that refuses something. */
    public static Sentence said(Exception refusal) {
        return refusal instanceof Explained explained
                ? explained.sentence()
                : Sentence.quoted(String.valueOf(refusal.getMessage()));
    }
}
