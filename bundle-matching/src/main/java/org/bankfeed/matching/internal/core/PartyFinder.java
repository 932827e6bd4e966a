package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.bankfeed.matching.Argument;
import org.bankfeed.matching.ReasonCode;
import org.jspecify.annotations.Nullable;

/** Finds what a line may pay of one party: single documents, documents that the text names, and sets that come out even. */
final class PartyFinder {

    /** Sets without a word said are sought among so many of the oldest open documents. */
    private static final int WIDTH = 14;

    private static final int MOST_NAMED = 40;
    private static final ToLongFunction<Item> OPEN = item -> item.open;

    /** So many of the oldest documents may be paid in part, or too much, when no word is said. */
    private static final int MOST_VAGUE = 3;

    private static final int MOST_NEARLY = 12;
    private static final double LATER_NEARLY = 0.1;

    private final Book book;
    private final Line line;
    private final Mentions mentions;
    private final Payer payer;
    private final Payers.@Nullable Known known;
    private final List<Explanation> found = new ArrayList<>();

    /** What of this party the texts name. */
    private Map<Item, Mentions.Hit> named = Map.of();

    PartyFinder(Book book, Line line, Mentions mentions, Payer payer, Payers.@Nullable Known known) {
        this.book = book;
        this.line = line;
        this.mentions = mentions;
        this.payer = payer;
        this.known = known;
    }

    List<Explanation> explanations() {
        if (!payer.open.isEmpty()) {
            side(true);
            side(false);
        }
        return found;
    }

    private void side(boolean sales) {
        List<Item> pays = new ArrayList<>();
        List<Item> nets = new ArrayList<>();
        for (Item item : payer.open) {
            if (item.sales == sales && item.currency.equals(line.currency())) {
                (item.settledByMoneyIn() == line.in() ? pays : nets).add(item);
                Mentions.Hit hit = mentions.of(item);
                if (hit != null) {
                    named = named.isEmpty() ? new IdentityHashMap<>(4) : named;
                    named.put(item, hit);
                }
            }
        }
        if (!pays.isEmpty()) {
            singles(pays);
            sets(pays, nets);
        }
    }

    // ---- one document

    private void singles(List<Item> pays) {
        List<Explanation> unsaid = new ArrayList<>();
        int vague = 0;
        int nearly = 0;
        for (Item item : pays) {
            boolean said = !named.isEmpty() && named.containsKey(item);
            boolean fits = exactly(item);
            boolean near = !fits && !said && known != null && nearly < MOST_NEARLY && nearly(item);
            boolean again = known != null && Instalments.before(item, line.size()) > 0;
            if (!fits && !said && !near && !again && (known == null || vague++ >= MOST_VAGUE)) {
                continue;
            }
            Explanation one = single(item, line, book.tolerance);
            if (one == null) {
                continue;
            }
            if (fits && !said) {
                unsaid.add(one);
            }
            if (near) {
                // the oldest first, though others are nearly as probable
                one.score -= LATER_NEARLY * nearly++;
            }
            add(one);
        }
        Twins.rank(unsaid, line, book);
    }

    /** Whether what is missing may be explained by rounding, a fee or the discount. */
    private boolean nearly(Item item) {
        long gap = item.open - line.size();
        return gap > 0
                && (gap == item.discount
                        || book.tolerance.rounds(gap, item.open)
                        || Kinds.abroad(line) && book.tolerance.allowsFee(gap, item.open));
    }

    private boolean exactly(Item item) {
        long paid = line.size();
        return paid == item.open
                || item.discount > 0 && paid == item.open - item.discount
                || item.held.explain(item.open - paid);
    }

