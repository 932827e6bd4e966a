package org.bankfeed.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.bankfeed.value.Money;
import org.bankfeed.words.WrongValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {

    @ParameterizedTest
    @CsvSource({
        "EUR, 0.30, 35.00, 100.00",
        "GBP, 0.30, 35.00, 100.00",
        "SEK, 3.00, 350.00, 1000.00",
        "HUF, 120.00, 14000.00, 40000.00",
        "JPY, 45, 5250, 15000",
        "KWD, 0.090, 10.500, 30.000"
    })
    void whatIsWrittenOffIsAboutTheSameInEachCurrency(String code, String difference, String fee, String most) {
        Currency currency = Currency.getInstance(code);

        assertThat(RuleContent.Tolerance.usual(currency))
                .isEqualTo(new RuleContent.Tolerance(currency, Money.of(difference, code), Money.of(fee, code)));
        assertThat(RuleContent.Tolerance.most(currency)).isEqualTo(Money.of(most, code));
    }

    @Test
    void aRuleForCrownsMayAllowMoreThanAHundredOfThem() {
        Currency crowns = Currency.getInstance("SEK");

        assertThat(new RuleContent.Tolerance(crowns, Money.of("5.00", "SEK"), Money.of("400.00", "SEK")).fee())
                .isEqualTo(Money.of("400.00", "SEK"));
        assertThatThrownBy(() -> new RuleContent.Tolerance(crowns, Money.of("0.00", "SEK"), Money.of("1000.01", "SEK")))
                .isInstanceOf(WrongValueException.class)
                .hasMessageContaining("1,000");
    }
}
