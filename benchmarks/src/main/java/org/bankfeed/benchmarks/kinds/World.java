package org.bankfeed.benchmarks.kinds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Share;
import org.jspecify.annotations.Nullable;

/** One company's year: what it invoices and is invoiced, and what its bank books of it, with the truth beside it. */
final class World {

    private static final int DAYS = 360;
    private static final int CUSTOMERS = 70;
    private static final int SUPPLIERS = 25;
    private static final LocalDate BEGINNING = LocalDate.of(2025, 1, 1);
    private static final Kind[] PAID_AS = Kind.values();

    private final Random random;
    private final Referee referee;
    private final Texts texts;
    private final Numbering sales;
    private final Numbering credits;
    private final List<Party> customers = new ArrayList<>();
    private final List<Party> suppliers = new ArrayList<>();
    private final Map<Party, Map<String, Open>> open = new LinkedHashMap<>();
    private final TreeMap<LocalDate, List<Runnable>> agenda = new TreeMap<>();
    private final Household household;
    private LocalDate day = BEGINNING;
    private int documents;

    /** A document that is open, as the payer sees it. */
    private record Open(
            Party party, boolean sale, String id, String number, String reference, long amount, long discount) {

        Open less(long paid) {
            return new Open(party, sale, id, number, reference, amount - paid, 0);
        }
    }

