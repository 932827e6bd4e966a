package org.bankfeed.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Against examples that were published elsewhere. */
class CheckDigitsTest {

    @Test
    void aBelgianReferenceEndsInTheRemainder() {
        assertThat(CheckDigits.belgian("0108068171")).isEqualTo("+++010/8068/17183+++");
        assertThat(CheckDigits.belgian("0000000097")).isEqualTo("+++000/0000/09797+++");
    }

    @Test
    void aCreditorReferenceBeginsWithItsCheck() {
        assertThat(CheckDigits.creditorReference("539007547034")).isEqualTo("RF18539007547034");
    }

    @Test
    void aBelgianAccountNumberHasTwoChecks() {
        assertThat(CheckDigits.belgianIban("5390075470")).isEqualTo("BE68539007547034");
    }

    @Test
    void easterMovesTheHolidays() {
        assertThat(BankCalendar.isBankDay(LocalDate.of(2026, 4, 3))).isFalse();
        assertThat(BankCalendar.isBankDay(LocalDate.of(2026, 4, 6))).isFalse();
        assertThat(BankCalendar.isBankDay(LocalDate.of(2026, 4, 7))).isTrue();
        assertThat(BankCalendar.isBankDay(LocalDate.of(2027, 3, 29))).isFalse();
    }
}
