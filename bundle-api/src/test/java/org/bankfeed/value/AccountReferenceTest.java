package org.bankfeed.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BE68 5390 0754 7034",
                "be54000000009797",
                "NL91ABNA0417164300",
                "IBAN DE89 3704 0044 0532 0130 00"
            })
    void knowsAnIbanHoweverItIsWritten(String text) {
        assertThat(AccountReference.of(text).type()).isEqualTo(AccountReference.Type.IBAN);
    }

    @Test
    void doesNotTakeAWrongCheckForAnIban() {
        assertThat(AccountReference.of("BE69539007547034").type()).isEqualTo(AccountReference.Type.OTHER);
        assertThatIllegalArgumentException().isThrownBy(() -> AccountReference.iban("BE69539007547034"));
    }

    @Test
    void showsOnlyTheEndsOfItself() {
        assertThat(AccountReference.iban("BE68539007547034")).hasToString("BE…7034");
    }

    @Test
    void theMessageAboutAWrongNumberDoesNotRepeatIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountReference.iban("BE69539007547034"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("539007547034"));
    }
}