    World(long seed, Referee referee) {
        this.random = new Random(seed);
        this.referee = referee;
        this.texts = new Texts(random);
        this.sales = new Numbering(random);
        this.credits = new Numbering(random);
        this.household = new Household(random, referee);
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(new Party("K" + i, random));
        }
        for (int i = 0; i < SUPPLIERS; i++) {
            suppliers.add(new Party("L" + i, random));
        }
    }

    void live() {
        for (int i = 0; i < DAYS; i++, day = day.plusDays(1)) {
            for (int n = random.nextInt(5); n > 0; n--) {
                sell(customers.get(random.nextInt(CUSTOMERS)));
            }
            for (int n = random.nextInt(3); n > 0; n--) {
                buy(suppliers.get(random.nextInt(SUPPLIERS)));
            }
            household.live(day);
            for (Runnable due : agenda.getOrDefault(day, List.of())) {
                due.run();
            }
        }
    }

    private void later(int days, Runnable what) {
        agenda.computeIfAbsent(day.plusDays(days), d -> new ArrayList<>()).add(what);
    }

    // ---- documents

    private void sell(Party party) {
        Open item =
                put(party, true, false, sales.next(day.getYear()), sales.reference(), amount(), random.nextInt(5) == 0);
        later(3 + random.nextInt(40), () -> pay(item));
        if (random.nextInt(25) == 0) {
            later(2, () -> credit(party, item.amount / 7 + 1));
        }
    }

    private void credit(Party party, long amount) {
        Open note = put(party, true, true, "CN" + credits.next(day.getYear()), "", amount, false);
        later(50, () -> {
            if (isOpen(note)) {
                line(Kind.REFUND, -note.amount, party, "terugbetaling " + note.number, false, List.of(whole(note)));
            }
        });
    }

    private void buy(Party party) {
        String number = "F" + (10_000 + random.nextInt(80_000));
        Open item = put(party, false, false, number, "", amount(), false);
        later(20 + random.nextInt(15), () -> {
            if (isOpen(item)) {
                line(Kind.PURCHASE, -item.amount, party, texts.announced(number), false, List.of(whole(item)));
            }
        });
    }

    private long amount() {
        long amount = Math.round(Math.exp(5.5 + random.nextGaussian()) * 100) + 1000;
        return random.nextInt(4) == 0 ? amount / 5000 * 5000 + 5000 : amount;
    }

    private Open put(
            Party party,
            boolean sale,
            boolean credit,
            String number,
            String reference,
            long amount,
            boolean discounted) {
        long discount = discounted ? amount / 50 : 0;
        Open item = new Open(party, sale && !credit, "D" + ++documents, number, reference, amount, discount);
        referee.put(new Document(
                item.id,
                sale,
                credit,
                number,
                reference.isEmpty() ? null : reference,
                new Document.Party(party.id, party.name, party.accounts()),
                "EUR",
                amount,
                day,
                day.plusDays(30),
                discount,
                discount == 0 ? null : day.plusDays(10),
                List.of()));
        open.computeIfAbsent(party, p -> new LinkedHashMap<>()).put(item.id, item);
        return item;
    }

    private boolean isOpen(Open item) {
        return open.getOrDefault(item.party, Map.of()).containsKey(item.id);
    }

    private List<Open> others(Open item) {
        return open.getOrDefault(item.party, Map.of()).values().stream()
                .filter(other -> other.sale && other != item)
                .sorted(Comparator.comparing(Open::id))
                .limit(3)
                .toList();
    }

    // ---- payments of a sale

    private void pay(Open item) {
        if (!isOpen(item)) {
            return;
        }
        if (random.nextInt(60) == 0) {
            referee.close(item.id, day);
            settled(item);
            line(Kind.BY_HAND, item.amount, item.party, texts.announced(item.number), false, List.of());
            return;
        }
        Kind kind = item.party.collected ? Kind.COLLECTED : kind();
        switch (kind) {
            case REFERENCE -> whole(kind, item, item.amount, item.reference, true);
            case DAMAGED -> whole(kind, item, item.amount, texts.damaged(item.number, item.reference), false);
            case SHORT -> whole(kind, item, item.amount, texts.announced(Texts.end(item.number)), false);
            case SILENT -> whole(kind, item, item.amount, texts.silent(), false);
            case OVERPAID -> whole(kind, item, item.amount + 100 + random.nextInt(900), item.reference, true);
            case LIST, SEVERAL -> several(kind, item);
            case PART -> part(item);
            case DISCOUNT -> discount(item);
            case FEE, ROUNDED -> lessCents(kind, item);
            case LESS_CREDIT -> lessCredit(item);
            case THIRD_PARTY -> thirdParty(item);
            case COLLECTED -> collect(item);
            default -> number(item);
        }
    }

    private Kind kind() {
        int all = 0;
        for (Kind kind : PAID_AS) {
            all += kind == Kind.PURCHASE || kind == Kind.COLLECTED ? 0 : kind.share;
        }
        int left = random.nextInt(all);
        for (Kind kind : PAID_AS) {
            left -= kind == Kind.PURCHASE || kind == Kind.COLLECTED ? 0 : kind.share;
            if (left < 0) {
                return kind;
            }
        }
        return Kind.NUMBER;
    }

    private void number(Open item) {
        String text = texts.announced(item.number);
        whole(Kind.NUMBER, item, item.amount, text, false);
        if (random.nextInt(40) == 0) {
            later(2, () -> line(Kind.TWICE, item.amount, item.party, text, false, List.of()));
        }
    }

    private void whole(Kind kind, Open item, long paid, String text, boolean structured) {
        line(kind, paid, item.party, text, structured, List.of(whole(item)));
    }

    private void several(Kind kind, Open item) {
        List<Open> all = new ArrayList<>(others(item));
        if (all.isEmpty()) {
            number(item);
            return;
        }
        all.add(item);
        List<Share> shares = all.stream().map(this::whole).toList();
        long sum = all.stream().mapToLong(Open::amount).sum();
        String text = kind == Kind.SEVERAL
                ? texts.silent()
                : texts.listed(all.stream().map(Open::number).toList());
        line(kind, sum, item.party, text, false, shares);
    }

    private void part(Open item) {
        long half = item.amount / 2;
        Open rest = item.less(half);
        line(Kind.PART, half, item.party, texts.announced(item.number), false, List.of(Share.of(item.id, half)));
        open.getOrDefault(item.party, Map.of()).replace(item.id, rest);
        later(15, () -> {
            if (isOpen(rest)) {
                whole(Kind.PART, rest, rest.amount, rest.reference, true);
            }
        });
    }

    private void discount(Open item) {
        boolean may = item.discount > 0 && referee.discountMayBeTaken(item.id, day);
        if (!may) {
            number(item);
            return;
        }
        settled(item);
        long paid = item.amount - item.discount;
        line(
                Kind.DISCOUNT,
                paid,
                item.party,
                item.reference,
                true,
                List.of(new Share(item.id, paid, item.discount, null)));
    }

    private void lessCents(Kind kind, Open item) {
        boolean fee = kind == Kind.FEE;
        long less = fee ? 300 + random.nextInt(1200) : 1 + random.nextInt(20);
        if (item.amount < 40 * less || fee && !item.party.abroad) {
            number(item);
            return;
        }
        settled(item);
        long paid = item.amount - less;
        line(
                kind,
                paid,
                item.party,
                texts.announced(item.number),
                false,
                List.of(new Share(item.id, paid, less, null)));
    }

    private void lessCredit(Open item) {
        Open note = open.getOrDefault(item.party, Map.of()).values().stream()
                .filter(other -> !other.sale && other.amount < item.amount)
                .findFirst()
                .orElse(null);
        if (note == null) {
            number(item);
            return;
        }
        String text = texts.listed(List.of(item.number, note.number));
        line(Kind.LESS_CREDIT, item.amount - note.amount, item.party, text, false, List.of(whole(item), whole(note)));
    }

    private void thirdParty(Open item) {
        referee.line(
                Kind.THIRD_PARTY,
                lineOf(item.amount)
                        .from(item.party.payersName, item.party.payersAccount)
                        .says(texts.announced(item.number), false),
                List.of(whole(item)));
    }

    private void collect(Open item) {
        Referee.Draft collected = lineOf(item.amount)
                .from(item.party.bankName, item.party.account)
                .collected("INC" + item.number, "M-" + item.party.id);
        String line = referee.line(Kind.COLLECTED, collected, List.of(whole(item)));
        if (random.nextInt(12) == 0) {
            later(
                    4,
                    () -> referee.line(
                            Kind.RETURNED,
                            lineOf(-item.amount)
                                    .from(item.party.bankName, item.party.account)
                                    .returned("INC" + item.number, "M-" + item.party.id),
                            List.of(new Share(item.id, -item.amount, 0, line))));
        }
    }

    private void settled(Open item) {
        open.getOrDefault(item.party, new LinkedHashMap<>()).remove(item.id);
    }

    private Share whole(Open item) {
        settled(item);
        return Share.of(item.id, item.amount);
    }

    private Referee.Draft lineOf(long amount) {
        return new Referee.Draft(day, amount);
    }

    private void line(Kind kind, long amount, Party party, String text, boolean structured, List<Share> truth) {
        Referee.Draft draft = lineOf(amount).from(party.bankName, party.account).says(text, structured);
        referee.line(kind, party.abroad && amount > 0 ? draft.code("PMNT-RCDT-XBCT") : draft, truth);
    }

    /** Whether two lists of shares do the same, in whatever order. */
    static boolean same(List<Share> a, @Nullable List<Share> b) {
        return b != null
                && a.size() == b.size()
                && a.stream().allMatch(one -> b.stream()
                        .anyMatch(other -> one.document().equals(other.document())
                                && one.amount() == other.amount()
                                && one.writeOff() == other.writeOff()));
    }
}
