package org.bankfeed.benchmarks.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryTransaction;

/** Small companies' bank lines for a year, by a seed; equal ones on one day among them. */
final class Company {

    private static final List<String> ACCOUNTS = List.of("BE80001000000177", "BE37068000000128");

    private static final List<String> OTHERS = List.of("BE68539007547034");

    /** In one year of so many a day brings more lines than a page holds. */
    private static final int BATCH_IN_YEARS = 4;

    private static final int NEVER = Integer.MAX_VALUE;

    private Company() {}

    static List<String> accounts(long seed) {
        return ACCOUNTS.subList(0, new SplittableRandom(seed).nextInt(3) == 0 ? 2 : 1);
    }

    static List<String> othersAccounts() {
        return OTHERS;
    }

    static History life(long seed, LocalDate from, int days) {
        return life("S" + seed, accounts(seed), new SplittableRandom(seed * 31 + 1), from, days);
    }

    /** Of the other company of the same owner. */
    static History othersLife(long seed, LocalDate from, int days) {
        return life("O" + seed, OTHERS, new SplittableRandom(seed * 31 + 2), from, days);
    }

    private static History life(String name, List<String> accounts, SplittableRandom random, LocalDate from, int days) {
        List<HistoryEvent> events = new ArrayList<>();
        SplittableRandom batches = new SplittableRandom(name.hashCode());
        int batchDay = batches.nextInt(BATCH_IN_YEARS) == 0 ? batches.nextInt(1, days + 1) : NEVER;
        int number = 0;
        int lineNumber = 0;
        for (int day = -60; day <= days; day++) {
            LocalDate date = from.plusDays(day);
            if (day == batchDay) {
                events.addAll(batch(name, accounts.get(0), date, batches));
            }
            int lines = date.getDayOfWeek().getValue() > 5 ? 0 : random.nextInt(4);
            for (int i = 0; i < lines; i++) {
                String account = accounts.get(random.nextInt(accounts.size()));
                int payer = random.nextInt(5);
                boolean regular = random.nextInt(4) == 0; // fees and cards: equal again and again
                int cents = regular ? 250 : random.nextInt(1, 900_000);
                int copies = random.nextInt(20) == 0 ? 2 : 1;
                String text = regular ? "card payment" : "factuur " + ++number;
                for (int copy = 0; copy < copies; copy++) {
                    String id = name + "-" + lineNumber++;
                    events.add(new HistoryEvent.TransactionBooked(line(id, account, date, cents, payer, text)));
                }
            }
        }
        return History.of(events);
    }

    /** What is collected or paid in one file and booked line by line: more than a page holds, and many of them equal. */
    private static List<HistoryEvent> batch(String name, String account, LocalDate date, SplittableRandom random) {
        List<HistoryEvent> events = new ArrayList<>();
        int lines = random.nextInt(110, 360);
        for (int i = 0; i < lines; i++) {
            int cents = -100 * random.nextInt(1, 200);
            HistoryTransaction line = line(name + "-batch-" + i, account, date, cents, random.nextInt(1, 5), "batch");
            events.add(new HistoryEvent.TransactionBooked(line));
        }
        return events;
    }

    private static HistoryTransaction line(
            String id, String account, LocalDate date, int cents, int payer, String text) {
        return new HistoryTransaction(
                id,
                account,
                date,
                date,
                BigDecimal.valueOf(cents, 2),
                "EUR",
                "Payer " + payer,
                payer == 0 ? "" : "BE71096123456769",
                text,
                HistoryTransaction.RemittanceType.UNSTRUCTURED,
                "PMNT-RCDT-ESCT",
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