    /** How a line may pay one document, whoever pays; {@code null} if money of this direction does not. */
    static @Nullable Explanation single(Item item, Line line, Tolerance tolerance) {
        long paid = line.size();
        int day = (int) line.day().toEpochDay();
        String currency = line.currency();
        if (item.settledByMoneyIn() != line.in() || item.open <= 0) {
            return null;
        }
        if (paid == item.open) {
            boolean held = item.held.areAll(item.open);
            ReasonCode reason = held ? ReasonCode.AMOUNT_WAS_HELD_BACK : ReasonCode.AMOUNT_IS_OPEN;
            return one(item, Fit.EXACT, paid, 0, reason, () -> List.of(Arguments.document(item)));
        }
        if (paid == item.discounted(day)) {
            return one(
                    item,
                    Fit.DISCOUNT,
                    paid,
                    item.discount,
                    ReasonCode.AMOUNT_LESS_DISCOUNT,
                    () -> List.of(Arguments.document(item), Arguments.amount(item.discount, currency)));
        }
        long gap = item.open - paid;
        if (item.held.explain(gap)) {
            return lessHeldBack(item, paid, gap);
        }
        boolean mayBeWrittenOff = gap > 0 && item.held.isEmpty();
        if (gap > 0 && gap == item.discount) {
            return one(
                    item,
                    Fit.DISCOUNT_LATE,
                    paid,
                    0,
                    ReasonCode.AMOUNT_LESS_LATE_DISCOUNT,
                    () -> List.of(Arguments.amount(item.discount, currency)));
        }
        if (mayBeWrittenOff && tolerance.rounds(gap, item.open)) {
            return one(
                    item,
                    Fit.ROUNDING,
                    paid,
                    gap,
                    ReasonCode.AMOUNT_ROUNDED,
                    () -> List.of(Arguments.amount(gap, currency), Arguments.document(item)));
        }
        if (mayBeWrittenOff && Kinds.abroad(line) && tolerance.allowsFee(gap, item.open)) {
            return one(
                    item,
                    Fit.FEE,
                    paid,
                    gap,
                    ReasonCode.AMOUNT_LESS_BANK_FEE,
                    () -> List.of(Arguments.amount(gap, currency), Arguments.document(item)));
        }
        if (gap > 0) {
            Explanation part = part(item, line);
            ReasonCode withheld = item.held.isEmpty() ? Withholding.of(item.open, gap, currency) : null;
            if (withheld != null) {
                part.speaksFor(withheld, "amount", () -> List.of(Arguments.amount(gap, currency)));
            }
            if (gap * 20 < item.open) {
                part.score -= 0.5;
                part.doubt(ReasonCode.AMOUNT_A_LITTLE_SHORT, () -> List.of(Arguments.amount(gap, currency)));
            }
            return part;
        }
        Explanation over = one(
                item,
                Fit.OVER,
                item.open,
                0,
                ReasonCode.AMOUNT_OVER,
                () -> List.of(Arguments.amount(-gap, currency), Arguments.document(item)));
        if (-gap > Math.max(100_00, item.open / 4)) {
            over.score -= 1.5;
            over.doubt(ReasonCode.AMOUNT_FAR_OVER);
        }
        return over;
    }

    private static Explanation part(Item item, Line line) {
        int before = Instalments.before(item, line.size());
        if (before == 0) {
            return one(
                    item,
                    Fit.PARTIAL,
                    line.size(),
                    0,
                    ReasonCode.AMOUNT_IS_PART,
                    () -> List.of(Arguments.amount(item.open, line.currency()), Arguments.document(item)));
        }
        Explanation instalment = one(
                item,
                Fit.PARTIAL,
                line.size(),
                0,
                ReasonCode.AMOUNT_IS_INSTALMENT,
                () -> List.of(Arguments.document(item), Arguments.count(before)));
        instalment.score += before == 1 ? Weights.INSTALMENT_AGAIN : Weights.INSTALMENT_PLAN;
        return instalment;
    }

    /** All but what is held back: nothing is written off, the rest stays open. */
    private static Explanation lessHeldBack(Item item, long paid, long missing) {
        Explanation one = one(
                item,
                Fit.HELD_BACK,
                paid,
                0,
                ReasonCode.AMOUNT_LESS_HELD_BACK,
                () -> List.of(Arguments.document(item), Arguments.amount(missing, item.currency)));
        item.held.say(one, missing, item.currency);
        return one;
    }

    private static Explanation one(
            Item item, Fit fit, long amount, long writeOff, ReasonCode reason, Supplier<List<Argument>> arguments) {
        Explanation one = new Explanation(List.of(item), List.of(new Share(item.id, amount, writeOff, null)), fit);
        one.score += fit.weight;
        one.speaksFor(reason, "amount", arguments);
        return one;
    }

    private void add(Explanation one) {
        if (known != null) {
            one.payerWeight = known.weight();
            one.payerCertain = known.certain();
            one.score += known.weight();
            one.says(known::evidence);
        }
        found.add(one);
    }

    // ---- several documents

    private void sets(List<Item> pays, List<Item> nets) {
        List<Item> namedPays = named(pays);
        List<Item> namedNets = named(nets);
        boolean even = false;
        if (namedPays.size() + namedNets.size() > 1) {
            even = even(namedPays, namedNets) || discounted(namedPays, namedNets) || heldBack(namedPays, namedNets);
        }
        if (!namedPays.isEmpty() && !even) {
            even = completed(namedPays, namedNets, pays, nets);
        }
        if (namedPays.isEmpty() && known != null && known.weight() >= 3) {
            unnamed(pays, nets);
        }
        if (namedPays.size() > 1 && !even) {
            uneven(namedPays);
        }
    }

