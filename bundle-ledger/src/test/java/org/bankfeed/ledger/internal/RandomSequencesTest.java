package org.bankfeed.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.ledger.internal.Scene.BOOKKEEPER;
import static org.bankfeed.ledger.internal.Scene.COMPANY;
import static org.bankfeed.ledger.internal.Scene.DAY;
import static org.bankfeed.ledger.internal.Scene.JOB;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.BookingResult;
import org.bankfeed.invoice.BookingState;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.ReversalResult;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.invoice.InvoiceType;
import org.bankfeed.value.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked in whatever order, the books add up after each act. */
class RandomSequencesTest {

    private static final int ACTS = 100;

    private final Map<BookingKey, Booking> standing = new LinkedHashMap<>();
    private final Set<BookingKey> reversed = new HashSet<>();
    private final List<DocumentId> documents = new ArrayList<>();
    private int booked;
    private int refused;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theBooksAddUpAfterEachAct(long seed) throws Exception {
        Random random = new Random(seed);
        try (Scene scene = new Scene()) {
            enterDocuments(scene, random);
            for (int act = 0; act < ACTS; act++) {
                int kind = random.nextInt(100);
                if (kind < 50) {
                    book(scene, random, act);
                } else if (kind < 70) {
                    takeBack(scene, random, act);
                } else if (kind < 92) {
                    reverse(scene, random);
                } else {
                    scene.ledger.close(BOOKKEEPER, any(documents, random), DAY);
                }
                check(scene);
            }
            assertThat(booked).as("bookings that were written").isGreaterThan(15);
            assertThat(refused).as("acts that were refused").isGreaterThan(10);
            checkPayments(scene);
            scene.checkAuditLog();
        }
    }

    private void enterDocuments(Scene scene, Random random) throws Exception {
        for (int i = 0; i < 12; i++) {
            InvoiceType type = InvoiceType.values()[random.nextInt(4)];
            documents.add(scene.enter(
                    type.direction(),
                    type.type(),
                    "X" + i,
                    amount(random, 30_000).decimal()));
        }
    }

    private void book(Scene scene, Random random, int act) throws Exception {
        Map<DocumentId, Application> applications = new LinkedHashMap<>();
        Money line = Money.zero(Scene.eur("0").currency());
        for (int i = 0; i <= random.nextInt(3); i++) {
            DocumentId id = any(documents, random);
            OpenItem item = scene.item(id);
            Money wanted = random.nextInt(4) > 0 && item.outstanding().signum() > 0
                    ? item.outstanding()
                    : amount(random, 15_000);
            Money writeOff = random.nextInt(5) == 0 && wanted.compareTo(Scene.eur("1.00")) > 0
                    ? Scene.eur("0.50")
                    : Scene.eur("0");
            if (applications.put(id, new Application(id, wanted.minus(writeOff), writeOff, null)) == null) {
                boolean in = InvoiceType.of(item.direction(), item.type()).settledBy() == Flow.IN;
                line = in ? line.plus(wanted.minus(writeOff)) : line.minus(wanted.minus(writeOff));
            }
        }
        Money extra = random.nextInt(4) == 0 ? amount(random, 5_000) : Scene.eur("0");
        send(
                scene,
                "t" + act,
                line.signum() < 0 ? line.minus(extra) : line.plus(extra),
                List.copyOf(applications.values()));
    }

    private void takeBack(Scene scene, Random random, int act) throws Exception {
        if (standing.isEmpty()) {
            return;
        }
        Booking earlier = any(List.copyOf(standing.values()), random);
        Application applied = any(earlier.applications(), random);
        if (applied.takesBack() != null || applied.amount().isZero()) {
            return;
        }
        Money part = random.nextBoolean() ? applied.amount() : amount(random, 15_000);
        Application back = new Application(
                applied.document(),
                part.negate(),
                random.nextBoolean() ? applied.writeOff().negate() : Scene.eur("0"),
                earlier.key());
        OpenItem item = scene.item(applied.document());
        boolean out = InvoiceType.of(item.direction(), item.type()).settledBy() == Flow.IN;
        send(scene, "t" + act, out ? part.negate() : part, List.of(back));
    }

