package org.bankfeed.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BE68539007547034|BE…7034",
                "Van BE68 5390 0754 7034 voor factuur|Van BE…7034 voor factuur",
                "BE68 5390 0754 7034 VAN JAN|BE…7034 VAN JAN",
                "be68 5390 0754 7034|BE…7034",
                "BE68-5390-0754-7034|BE…7034",
                "BE68.5390.0754.7034|BE…7034",
                "IBAN:BE68539007547034/BIC KREDBEBB|IBAN:BE…7034/BIC KREDBEBB",
                "IBANBE68539007547034|IBANBE…7034",
                "BE68539007547034EUR|BE…7034EUR",
                "NL91ABNA0417164300, DE89370400440532013000.|NL…4300, DE…3000.",
                "FR14 2004 1010 0505 0001 3M02 606|FR…2606",
                "MT84MALT011000012345MTLCAST001S|MT…001S",
            })
    void everyIbanIsMaskedHoweverItIsWritten(String text, String masked) {
        assertThat(Masking.of(text)).isEqualTo(masked);
    }

    @Test
    void aNumberThatABankBrokeOverTwoLinesIsOneNumber() {
        assertThat(Masking.of("BE68 5390\r\n0754\u00a07034 x")).isEqualTo("BE…7034 x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RF18 5390 0754 7034",
                "+++010/8068/17183+++",
                "BE68 5390 0754 7035",
                "order AB12 3456 7890 1234",
                "be68c1f0-0754-4034-9abc-000000000000",
                "BE68",
                "",
            })
    void whatIsNoIbanStays(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }

    @Test
    void nothingIsNothing() {
        assertThat(Masking.of(null)).isEmpty();
    }
}
