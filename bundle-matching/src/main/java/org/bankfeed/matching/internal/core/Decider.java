package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bankfeed.matching.Argument;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.text.BankText;
import org.jspecify.annotations.Nullable;

/** Weighs the explanations of a line against one another. One that leaves no rival is booked, others are laid before a person. */
final class Decider {

    /** What a wrong booking costs, in clicks of a bookkeeper. */
    private static final double CLICKS_PER_WRONG_BOOKING = 50;

    /** Below this, an explanation is not booked by itself: then asking costs less than what may go wrong. */
    private static final double CERTAIN = 1 - 1 / (CLICKS_PER_WRONG_BOOKING + 1);

    /** From here on a settled document is a rival: the line may pay once more, or have been booked by hand. */
    private static final double RIVAL = 0.01;

    private static final double WORTH_SAYING = 0.002;
    private static final int LONG_OVERDUE = 45;
    private static final int SOON_DUE = 15;

    private final Book book;
    private final Returns returns;

    Decider(Book book) {
        this.book = book;
        this.returns = new Returns(book);
    }

    Verdict decide(Line line) {
        Kinds.Kind kind = Kinds.of(line, book.ownAccounts);
        Mentions mentions = Mentions.in(book.forms, texts(line), line);
        Verdict taken = returns.verdict(line, mentions);
        if (taken != null) {
            return taken;
        }
        Verdict ours = book.own.verdict(line);
        if (ours != null) {
            return ours;
        }
        List<Payers.Known> known = kind.distance() == Kinds.Distance.OTHER ? List.of() : book.payers.of(line);
        List<Explanation> order = explanations(line, mentions, known);
        if (order.size() > 1) {
            order.sort(Explanation.BEST_FIRST);
            Set<Object> seen = new HashSet<>();
            order.removeIf(one -> !seen.add(one.deed()));
        }
        return verdict(line, mentions, kind, order);
    }

    private static List<BankText> texts(Line line) {
        List<BankText> texts = new ArrayList<>(3);
        texts.add(BankText.of("remittanceInformation", Fillers.orEmpty(line.text())));
        String id = Fillers.orEmpty(line.endToEndId());
        if (!id.isEmpty()) {
            texts.add(BankText.of("endToEndId", id));
        }
        if (!line.more().isEmpty() && !line.text().contains(line.more())) {
            texts.add(BankText.of("additionalInformation", line.more()));
        }
        return texts;
    }

    // ---- finding

    private List<Explanation> explanations(Line line, Mentions mentions, List<Payers.Known> known) {
        Map<Payer, Payers.@Nullable Known> parties = new LinkedHashMap<>();
        known.forEach(one -> parties.put(one.payer(), one));
        for (Mentions.Hit hit : mentions.hits()) {
            parties.putIfAbsent(hit.item().party, null);
        }
        List<Explanation> all = new ArrayList<>();
        Set<Payer> done = new LinkedHashSet<>();
        for (Map.Entry<Payer, Payers.@Nullable Known> party : parties.entrySet()) {
            done.add(party.getKey());
            PartyFinder finder = new PartyFinder(book, line, mentions, party.getKey(), party.getValue());
            all.addAll(finder.explanations());
            all.addAll(new SettledFinder(book, line, mentions, party.getKey(), party.getValue()).explanations());
        }
        boolean identified = known.stream().anyMatch(Payers.Known::certain);
        all.addAll(new AmountFinder(book, line, mentions).explanations(done, identified));
        all.forEach(one -> weigh(one, line, mentions, identified));
        return all;
    }

    // ---- weighing

    private void weigh(Explanation one, Line line, Mentions mentions, boolean otherKnown) {
        double text = 0;
        int named = 0;
        int unnamed = 0;
        int unnamedCredits = 0;
        Set<Mentions.Hit> used = new LinkedHashSet<>();
        for (Item item : one.items) {
            Mentions.Hit hit = mentions.of(item);
            if (hit == null) {
                boolean credit = item.settledByMoneyIn() != line.in();
                unnamed += credit ? 0 : 1;
                unnamedCredits += credit ? 1 : 0;
                continue;
            }
            used.add(hit);
            text = named == 0 ? hit.weight() : Math.max(text, hit.weight()) + 0.5 * Math.min(text, hit.weight());
            named++;
            one.says(hit::evidence);
        }
        one.textWeight = Math.min(text, 18);
        one.score += one.textWeight;
        if (named > 0) {
            one.score += unnamed * Weights.UNNAMED_BESIDE_NAMED + unnamedCredits * Weights.UNNAMED_CREDIT_BESIDE_NAMED;
        } else if (one.items.size() > 1) {
            one.score -= 0.5 * unnamed + 2.5 * unnamedCredits;
        } else if (one.fit == Fit.EXACT && one.payerWeight > 0 && !one.payerCertain && onlyOneOfAmount(line)) {
            one.score += Weights.ONLY_ITEM_OF_AMOUNT;
        }
        if (one.payerWeight == 0 && otherKnown) {
            one.score += Weights.OTHERS_ACCOUNT;
            one.speaksAgainst(ReasonCode.ACCOUNT_OF_ANOTHER, List::of);
        }
        contradictions(one, line, mentions, used);
    }

