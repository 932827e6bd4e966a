package org.bankfeed.matching.internal.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingsTest {

    /** @param may whether the number may end in what is said, as far as two digits tell */
    @ParameterizedTest
    @CsvSource({
        "00521, 521, true",
        "00521, 21, true",
        "00521, 31, false",
        "00521, 1, true",
        "00521, 2, false",
        "00599, 99, true",
        "00599, 49, false",
        "00550, 50, true",
        "7, 7, true",
        "7, 17, false",
        "70, 0, true",
        "'', 0, false"
    })
    void tellsWhatANumberMayEndIn(String number, String said, boolean may) {
        Endings endings = new Endings();
        assertThat(endings.isEmpty()).isTrue();

        endings.add(said);

        assertThat(endings.isEmpty()).isFalse();
        assertThat(endings.hold(Endings.of(number))).isEqualTo(may);
    }
}
