package org.bankfeed.matching.internal.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormShapesTest {

    private final FormShapes shapes = new FormShapes(FormIndex.LONGEST);

    @BeforeEach
    void knowsTwoForms() {
        shapes.add("20260118");
        shapes.add("RF45");
    }

    @Test
    void whatWasAddedIsPossible() {
        assertThat(shapes.mayBegin('2')).isTrue();
        assertThat(shapes.mayBe(8, '2', '8')).isTrue();
        assertThat(shapes.mayBe(4, 'R', '5')).isTrue();
        assertThat(shapes.longest()).isEqualTo(8);
    }

    @Test
    void whatBeginsOrEndsLikeNoFormOfItsLengthIsNot() {
        assertThat(shapes.mayBegin('B')).isFalse();
        assertThat(shapes.mayBe(8, '2', '9')).isFalse();
        assertThat(shapes.mayBe(8, '1', '8')).isFalse();
        assertThat(shapes.mayBe(4, '2', '8')).isFalse();
        assertThat(shapes.mayBe(9, '2', '8')).isFalse();
    }

    @Test
    void everySignHasABitOfItsOwn() {
        String signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for (char one : signs.toCharArray()) {
            FormShapes of = new FormShapes(1);
            of.add(String.valueOf(one));
            for (char other : signs.toCharArray()) {
                assertThat(of.mayBe(1, other, other)).isEqualTo(one == other);
            }
        }
    }
}
