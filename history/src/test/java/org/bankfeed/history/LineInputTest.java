package org.bankfeed.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineInputTest {

    private final LineInput input = new LineInput();

    LineInputTest() {
        // what a parser guesses the encoding by
        assertThat(read(10)).isEqualTo("    ");
    }

    @Test
    void endsWithItsLineAndGoesOnWithTheNextOne() {
        holds("{1}");
        assertThat(read(10)).isEqualTo("\n{1}");
        assertThat(read(10)).isNull();
        holds("{2}");
        assertThat(read(10)).isEqualTo("\n{2}");
        assertThat(read(10)).isNull();
    }

    @Test
    void givesALineThatIsLongerThanWhatIsAskedForInParts() {
        holds("{123456}");
        assertThat(read(4)).isEqualTo("\n{12");
        assertThat(input.left()).isEqualTo(5);
        assertThat(read(4)).isEqualTo("3456");
        assertThat((char) input.read()).isEqualTo('}');
        assertThat(input.read()).isEqualTo(-1);
    }

    @Test
    void leavesOutBlanksAtTheEnd() {
        holds("{1} \t\r");
        assertThat(input.length()).isEqualTo(3);
        assertThat(read(10)).isEqualTo("\n{1}");
    }

    private void holds(String line) {
        byte[] bytes = ("before" + line + "after").getBytes(StandardCharsets.UTF_8);
        input.holds(bytes, 6, bytes.length - 5);
    }

    private @Nullable String read(int most) {
        byte[] into = new byte[most];
        int read = input.read(into, 0, most);
        return read < 0 ? null : new String(into, 0, read, StandardCharsets.UTF_8);
    }
}
