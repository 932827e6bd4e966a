package org.bankfeed.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void refusesAFractionOfACent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("12.345", "EUR"))
                .withMessage("amount 12.345 has more than the 2 decimals of EUR");
    }

    @Test
    void takesTrailingZerosForWhatTheyAre() {
        assertThat(Money.of("12.500", "EUR")).isEqualTo(Money.of("12.5", "EUR"));
    }

    @Test
    void knowsThatTheYenHasNoDecimals() {
        assertThat(Money.of("1200", "JPY").decimal()).isEqualTo("1200");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("0.5", "JPY"));
    }

    @Test
    void refusesACurrencyThatNobodyKnowsAndOneWithoutDecimals() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "EUX"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "XAU"));
    }

    @Test
    void doesNotAddEurosToDollars() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")));
    }

    @Test
    void readsNoTextThatIsNotANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1,50", "EUR"));
    }
}
