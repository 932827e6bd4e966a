package org.bankfeed.journal.internal.table;

import java.nio.charset.StandardCharsets;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Fits texts of others into the database. */
public final class Texts {

    private Texts() {}

    /** Without what no UTF-8 column keeps: NUL vanishes, half a surrogate pair becomes a question mark. */
    public static String clean(String text) {
        if (!isOdd(text)) {
            return text;
        }
        byte[] utf8 = text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static boolean isOdd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** Clean, and at most so many characters. */
    public static String clip(String text, int length) {
        String clean = clean(text);
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
    }

    public static @Nullable String clipOrNull(@Nullable String text, int length) {
        return text == null ? null : clip(text, length);
    }

    /** What is said, for a column of so many characters. */
    public static String kept(Sentence said, int most) {
        return clean(said.kept(most, SentenceCode.class, FaultCode.class));
    }

    public static @Nullable String keptOrNull(@Nullable Sentence said, int most) {
        return said == null ? null : kept(said, most);
    }

    /** What was kept; a quotation if it was stored before sentences had codes. */
    public static Sentence sentence(String kept) {
        return Sentence.ofKept(kept, SentenceCode.class, FaultCode.class);
    }

    public static @Nullable Sentence sentenceOrNull(@Nullable String kept) {
        return kept == null ? null : sentence(kept);
    }
}
