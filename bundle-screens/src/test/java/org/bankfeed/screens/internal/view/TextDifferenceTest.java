package org.bankfeed.screens.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    @Test
    void marksTheWordsThatTheOtherOneDoesNotHave() {
        assertThat(marked("invoice 2026-7 thanks", "invoice 2026-8 thanks")).isEqualTo("invoice [2026-7 ]thanks");
        assertThat(marked("invoice 2026-7", "invoice 2026-7")).isEqualTo("invoice 2026-7");
        assertThat(marked("our invoice 2026-7", "invoice 2026-7")).isEqualTo("[our ]invoice 2026-7");
        assertThat(marked("a b c", "x y z")).isEqualTo("[a b c]");
    }

    @Test
    void whatTheOtherOneLacksAltogetherIsMarkedWhole() {
        assertThat(marked("hello", null)).isEqualTo("[hello]");
        assertThat(marked(null, "hello")).isEmpty();
    }

    @Test
    void numbersThatLookAlikeOnceMaskedAreStillTwo() {
        assertThat(marked("BE68539007547034", "BE68 5390 0754 7034")).isEqualTo("[BE…7034]");
        assertThat(marked("BE68539007547034", "BE68539007547034")).isEqualTo("BE…7034");
        assertThat(marked("from NL91ABNA0417164300", "from NL18RABO0123454300"))
                .contains("[")
                .doesNotContain("0417");
    }

    @Test
    void aVeryLongTextIsMarkedWhole() {
        String text = "word ".repeat(500);
        assertThat(TextDifference.of(text + "a", text + "b")).hasSize(1);
    }

    private static String marked(@Nullable String text, @Nullable String other) {
        return TextDifference.of(text, other).stream()
                .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}
