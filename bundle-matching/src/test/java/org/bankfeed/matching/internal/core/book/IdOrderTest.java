package org.bankfeed.matching.internal.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdOrderTest {

    private static final List<String> IDS = List.of(
            "",
            "\0",
            "A",
            "A\0",
            "A1",
            "A10",
            "A2",
            "INV-0001",
            "INV-00012",
            "INV-0002",
            "a",
            "é1",
            "ÿ",
            "ÿz",
            "\u0100",
            "\u0100a",
            "\u4e00",
            "zzzzzzzzz");

    @Test
    void whereTheNumbersDifferTheyAreOrderedAsTheIds() {
        for (String a : IDS) {
            for (String b : IDS) {
                int order = Long.compareUnsigned(IdOrder.of(a), IdOrder.of(b));
                assertThat(order == 0 || Integer.signum(order) == Integer.signum(a.compareTo(b)))
                        .as("%s beside %s", a, b)
                        .isTrue();
            }
        }
    }

    @Test
    void shortIdsDiffer() {
        assertThat(IdOrder.of("C1234567")).isNotEqualTo(IdOrder.of("C1234568"));
    }
}
