package org.bankfeed.matching.internal.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bankfeed.matching.internal.core.judge.Books;
import org.junit.jupiter.api.Test;

class AmountIndexTest {

    private final Books books = new Books();
    private final AmountIndex amounts = books.book().documents.amounts;

    @Test
    void theLatestOfAnAmountComesFirst() {
        books.sale("S1", "2026-1", 100).put();
        books.sale("S2", "2026-2", 100).put();
        books.sale("S3", "2026-3", 70).put();
        assertThat(amounts.of(true, 100)).extracting(item -> item.id).containsExactly("S2", "S1");
        assertThat(amounts.of(false, 100)).isEmpty();
        assertThat(amounts.count(true, 70)).isEqualTo(1);
    }

    @Test
    void itHoldsWhatIsOpenHoweverOftenAmountsComeAndGo() {
        Random random = new Random(7);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            books.sale("S" + i, "2026-" + i, 1 + random.nextInt(40)).put();
            items.add(books.book().documents.items.at(i));
        }
        for (int step = 0; step < 20_000; step++) {
            Item item = items.get(random.nextInt(items.size()));
            if (item.isOpen()) {
                amounts.remove(item);
            }
            item.open = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(5_000);
            if (item.isOpen()) {
                amounts.add(item);
            }
        }
        for (Item item : items) {
            List<Item> alike =
                    items.stream().filter(other -> other.open == item.open).toList();
            if (item.isOpen()) {
                assertThat(amounts.of(true, item.open)).containsExactlyInAnyOrderElementsOf(alike);
                assertThat(amounts.count(true, item.open)).isEqualTo(alike.size());
            }
        }
    }
}
