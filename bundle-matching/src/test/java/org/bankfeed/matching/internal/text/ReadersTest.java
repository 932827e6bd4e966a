package org.bankfeed.matching.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.PaymentReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {

    @ParameterizedTest
    @CsvSource({
        "+++010/8068/17183+++, 010806817183",
        "***090/9337/55493***, 090933755493",
        "202/4000/12363, 202400012363",
        "202400012363, 202400012363",
        "000000009797, 000000009797",
        "240283842818, 240283842818",
        "539007547034, 539007547034",
        "RF18 5390 0754 7034, RF18539007547034",
        "rf04inv2024000123, RF04INV2024000123",
        "RF61010806817183, RF61010806817183"
    })
    void provesReferencesThatAreRight(String text, String compact) {
        assertThat(PaymentReference.read(text)).map(PaymentReference::compact).contains(compact);
    }

    @ParameterizedTest
    @CsvSource({"000000009700", "202400012364", "202400021363", "RF17539007547034"})
    void refusesReferencesThatAreWrong(String text) {
        assertThat(PaymentReference.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BE68539007547034, true",
        "BE54000000009797, true",
        "NL91ABNA0417164300, true",
        "BE69539007547034, false"
    })
    void provesAccountNumbers(String iban, boolean valid) {
        assertThat(AccountReference.isIban(iban)).isEqualTo(valid);
    }

    @Test
    void takesCaseAccentsAndSignsAway() {
        assertThat(Fold.compact("Café de l'Été n° 12")).isEqualTo("CAFEDELETEN12");
        assertThat(Fold.compact("Straße Æble Łódź")).isEqualTo("STRASSEAEBLELODZ");
    }

    @Test
    void writesANumberInTheWaysPeopleDo() {
        assertThat(NumberForms.of("INV-2026-0521")).containsExactly("INV20260521", "20260521", "260521");
        assertThat(NumberForms.of("VF000521")).containsExactly("VF000521", "000521");
    }

    @ParameterizedTest
    @CsvSource({
        "00521, 521, WHOLE",
        "202600521, 521, WHOLE",
        "202600521, 21, NO",
        "25700068, 68, TAIL",
        "25700168, 68, NO",
        "123456, 3456, TAIL",
        "00521, 522, NO"
    })
    void knowsAShortenedSerial(String digits, String said, NumberForms.Serial serial) {
        assertThat(NumberForms.serial(digits, said)).isEqualTo(serial);
    }

    @ParameterizedTest
    @CsvSource({
        "2026/00521, 00521",
        "521/2026, 521",
        "FV-02599-26, 02599",
        "2026-26, 26",
        "2026-03-26, 26",
        "202600521, 202600521",
        "2026, 2026",
        "F-2026-03-012, 012",
        "FV/0240/06/2026/K, 0240",
        "FV 7/06/2026, 7",
        "521/06/26, 521",
        "FS-29/06/26, 29",
        "29/05/26, 26",
        "0123/2026/06, 0123",
        "F-2026-07-012, 012",
        "2026/06, 06",
        "114/07/2026, 07",
        "A12B, ''",
        "Q, ''"
    })
    void knowsWhichDigitsCount(String number, String digits) {
        assertThat(NumberParts.of(number, LocalDate.of(2026, 6, 3)).lastDigits())
                .isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "2O26, 2026",
        "20Z6S1, 202651",
        "O64, 064",
        "FACT12, FACT12",
        "12 B 4, 12B4",
        "329O, 3290",
        "NR 329O DD 2O, NR3290DD2O",
        "32O, 32O",
        "329 O, 329O",
        "329B, 329B",
        "S00005, S00005"
    })
    void readsLettersAmongDigitsAsDigits(String text, String read) {
        BankText undone = BankText.of("t", text).withoutLookalikes();

        assertThat(undone == null ? Fold.compact(text) : undone.compact()).isEqualTo(read);
    }

    @Test
    void leavesDatesOutOfTheNumbers() {
        List<BankText.Run> runs =
                BankText.of("t", "Factuur 521 van 05/01/2026 en 2026-01-07").runs();

        assertThat(runs).extracting(BankText.Run::digits).containsExactly("521");
        assertThat(runs.get(0).announced()).isTrue();
    }

    @Test
    void knowsWhereAWordMayBegin() {
        BankText text = BankText.of("t", "857239PERIOD 12");

        assertThat(text.border(6)).isTrue();
        assertThat(text.border(3)).isFalse();
        assertThat(text.quote(0, 6)).isEqualTo("857239");
    }

    @Test
    void takesANameApart() {
        NameWords name = NameWords.of("S.P.R.L. Imprimerie Lefèvre & Fils");

        assertThat(name.words()).containsExactly("IMPRIMERIE", "LEFEVRE", "FILS");
        assertThat(name.legalForm()).isEqualTo("SPRL");
        assertThat(NameWords.of("M. OU MME DUPONT").words()).containsExactly("DUPONT");
        assertThat(NameWords.withoutForeignLetters("Müller BV")).containsExactly("MLLER");
    }
}