    private boolean onlyOneOfAmount(Line line) {
        return book.amounts.countWithLess(line.in(), line.size()) == 1;
    }

    /** A text that names other items than these speaks against them. */
    private static void contradictions(Explanation one, Line line, Mentions mentions, Set<Mentions.Hit> used) {
        int counted = 0;
        for (Mentions.Hit hit : mentions.hits()) {
            if (!hit.strong() || one.items.contains(hit.item()) || explained(hit, used) || counted >= 2) {
                continue;
            }
            boolean open = hit.item().isOpen() && hit.item().currency.equals(line.currency());
            one.score += open ? Weights.OMITS_NAMED : Weights.OMITS_SETTLED;
            ReasonCode reason = open ? ReasonCode.TEXT_NAMES_OTHER : ReasonCode.TEXT_NAMES_SETTLED;
            Supplier<List<Argument>> named = () -> List.of(Arguments.document(hit.item()), Arguments.text(hit.quote()));
            boolean allNamed = one.textWeight >= Weights.STRONG && used.size() == one.items.size();
            if (allNamed && onlyToldOf(hit.item(), one, line)) {
                one.speaksAgainst(reason, named);
            } else {
                one.doubt(reason, named);
            }
            counted++;
        }
        String foreign = mentions.foreignReference();
        if (foreign != null && one.textWeight < Weights.STRONG && one.settled == null) {
            one.score -= 2.5;
            one.doubt(ReasonCode.REFERENCE_OF_NOTHING, () -> List.of(Arguments.text(foreign)));
        }
    }

    /**
     * Whether a settled document stands beside the ones that are named and come out at the amount only to say that it is
     * paid. One that was closed by hand, or paid by as much, may be what is paid.
     */
    private static boolean onlyToldOf(Item settled, Explanation one, Line line) {
        return one.fit.exact
                && one.payerCertain
                && !settled.isOpen()
                && !settled.closedByUser()
                && settled.last != null
                && settled.last.amount != line.amount();
    }

    private static boolean explained(Mentions.Hit hit, Set<Mentions.Hit> used) {
        for (Mentions.Hit mine : used) {
            if (hit.text() == mine.text() && hit.from() < mine.to() && mine.from() < hit.to()) {
                return true;
            }
        }
        return false;
    }

    // ---- deciding

    private Verdict verdict(Line line, Mentions mentions, Kinds.Kind kind, List<Explanation> order) {
        double unseen = Weights.UNSEEN
                + switch (kind.distance()) {
                    case PAYMENT -> 0;
                    case RARELY -> 7;
                    case OTHER -> 14;
                };
        unseen += book.payers.saidToBeNobody(line) ? 4 : 0;
        double all = Math.exp(unseen);
        for (Explanation one : order) {
            all += Math.exp(one.score);
        }
        List<Explanation> pays = new ArrayList<>(order.size());
        double settledShare = 0;
        for (Explanation one : order) {
            one.share = Math.exp(one.score) / all;
            if (one.settled == null) {
                pays.add(one);
            } else {
                settledShare += one.share;
            }
        }
        double nothing = settledShare + Math.exp(unseen) / all;
        Explanation top = pays.isEmpty() ? null : pays.get(0);
        double best = top == null ? 0 : top.share;
        if (top == null || best < nothing) {
            return none(kind, order, pays, settledShare, nothing);
        }
        rivals(line, top, pays, mentions);
        boolean sure = best >= CERTAIN && settledShare < RIVAL && !top.doubtful;
        return new Verdict(
                sure ? Verdict.Kind.BOOK : Verdict.Kind.SUGGEST,
                top.shares,
                Math.min(best, !top.doubtful ? 0.999 : 0.85),
                top.words(),
                alternatives(top, pays.subList(1, pays.size())),
                null);
    }

