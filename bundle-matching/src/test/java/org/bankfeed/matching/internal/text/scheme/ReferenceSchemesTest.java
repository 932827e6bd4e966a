package org.bankfeed.matching.internal.text.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceSchemesTest {

    private static final Map<String, ReferenceScheme> SCHEMES = Map.ofEntries(
            Map.entry("Belgian", new BelgianReference()),
            Map.entry("Creditor", new CreditorReference()),
            Map.entry("Dutch", new DutchReference()),
            Map.entry("Finnish", new FinnishReference()),
            Map.entry("Estonian", new EstonianReference()),
            Map.entry("Swedish", new SwedishReference()),
            Map.entry("Norwegian", new NorwegianReference()),
            Map.entry("Danish", new DanishReference()),
            Map.entry("Swiss", new SwissReference()),
            Map.entry("Slovenian", new SlovenianReference()),
            Map.entry("Croatian", new CroatianReference()));

    @ParameterizedTest
    @CsvFileSource(resources = "vectors.csv", delimiter = ';')
    void readsTheVectors(String scheme, String text, @Nullable String compact) {
        ReferenceScheme rule = Objects.requireNonNull(SCHEMES.get(scheme), scheme);

        assertThat(rule.read(text).orElse(null)).isEqualTo(compact);
    }

    @ParameterizedTest
    @CsvSource({
        "+++010/8068/17183+++, 010806817183, 10806817183",
        "RF5520240001234, RF5520240001234, 20240001234",
        "+71<000020240001238+12345678<, 000020240001238, 20240001238",
        "21 00000 00003 13947 14300 09017, 210000000003139471430009017, 210000000003139471430009017",
        "SI12 20240001230, SI1220240001230, 20240001230",
        "HR01 2024-1232, HR0120241232, 20241232"
    })
    void knowsTheWaysInWhichPayersWriteAReference(String printed, String first, String last) {
        assertThat(ReferenceSchemes.forms(printed)).startsWith(first).endsWith(last);
    }

    @Test
    void looksUpAReferenceOfNoKnownRuleAsItStands() {
        assertThat(ReferenceSchemes.forms("KLANT-77/A 12")).containsExactly("KLANT77A12");
        assertThat(ReferenceSchemes.forms("12")).isEmpty();
    }
}
