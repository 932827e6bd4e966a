package org.bankfeed.matching.internal.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByIdTest {

    private final ById<String> kept = new ById<>(text -> text.substring(0, text.indexOf(' ')));

    @Test
    void whatIsKeptIsFoundByItsIdHoweverMuchCame() {
        IntStream.range(0, 10_000).forEach(i -> kept.add("T" + i + " line"));
        assertThat(kept.size()).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(kept.get("T" + i)).isEqualTo("T" + i + " line");
            assertThat(kept.at(i)).isEqualTo("T" + i + " line");
        }
        assertThat(kept.get("T10000")).isNull();
    }

    @Test
    void idsOfOneHashAreToldApart() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        kept.add("Aa first");
        assertThat(kept.get("BB")).isNull();
        kept.add("BB second");
        assertThat(kept.get("Aa")).isEqualTo("Aa first");
        assertThat(kept.get("BB")).isEqualTo("BB second");
    }

    @Test
    void allAreGivenInTheOrderInWhichTheyCame() {
        kept.add("B x");
        kept.add("A x");
        assertThat(kept.all()).containsExactly("B x", "A x");
    }
}
