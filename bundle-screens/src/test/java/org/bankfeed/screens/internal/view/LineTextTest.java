package org.bankfeed.screens.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bankfeed.matching.Span;
import org.junit.jupiter.api.Test;

class LineTextTest {

    @Test
    void findsAnExcerptInAnyCaseAndHoweverItIsSpaced() {
        assertThat(shown("FACT. 2026 - 115 dank", "fact.2026-115")).isEqualTo("[FACT. 2026 - 115] dank");
        assertThat(shown("+++155/1234/56789+++", "155/1234/56789")).isEqualTo("+++[155/1234/56789]+++");
    }

    @Test
    void prefersWhereItStandsAlone() {
        assertThat(shown("2115 and 115", "115")).isEqualTo("2115 and [115]");
        assertThat(shown("x2115y", "115")).isEqualTo("x2[115]y");
    }

    @Test
    void marksNothingThatIsNotThere() {
        assertThat(shown("hello", "bye")).isEqualTo("hello");
        assertThat(shown("hello", " ")).isEqualTo("hello");
        assertThat(shown("", "bye")).isEmpty();
    }

    @Test
    void aMaskedNumberMarksTheWholeOne() {
        assertThat(shown("BE71 0961 2345 6769", "BE…6769")).isEqualTo("[BE71 0961 2345 6769]");
        assertThat(shown("BE71 0961 2345 6769", "NL…6769")).isEqualTo("BE71 0961 2345 6769");
    }

    @Test
    void overlappingExcerptsAreOneMark() {
        assertThat(shown("invoice 2026-115", "invoice 2026", "2026-115")).isEqualTo("[invoice 2026-115]");
    }

    private static String shown(String text, String... excerpts) {
        StringBuilder shown = new StringBuilder();
        for (LineText.Part part : LineText.marked(text, List.of(), List.of(excerpts))) {
            shown.append(part.marked() ? "[" + part.text() + "]" : part.text());
        }
        return shown.toString();
    }

    @Test
    void marksTheVeryPlaceWhereItIsKnown() {
        assertThat(LineText.marked("115 and 115", List.of(new Span(8, 11)), List.of()))
                .containsExactly(new LineText.Part("115 and ", false), new LineText.Part("115", true));
    }
}
