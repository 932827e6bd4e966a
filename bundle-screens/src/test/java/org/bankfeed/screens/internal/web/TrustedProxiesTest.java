package org.bankfeed.screens.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.bankfeed.value.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TrustedProxiesTest {

    private static final TrustedProxies HOUSE =
            TrustedProxies.of(new String[] {"127.0.0.1, 10.0.0.0/8", "2001:db8:1::/48"}, "X-Forwarded-For", "");

    @Test
    void withoutATrustedProxyTheOtherEndIsTheVisitor() {
        assertThat(visitor(TrustedProxies.NONE, "81.82.83.84", "9.9.9.9")).isEqualTo("81.82.83.84");
        assertThat(visitor(TrustedProxies.NONE, "127.0.0.1", "9.9.9.9")).isEqualTo("127.0.0.1");
    }

    @Test
    void whoWorksInsideOurNetworkIsSeenUnderTheOfficesAddress() {
        TrustedProxies office = TrustedProxies.of(new String[] {}, "", "81.82.83.84");
        assertThat(office.seenFromOutside(address("192.168.1.4"))).isEqualTo(address("81.82.83.84"));
        assertThat(office.seenFromOutside(address("9.9.9.9"))).isEqualTo(address("9.9.9.9"));
    }

    @Test
    void anOfficeThatIsNotInTheInternetIsLeftOut() {
        TrustedProxies wrong = TrustedProxies.of(new String[] {}, "", "10.0.0.1");
        assertThat(wrong.seenFromOutside(address("192.168.1.4"))).isEqualTo(address("192.168.1.4"));
    }

    private static InternetAddress address(String text) {
        return InternetAddress.read(text).orElseThrow();
    }

    @Test
    void whoIsNoProxyOfOursIsNotBelieved() {
        assertThat(visitor(HOUSE, "81.82.83.84", "9.9.9.9")).isEqualTo("81.82.83.84");
    }

    @Test
    void theRightMostHopThatIsNoProxyOfOursCounts() {
        assertThat(visitor(HOUSE, "127.0.0.1", "81.82.83.84")).isEqualTo("81.82.83.84");
        assertThat(visitor(HOUSE, "127.0.0.1", "9.9.9.9, 81.82.83.84, 10.1.2.3"))
                .isEqualTo("81.82.83.84");
        assertThat(visitor(HOUSE, "127.0.0.1", "9.9.9.9", "81.82.83.84", "10.1.2.3, 10.9.9.9"))
                .isEqualTo("81.82.83.84");
        assertThat(visitor(HOUSE, "2001:db8:1::5", "2a02:a03f::7")).isEqualTo("2a02:a03f:0:0:0:0:0:7");
    }

    @Test
    void whatAVisitorWroteLeftOfItselfChangesNothing() {
        assertThat(visitor(HOUSE, "127.0.0.1", "8.8.8.8, 10.0.0.1, 81.82.83.84"))
                .isEqualTo("81.82.83.84");
        assertThat(visitor(HOUSE, "127.0.0.1", "8.8.8.8, 127.0.0.1, 192.168.1.4"))
                .isEqualTo("192.168.1.4");
    }

    @Test
    void aHopThatCannotBeReadTellsNothing() {
        assertThat(visitor(HOUSE, "127.0.0.1", "9.9.9.9, unknown")).isNull();
        assertThat(visitor(HOUSE, "127.0.0.1", "9.9.9.9, ")).isNull();
        assertThat(visitor(HOUSE, "127.0.0.1", "example.org")).isNull();
        assertThat(visitor(HOUSE, "127.0.0.1")).isNull();
        assertThat(visitor(HOUSE, "somewhere", "9.9.9.9")).isNull();
    }

    @Test
    void portsAndBracketsAreNoPartOfAnAddress() {
        assertThat(visitor(HOUSE, "127.0.0.1", "81.82.83.84:51234")).isEqualTo("81.82.83.84");
        assertThat(visitor(HOUSE, "127.0.0.1", "[2a02:a03f::7]:443")).isEqualTo("2a02:a03f:0:0:0:0:0:7");
        assertThat(visitor(HOUSE, "[0:0:0:0:0:0:0:1]", "9.9.9.9")).isEqualTo("0:0:0:0:0:0:0:1");
    }

    @Test
    void theStandardHeaderIsReadToo() {
        TrustedProxies standard = TrustedProxies.of(new String[] {"127.0.0.1"}, "Forwarded", "");
        assertThat(visitor(standard, "127.0.0.1", "for=9.9.9.9, For=\"[2a02:a03f::7]:4711\";proto=https;by=10.0.0.1"))
                .isEqualTo("2a02:a03f:0:0:0:0:0:7");
        assertThat(visitor(standard, "127.0.0.1", "for=_hidden")).isNull();
    }

    @Test
    void whatIsNoNetworkIsTrustedByNobody() {
        TrustedProxies wrong = TrustedProxies.of(
                new String[] {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "0.0.0.0/-1", "192.0.2.0/24"}, " ", "");
        assertThat(wrong.networks()).hasSize(1);
        assertThat(wrong.header()).isEqualTo("X-Forwarded-For");
        assertThat(visitor(wrong, "192.0.2.255", "81.82.83.84")).isEqualTo("81.82.83.84");
        assertThat(visitor(wrong, "192.0.3.1", "81.82.83.84")).isEqualTo("192.0.3.1");
    }

    private static @Nullable String visitor(TrustedProxies proxies, String peer, String... lines) {
        return proxies.visitor(peer, Collections.enumeration(List.of(lines)))
                .map(Object::toString)
                .orElse(null);
    }
}