    private List<Item> named(List<Item> items) {
        List<Item> some = new ArrayList<>();
        if (named.isEmpty()) {
            return some;
        }
        for (Item item : items) {
            Mentions.Hit hit = named.get(item);
            if (hit != null && hit.weight() >= 3 && some.size() < MOST_NAMED) {
                some.add(item);
            }
        }
        return some;
    }

    /** All that is named, or some of it, comes out even. */
    private boolean even(List<Item> named, List<Item> nets) {
        if (sum(named) - sum(nets) == line.size()) {
            addSet(named, nets, Less.NOTHING, false);
            return true;
        }
        Subsets<Item> subsets = new Subsets<>(named.size() > 20 ? named.subList(0, 20) : named, 20, OPEN);
        List<List<Item>> found = subsets.of(line.size() + sum(nets), 2);
        found.forEach(set -> addSet(set, nets, Less.NOTHING, subsets.bounded()));
        return !found.isEmpty();
    }

    /** All that is named comes out even when every discount that may be taken is taken. */
    private boolean discounted(List<Item> named, List<Item> nets) {
        int day = (int) line.day().toEpochDay();
        long cut = 0;
        for (Item item : named) {
            cut += item.discounted(day) >= 0 ? item.discount : 0;
        }
        if (cut == 0 || sum(named) - sum(nets) - cut != line.size()) {
            return false;
        }
        addSet(named, nets, Less.DISCOUNT, false);
        return true;
    }

    /** All that is named comes out even when each document is paid less what is held back of it. */
    private boolean heldBack(List<Item> named, List<Item> nets) {
        long due = due(named);
        if (due == sum(named) || due - sum(nets) != line.size()) {
            return false;
        }
        addSet(named, nets, Less.HELD_BACK, false);
        return true;
    }

    /** What is named comes out even with credit notes or documents that are not named. */
    private boolean completed(List<Item> named, List<Item> namedNets, List<Item> pays, List<Item> nets) {
        List<Item> others = without(nets, namedNets);
        long surplus = sum(named) - sum(namedNets) - line.size();
        int before = found.size();
        if (surplus > 0) {
            Subsets<Item> subsets = new Subsets<>(oldest(others), 3, OPEN);
            for (List<Item> credits : subsets.of(surplus, 1)) {
                addSet(named, joined(namedNets, credits), Less.NOTHING, subsets.bounded());
            }
        } else if (surplus < 0) {
            List<Item> rest = without(pays, named);
            Subsets<Item> subsets = new Subsets<>(oldest(rest), 3, OPEN);
            for (List<Item> more : subsets.of(-surplus, 1)) {
                addSet(joined(named, more), namedNets, Less.NOTHING, subsets.bounded());
            }
        }
        if (found.size() == before && named.size() > 1) {
            someWithCredits(named, joined(namedNets, oldest(others)));
        }
        return found.size() > before;
    }

    private void someWithCredits(List<Item> named, List<Item> credits) {
        for (Item credit : credits) {
            Subsets<Item> subsets = new Subsets<>(named.size() > 12 ? named.subList(0, 12) : named, 12, OPEN);
            for (List<Item> set : subsets.of(line.size() + credit.open, 1)) {
                addSet(set, List.of(credit), Less.NOTHING, subsets.bounded());
            }
        }
    }

    /** No word said: sets of a known payer's documents that come out even. */
    private void unnamed(List<Item> pays, List<Item> nets) {
        List<Item> oldest = oldest(pays);
        boolean wide = pays.size() > WIDTH;
        Subsets<Item> subsets = new Subsets<>(oldest, 4, OPEN);
        List<List<Item>> sets = subsets.of(line.size(), 2);
        for (List<Item> set : sets) {
            addSet(set, List.of(), Less.NOTHING, wide || subsets.bounded());
        }
        if (sets.size() == 1 && known != null && known.certain()) {
            found.get(found.size() - 1).score += Weights.ONLY_SET;
        }
        if (due(oldest) < sum(oldest)) {
            Subsets<Item> due = new Subsets<>(oldest, 4, item -> item.held.due(item.open));
            for (List<Item> set : due.of(line.size(), 2)) {
                addSet(set, List.of(), Less.HELD_BACK, wide || due.bounded());
            }
        }
        for (Item credit : oldest(nets)) {
            Subsets<Item> less = new Subsets<>(oldest, 3, OPEN);
            for (List<Item> set : less.of(line.size() + credit.open, 1)) {
                addSet(set, List.of(credit), Less.NOTHING, wide || less.bounded());
            }
        }
        allUpTo(pays);
    }