    private static Verdict none(
            Kinds.Kind kind, List<Explanation> order, List<Explanation> pays, double settledShare, double nothing) {
        List<Evidence> why = new ArrayList<>();
        boolean settled = settledShare > 0.5 * nothing;
        @Nullable String settledItem = null;
        if (settled) {
            for (Explanation one : order) {
                if (one.settled != null) {
                    why.addAll(one.words());
                    settledItem = one.settled.id;
                    break;
                }
            }
        }
        why.addAll(kind.evidence());
        if (why.isEmpty()) {
            why.add(Evidence.of(Evidence.Speaks.FOR, ReasonCode.NOTHING_FITS));
        }
        boolean noPayment = settled || kind.distance() != Kinds.Distance.PAYMENT;
        return new Verdict(
                noPayment ? Verdict.Kind.NO_PAYMENT : Verdict.Kind.OPEN,
                List.of(),
                Math.min(nothing, 0.999),
                why,
                alternatives(null, pays),
                settledItem);
    }

    /** What keeps the most probable explanation from being booked by itself. */
    private void rivals(Line line, Explanation top, List<Explanation> pays, Mentions mentions) {
        if (!top.fit.exact) {
            for (Explanation other : pays) {
                if (other != top && other.fit.exact && other.payerWeight >= 3) {
                    top.doubt(ReasonCode.AMOUNT_FITS_OTHER, () -> List.of(Arguments.documents(other.items)));
                }
            }
        }
        boolean wide = top.fit == Fit.PARTIAL || top.fit == Fit.OVER;
        if (wide && book.undecidedBefore(line)) {
            top.doubt(ReasonCode.EARLIER_PAYMENT_UNDECIDED);
        }
        if (wide && top.payerWeight < 2.5) {
            top.doubt(ReasonCode.PAYER_UNKNOWN, () -> List.of(Arguments.party(top.first().party)));
        }
        twins(line, top);
        boolean unknown = mentions.unknownNumber(line, top.first().party, 3);
        if (top.fit == Fit.PARTIAL && (unknown || !line.in())) {
            top.doubt(unknown ? ReasonCode.CREDIT_NOTE_MAY_BE_MISSING : ReasonCode.WE_SELDOM_PAY_A_PART);
        }
        if (top.textWeight == 0) {
            boolean twin = pays.stream()
                    .anyMatch(one ->
                            one != top && one.fit.exact && one.items.size() == 1 && one.payerWeight == top.payerWeight);
            // among equal documents two digits may be meant to tell them apart
            if (twin ? mentions.unknownNumber(line, top.first().party, 2) : unknown && !top.payerCertain) {
                top.doubt(ReasonCode.NUMBER_OF_NOTHING);
            }
        }
    }

    /** Who pays the same sum again and again may repeat an old text: a twin that is due says that this is so. */
    private static void twins(Line line, Explanation top) {
        Item named = top.first();
        boolean ours = !line.mandate().isEmpty() && line.in();
        if (ours || top.textWeight == 0 || top.items.size() > 1 || top.payerWeight < 3 || top.fit == Fit.DISCOUNT) {
            return;
        }
        int day = (int) line.day().toEpochDay();
        for (Item twin : named.party.open) {
            boolean same = twin != named && twin.open == named.open && twin.settledByMoneyIn() == line.in();
            boolean longAgo = named.due < day - LONG_OVERDUE && twin.due > named.due && twin.due < day + SOON_DUE;
            if (same && longAgo) {
                top.doubt(
                        ReasonCode.TEXT_MAY_BE_OLD, () -> List.of(Arguments.document(twin), Arguments.document(named)));
                return;
            }
        }
    }

    private static List<Verdict.Explained> alternatives(@Nullable Explanation top, List<Explanation> pays) {
        List<Verdict.Explained> alternatives = new ArrayList<>(3);
        for (Explanation one : pays) {
            if (alternatives.size() == 3) {
                break;
            }
            if (one.share >= WORTH_SAYING) {
                if (top != null) {
                    one.speaksAgainst(() -> RunnerUp.lostBecause(one, top));
                }
                alternatives.add(new Verdict.Explained(one.shares, one.share, one.words()));
            }
        }
        return alternatives;
    }
}
