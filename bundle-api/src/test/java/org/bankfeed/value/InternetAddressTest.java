package org.bankfeed.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InternetAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "81.82.83.84",
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.3.1",
                "203.0.114.1",
                "2a02:a03f::7",
                "2001:470::1",
                "::ffff:81.82.83.84"
            })
    void theWholeInternetKnowsIt(String text) {
        assertThat(InternetAddress.read(text)).get().matches(InternetAddress::isPublic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.9.9",
                "192.168.1.20",
                "127.0.0.1",
                "169.254.1.1",
                "100.64.0.1",
                "198.18.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.51.100.9",
                "203.0.113.27",
                "240.0.0.1",
                "2001:db8::7",
                "3fff:123::1",
                "64:ff9b::10.0.0.1",
                "2002:a00:1::1",
                "2001:0:1::1"
            })
    void onlyAHouseOrAMachineKnowsIt(String text) {
        assertThat(InternetAddress.read(text)).get().matches(address -> !address.isPublic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "example.org", "1.2.3", "1234", "abc", "300.1.1.1", "::g", "1.2.3.4:80", "[::1]"
            })
    void aNameOrNonsenseIsNoAddressAndNobodyIsAsked(String text) {
        assertThat(InternetAddress.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"81.82.83.84", "2a02:a03f:0:0:0:0:0:7"})
    void isWrittenAsItWasRead(String text) {
        assertThat(InternetAddress.read(text)).get().hasToString(text);
    }
}
