package org.bankfeed.benchmarks.speed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Book;

/** A company with so many open invoices, ten a customer, and lines that pay some of them in the usual ways. */
final class Company {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final int PER_CUSTOMER = 10;
    private static final String[] SYLLABLES = {
        "ba", "ro", "mi", "ke", "tal", "von", "der", "lux", "sim", "per", "dra", "nov"
    };

    final Book book = new Book();

    /** The numbers and references as a plain matcher would hold them: each as it is printed, which is as texts have it. */
    final Map<String, String> plain = new HashMap<>();

    final List<Line> lines = new ArrayList<>();

    private final Random random = new Random(7);

    Company(int items, int lineCount) {
        for (int i = 0; i < items; i++) {
            book.put(invoice(i));
            plain.put(number(i), "S" + i);
            plain.put(reference(i), "S" + i);
        }
        for (int i = 0; i < lineCount; i++) {
            lines.add(line(i, random.nextInt(items)));
        }
    }

    private static Document invoice(int i) {
        int customer = i / PER_CUSTOMER;
        return new Document(
                "S" + i,
                true,
                false,
                number(i),
                reference(i),
                new Document.Party(
                        "C" + customer, name(customer), customer % 2 == 0 ? List.of(account(customer)) : List.of()),
                "EUR",
                amount(i),
                DAY.minusDays(30 + i % 20),
                DAY.minusDays(i % 20),
                0,
                null,
                List.of());
    }

    private Line line(int n, int i) {
        int customer = i / PER_CUSTOMER;
        String text =
                switch (n % 5) {
                    case 0 -> reference(i);
                    case 1 -> "betaling factuur " + number(i) + " van " + DAY.minusDays(30);
                    case 2 -> "FACT. NR " + number(i).replace("-", " ") + " " + name(customer);
                    case 3 -> "thank you, invoice no. " + Integer.toString(i + 1) + " and regards";
                    default -> "bestelling maart, met dank";
                };
        return line("T" + n, amount(i), name(customer), account(customer), text, n % 5 == 0);
    }

    /** A line of money in. */
    static Line line(String id, long amount, String name, String account, String text, boolean structured) {
        return new Line(
                id,
                "BE00OWN",
                DAY,
                amount,
                "EUR",
                name,
                account,
                text,
                structured,
                "PMNT-RCDT-ESCT",
                "NOTPROVIDED",
                "",
                "",
                "");
    }

    static String number(int i) {
        return String.format(Locale.ROOT, "2026-%07d", i + 1);
    }

    static String reference(int i) {
        long base = 2_600_000_000L + i;
        long check = base % 97 == 0 ? 97 : base % 97;
        return String.format(Locale.ROOT, "%010d%02d", base, check);
    }

    static String account(int customer) {
        return String.format(Locale.ROOT, "DE%020d", customer);
    }

    static long amount(int i) {
        return 1000 + (i * 7919L) % 5_000_000;
    }

    /** Two words out of some thousands, so that many customers share one. */
    static String name(int customer) {
        return word(customer % 1500) + " " + word(customer / 7 % 1500) + " BV";
    }

    private static String word(int n) {
        return SYLLABLES[n % 12] + SYLLABLES[n / 12 % 12] + SYLLABLES[n / 144 % 12];
    }
}
