package org.bankfeed.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "+++010/8068/17183+++, 010806817183",
        "***090/9337/55493***, 090933755493",
        "202/4000/12363, 202400012363",
        "202400012363, 202400012363",
        "000000009797, 000000009797",
        "240283842818, 240283842818",
        "RF18 5390 0754 7034, RF18539007547034",
        "rf04inv2024000123, RF04INV2024000123",
        "RF61010806817183, RF61010806817183",
    })
    void readsAReferenceHoweverItIsSeparated(String text, String compact) {
        assertThat(PaymentReference.read(text))
                .hasValueSatisfying(r -> assertThat(r.compact()).isEqualTo(compact));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000009700",
                "202400012364",
                "202400021363",
                "RF17539007547034",
                "",
                "12345",
                "RF",
                "factuur 12"
            })
    void takesNothingWhoseCheckDigitsFail(String text) {
        assertThat(PaymentReference.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++010/8068/17184+++",
                " ***010/8068/17184*** ",
                "010/8068/17184",
                "+++12+++",
                "RF19 5390 0754 7034",
                "rf19539007547034"
            })
    void whatIsWrittenAsAReferenceAndDoesNotFitIsMistyped(String text) {
        assertThat(PaymentReference.isMistyped(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++010/8068/17183+++",
                "RF18 5390 0754 7034",
                "202400012364",
                "+71<000020240001238+12345678<",
                "SI12 20240001230",
                "2024000103-",
                "RFQ-2026-1",
                "your order 4711",
                ""
            })
    void whatFitsOrIsWrittenOtherwiseIsNotMistyped(String text) {
        assertThat(PaymentReference.isMistyped(text)).isFalse();
    }

    @Test
    void printsABelgianReferenceAsPeopleKnowIt() {
        assertThat(new PaymentReference(PaymentReference.Scheme.BELGIAN, "010806817183").printed())
                .isEqualTo("+++010/8068/17183+++");
    }

    @Test
    void printsAnRfReferenceInGroupsOfFour() {
        assertThat(new PaymentReference(PaymentReference.Scheme.ISO_11649, "RF18539007547034").printed())
                .isEqualTo("RF18 5390 0754 7034");
    }

    @Test
    void cannotBeMadeOfWrongDigits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentReference(PaymentReference.Scheme.BELGIAN, "010806817184"));
    }
}
