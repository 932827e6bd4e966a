package org.bankfeed.matching.internal.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.judge.Books;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a party keeps beside its items is what the items say, whatever happened to them. */
class ItemsOfAPartyTest {

    private static final int DOCUMENTS = 90;
    private static final int STEPS = 600;

    private final Books books = new Books();
    private final List<String> lines = new ArrayList<>();
    private Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatStandsBesideAnItemIsWhatItSays(long seed) {
        random = new Random(seed);

        for (int step = 0; step < STEPS; step++) {
            something();
            Payer party = books.book().payers.of("P1");
            assertOpen(party.open);
            assertSettled(party.settled);
        }
    }

    private void something() {
        String document = "S" + random.nextInt(DOCUMENTS);
        int what = random.nextInt(8);
        if (what < 3 || lines.isEmpty()) {
            Books.Doc doc = books.sale(document, "2026-" + random.nextInt(1000), random.nextInt(4) * 5000L)
                    .due(Books.DAY.plusDays(random.nextInt(5)));
            (random.nextInt(4) == 0 ? doc.discount(100) : doc).put();
        } else if (what == 3) {
            books.book().close(document, (int) Books.DAY.toEpochDay() + random.nextInt(5));
        } else if (what == 4) {
            books.book().undo(lines.get(random.nextInt(lines.size())));
        } else {
            long amount = (1 + random.nextInt(3)) * 2500L;
            Line line =
                    books.in(amount).on(Books.DAY.plusDays(random.nextInt(9))).line();
            books.book().record(line, List.of(Share.of(document, amount)), random.nextBoolean());
            lines.add(line.id());
        }
        books.sale("S0", "2026-0", 100).put();
    }

    private void assertOpen(OpenItems open) {
        List<Item> kept = IntStream.range(0, open.size()).mapToObj(open::get).toList();
        assertThat(kept).isSortedAccordingTo(Item::byAge);
        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(books.book().documents.items.all().stream()
                        .filter(Item::isOpen)
                        .toList());
        for (int i = 0; i < open.size(); i++) {
            Item item = open.get(i);
            assertThat(open.amount(i)).isEqualTo(item.open);
            assertThat(open.due(i)).isEqualTo(item.due);
            assertThat(open.ending(i)).isEqualTo(Endings.of(item.lastDigits()));
            assertThat(open.isOf(i, OpenItems.kind(item.sales, "EUR"))).isTrue();
            assertThat(open.isOf(i, OpenItems.kind(item.sales, "USD"))).isFalse();
            assertThat(open.settledByMoneyIn(i)).isEqualTo(item.settledByMoneyIn());
            assertThat(open.isPlain(i))
                    .isEqualTo(item.discount == 0 && item.lines().isEmpty());
        }
    }

    private static void assertSettled(SettledItems settled) {
        assertThat(settled.size()).isLessThanOrEqualTo(40);
        for (int i = 0; i < settled.size(); i++) {
            Item item = settled.get(i);
            boolean byHand = item.closedByUser();
            assertThat(item.isOpen()).isFalse();
            assertThat(settled.ending(i)).isEqualTo(Endings.of(item.lastDigits()));
            Past last = item.last;
            if (byHand || last != null) {
                int until = byHand ? item.closedOn + 45 : item.lastDay + 10;
                long amount = byHand || last == null ? item.closedAmount : last.amount;
                assertThat(settled.mayBePaidAgain(i, until, amount)).isTrue();
                assertThat(settled.mayBePaidAgain(i, until + 1, amount)).isFalse();
                assertThat(settled.mayBePaidAgain(i, until, amount + 1)).isFalse();
            }
        }
    }
}