    /** The oldest so many of them, as who clears his account pays. */
    private void allUpTo(List<Item> pays) {
        long sum = 0;
        for (int i = 0; i < pays.size() && i < 100; i++) {
            sum += pays.get(i).open;
            if (sum == line.size() && i > 3) {
                addSet(pays.subList(0, i + 1), List.of(), Less.NOTHING, false);
            }
        }
    }

    /** Named documents that do not come out even: all of them if there is enough, else the oldest first. */
    private void uneven(List<Item> named) {
        long left = line.size();
        List<Share> shares = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (Item item : named) {
            long part = Math.min(left, item.open);
            if (part > 0) {
                shares.add(Share.of(item.id, part));
                items.add(item);
                left -= part;
            }
        }
        Explanation one = new Explanation(items, shares, left > 0 ? Fit.OVER : Fit.PARTIAL);
        one.score += one.fit.weight - 1;
        one.speaksFor(ReasonCode.AMOUNT_ON_OLDEST_NAMED, "amount", List::of);
        one.doubt(ReasonCode.AMOUNT_NOT_EVEN);
        add(one);
    }

    /** What each document of a set is paid less. */
    private enum Less {
        NOTHING,
        /** The early-payment discount, where it may be taken: written off. */
        DISCOUNT,
        /** What is held back by contract or law: stays open. */
        HELD_BACK
    }

    private void addSet(List<Item> pays, List<Item> nets, Less less, boolean bounded) {
        if (pays.size() + nets.size() < 2) {
            return;
        }
        List<Share> shares = new ArrayList<>(pays.size() + nets.size());
        pays.forEach(item -> shares.add(share(item, less)));
        nets.forEach(item -> shares.add(Share.of(item.id, item.open)));
        Explanation set = new Explanation(joined(pays, nets), shares, Fit.SET);
        set.score += Fit.SET.weight;
        sayOf(set, less, pays, nets.size());
        if (bounded) {
            set.doubt(ReasonCode.SETS_NOT_ALL_SEEN);
        }
        add(set);
    }

    private Share share(Item item, Less less) {
        return switch (less) {
            case NOTHING -> Share.of(item.id, item.open);
            case DISCOUNT -> {
                long paid = item.discounted((int) line.day().toEpochDay());
                yield paid >= 0 ? new Share(item.id, paid, item.discount, null) : Share.of(item.id, item.open);
            }
            case HELD_BACK -> Share.of(item.id, item.held.due(item.open));
        };
    }

    private void sayOf(Explanation set, Less less, List<Item> pays, int netted) {
        boolean alone = netted == 0;
        ReasonCode sum =
                switch (less) {
                    case NOTHING -> alone ? ReasonCode.AMOUNT_IS_SUM : ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT;
                    case DISCOUNT ->
                        alone
                                ? ReasonCode.AMOUNT_IS_SUM_LESS_DISCOUNT
                                : ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT_AND_DISCOUNT;
                    case HELD_BACK ->
                        alone
                                ? ReasonCode.AMOUNT_IS_SUM_LESS_HELD_BACK
                                : ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT_AND_HELD_BACK;
                };
        int paid = pays.size();
        long held = less == Less.HELD_BACK ? sum(pays) - due(pays) : 0;
        set.speaksFor(sum, "amount", () -> {
            List<Argument> arguments = new ArrayList<>(List.of(Arguments.count(paid)));
            if (!alone) {
                arguments.add(Arguments.count(netted));
            }
            if (held > 0) {
                arguments.add(Arguments.amount(held, line.currency()));
            }
            return arguments;
        });
    }

    /** What is due of documents beside what is held back. */
    private static long due(List<Item> items) {
        long due = 0;
        for (Item item : items) {
            due += item.held.due(item.open);
        }
        return due;
    }

    private static long sum(List<Item> items) {
        long sum = 0;
        for (Item item : items) {
            sum += item.open;
        }
        return sum;
    }

    private static List<Item> oldest(List<Item> items) {
        return items.size() > WIDTH ? items.subList(0, WIDTH) : items;
    }

    private static List<Item> joined(List<Item> a, List<Item> b) {
        List<Item> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static List<Item> without(List<Item> all, List<Item> some) {
        Set<Item> left = new LinkedHashSet<>(all);
        some.forEach(left::remove);
        return new ArrayList<>(left);
    }
}
