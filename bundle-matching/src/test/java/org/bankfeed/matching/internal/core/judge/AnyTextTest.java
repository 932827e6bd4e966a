package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;

import java.util.Random;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.junit.jupiter.api.Test;

/** Whatever a payer or his bank writes is answered. */
class AnyTextTest {

    private static final String[] PIECES = {
        "118",
        "2026-118",
        "3/2026",
        "03/2026",
        "20/26",
        "2026",
        "5",
        "O0l5",
        "1O5",
        "FV",
        "factuur",
        "fact.",
        "huur",
        "t/m",
        "-",
        "/",
        ",",
        " ",
        "  ",
        "\n",
        "en",
        "+++010/8068/17183+++",
        "010806817183",
        "RF18",
        "RF18539007547034",
        "12/03/2026",
        "SVWZ+",
        "EREF+",
        "/REMI/",
        "?20",
        "<br>",
        "é",
        "ß",
        "№",
        "0",
        "000",
        "+71<000020240001238+81234567<",
        "VS:",
        "99999999999999999999999999",
        "CN",
        "order",
        "tel",
        "EUR 10,00"
    };

    private final Books books = new Books();

    @Test
    void aNumberBeforeAMonthOfAYearIsRead() {
        books.sale("S1", "2026-0118", 12100).of("P1", "Alba", ALBA).put();

        Verdict verdict =
                books.in(12100).from("Alba", ALBA).says("118 huur 3/2026").verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S1", 12100));
    }

    @Test
    void noTextIsTooOddForAnAnswer() {
        books.sale("S1", "2026-0118", 12100)
                .of("P1", "Alba", ALBA)
                .reference("+++010/8068/17183+++")
                .put();
        books.sale("S2", "FV/0003/02/2026", 12100).of("P1", "Alba", ALBA).put();
        books.sale("S3", "2026-0119", 500).of("P2", "Orion", Books.OTHER).put();
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);

            Books.Pay pay = books.in(random.nextInt(3) * 12100 + 500).from("Alba", random.nextBoolean() ? ALBA : "");

            assertThat(pay.says(text).verdict()).as(text).isNotNull();
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(9); pieces >= 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(3) > 0 ? " " : "");
        }
        return text.toString();
    }
}
