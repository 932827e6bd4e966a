package org.bankfeed.screens.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/** A text beside another one, with the words marked that the other one does not have in that place. */
public final class TextDifference {

    /** Texts of more words are marked whole. */
    private static final int MOST_WORDS = 400;

    private TextDifference() {}

    /**
     * The text in parts, account numbers masked. Where two different texts look the same once they are masked, all of it
     * is marked.
     *
     * @param text to be shown; {@code null} is shown as nothing
     * @param other what it is compared with
     */
    public static List<LineText.Part> of(@Nullable String text, @Nullable String other) {
        String mine = Masking.of(text);
        if (mine.isEmpty()) {
            return List.of();
        }
        boolean same = text != null && text.equals(other);
        List<LineText.Part> parts = same ? List.of(new LineText.Part(mine, false)) : marked(mine, Masking.of(other));
        boolean hidden = !same && parts.stream().noneMatch(LineText.Part::marked) && mine.equals(Masking.of(other));
        return hidden ? List.of(new LineText.Part(mine, true)) : parts;
    }

    private static List<LineText.Part> marked(String mine, String other) {
        String[] words = mine.split("(?<=\\s)(?=\\S)");
        String[] others = other.split("(?<=\\s)(?=\\S)");
        if (words.length > MOST_WORDS || others.length > MOST_WORDS) {
            return List.of(new LineText.Part(mine, true));
        }
        List<LineText.Part> parts = new ArrayList<>();
        int[][] common = common(words, others);
        int at = 0;
        int beside = 0;
        while (at < words.length) {
            boolean same = beside < others.length && words[at].strip().equals(others[beside].strip());
            if (!same && beside < others.length && common[at][beside + 1] >= common[at + 1][beside]) {
                beside++;
                continue;
            }
            add(parts, words[at], !same);
            at++;
            beside += same ? 1 : 0;
        }
        return parts;
    }

    /** How many words the rests of both have in common, in their order. */
    private static int[][] common(String[] words, String[] others) {
        int[][] common = new int[words.length + 1][others.length + 1];
        for (int i = words.length - 1; i >= 0; i--) {
            for (int j = others.length - 1; j >= 0; j--) {
                common[i][j] = words[i].strip().equals(others[j].strip())
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<LineText.Part> parts, String text, boolean marked) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).marked() == marked) {
            parts.set(last, new LineText.Part(parts.get(last).text() + text, marked));
        } else {
            parts.add(new LineText.Part(text, marked));
        }
    }
}