    private void send(Scene scene, String transaction, Money line, List<Application> applications) throws Exception {
        Booking template = Scene.booking(transaction, 1, "0", applications.toArray(Application[]::new));
        Booking booking =
                new Booking(template.key(), template.account(), null, DAY, line, null, null, template.applications());
        BookingResult result = scene.ledger.book(JOB, booking);
        if (result instanceof BookingResult.Booked) {
            standing.put(booking.key(), booking);
            booked++;
        } else {
            refused++;
        }
        assertThat(scene.ledger.book(JOB, booking)).as("the same again").hasSameClassAs(result);
    }

    private void reverse(Scene scene, Random random) throws Exception {
        if (standing.isEmpty()) {
            return;
        }
        BookingKey key = any(List.copyOf(standing.keySet()), random);
        ReversalResult result = scene.ledger.reverse(BOOKKEEPER, key, "a mistake");
        if (result instanceof ReversalResult.Reversed) {
            standing.remove(key);
            reversed.add(key);
        } else {
            refused++;
        }
    }

    /** The constructor of OpenItem already refuses an outstanding amount outside zero and the total. */
    private void check(Scene scene) throws Exception {
        for (DocumentId id : documents) {
            OpenItem item = scene.item(id);
            Money settled = Scene.eur("0");
            List<Settlement> settlements = scene.ledger.settlements(JOB, id);
            for (Settlement settlement : settlements) {
                BookingKey key = settlement.key();
                assertThat(key == null || standing.containsKey(key))
                        .as("%s stands", key)
                        .isTrue();
                settled = settled.plus(settlement.amount()).plus(settlement.writeOff());
            }
            assertThat(item.outstanding()).isEqualTo(item.total().minus(settled));
            assertThat(item.state() == OpenItem.State.OPEN)
                    .isEqualTo(item.outstanding().signum() > 0);
            assertThat(settlements.stream()
                            .filter(settlement -> settlement.key() != null)
                            .count())
                    .isEqualTo(standing.values().stream()
                            .filter(booking -> booking.applications().stream()
                                    .anyMatch(a -> a.document().equals(id)))
                            .count());
        }
    }

    /** No payment is applied beyond its amount, and all cash that stands is the cash of the lines that stand. */
    private void checkPayments(Scene scene) throws Exception {
        assertThat(scene.rows(
                        "SELECT p.payment_id FROM payment p JOIN payment_application a ON a.payment_id = p.payment_id"
                                + " WHERE a.reverses_application_id IS NULL"
                                + " GROUP BY p.payment_id, p.amount HAVING ABS(SUM(a.amount_applied)) > p.amount",
                        "payment_id"))
                .isEmpty();
        Money lines = Scene.eur("0");
        for (Booking booking : standing.values()) {
            lines = lines.plus(booking.amount());
            assertThat(scene.ledger.booking(JOB, booking.key())).isEqualTo(BookingState.BOOKED);
        }
        for (BookingKey key : reversed) {
            assertThat(scene.ledger.booking(JOB, key)).isEqualTo(BookingState.REVERSED);
        }
        String cash = scene.rows(
                        "SELECT CAST(COALESCE(SUM(CASE WHEN status_id = 'PMNT_SENT' THEN -amount ELSE amount END), 0)"
                                + " AS varchar(30)) AS cash FROM payment WHERE status_id <> 'PMNT_VOID'"
                                + " AND transaction_id IS NOT NULL AND payment_type_id <> 'WRITE_OFF'"
                                + " AND company = '" + COMPANY + "'",
                        "cash")
                .get(0);
        assertThat(Money.of(cash, "EUR")).isEqualTo(lines);
    }

    private static Money amount(Random random, int cents) {
        return new Money(
                BigDecimal.valueOf(1 + random.nextInt(cents), 2), Scene.eur("0").currency());
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
