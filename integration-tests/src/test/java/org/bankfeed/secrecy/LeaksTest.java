package org.bankfeed.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaksTest {

    private static final String SECRET = "Zm9yIGV4YW1wbGUgYSBzZWNyZXQgb2YgMzIgYnl0ZXM";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paid from BE68539007547034.",
                "paid from BE68 5390 0754 7034 EUR 12.00",
                "{\"account\":\"DE89370400440532013000\"}",
                "NL91ABNA0417164300"
            })
    void anIbanInFullIsFound(String text) {
        assertThat(Leaks.in(text))
                .hasSize(1)
                .allSatisfy(leak -> assertThat(leak).startsWith("a full IBAN").doesNotContain("7034"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paid from BE…7034",
                "BE68539007547035",
                "RF18539007547034",
                "request 00077F00000184847F0000011F4066E4422332700AA",
                "INVOICE NUMBER 2026"
            })
    void whatIsNoIbanIsLeftAlone(String text) {
        assertThat(Leaks.in(text)).isEmpty();
    }

    @Test
    void aTokenIsFoundWhereverItStands() {
        assertThat(Leaks.secretsIn("Authorization: Bearer " + SECRET + "." + SECRET))
                .hasSize(1);
        assertThat(Leaks.secretsIn("?code=" + SECRET + "." + SECRET + "&state=x"))
                .hasSize(1);
    }

    @Test
    void aPrivateKeyIsFound() {
        assertThat(Leaks.secretsIn("-----BEGIN PRIVATE KEY-----\nMIIE")).hasSize(1);
    }
}
