package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LongAnswerTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LongAnswer answer = new LongAnswer(new PrintStream(bytes, false, Charset.defaultCharset()));

    @Test
    void printsWhatItIsGiven() {
        answer.stream().println("Zichtrekening");

        assertThat(answer.toArrive()).isZero();
        assertThat(bytes.toString(Charset.defaultCharset()).strip()).isEqualTo("Zichtrekening");
    }

    @Test
    void aLongAnswerNeedsTimeToArrive() {
        answer.stream().print("x".repeat(750_000));

        assertThat(answer.toArrive()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void nobodyWaitsForever() {
        answer.stream().print("x".repeat(20_000_000));

        assertThat(answer.toArrive()).isEqualTo(Duration.ofSeconds(5));
    }
}
