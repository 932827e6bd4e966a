package org.bankfeed.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bankfeed.simulator.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void readsEveryOption() throws Exception {
        Arguments arguments = Arguments.parse(List.of(
                "--port",
                "8443",
                "--state",
                "s",
                "--redirect-uri",
                "http://a/x",
                "--history",
                "h",
                "--redirect-uri",
                "https://b/?y=1",
                "--faults",
                "rough,lostResponse=0.5",
                "--seed",
                "7",
                "--live",
                "--sandbox",
                "--webhook-url",
                "http://localhost:1/hook"));

        assertThat(arguments.port()).isEqualTo(8443);
        assertThat(arguments.state()).isEqualTo(Path.of("s"));
        assertThat(arguments.history()).isEqualTo(Path.of("h"));
        assertThat(arguments.redirectUris()).containsExactly("http://a/x", "https://b/?y=1");
        assertThat(arguments.faults().seed()).isEqualTo(7);
        assertThat(arguments.faults().rate(Fault.LOST_RESPONSE)).isEqualTo(0.5);
        assertThat(arguments.faults().rate(Fault.LATE_LINE)).isPositive();
        assertThat(arguments.live()).isTrue();
        assertThat(arguments.sandbox()).isTrue();
        assertThat(arguments.webhookUrl()).isEqualTo(URI.create("http://localhost:1/hook"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--colour",
                "stray",
                "--port",
                "--port 65536",
                "--port -1",
                "--port many",
                "--faults",
                "--faults lostWeekend=0.1",
                "--faults lostResponse=2",
                "--seed many",
                "--webhook-url mailto:me",
                "--redirect-uri javascript:alert(1)",
                "--redirect-uri /relative",
                "--redirect-uri http://a/#fragment"
            })
    void refusesInOneSentence(String line) {
        assertThatThrownBy(() -> Arguments.parse(Arrays.asList(line.split(" "))))
                .isInstanceOf(Arguments.WrongArgumentException.class)
                .hasMessageEndingWith(".")
                .hasMessageContaining(line.split(" ")[0]);
    }
}
