package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Span;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.text.BehalfWords;
import org.bankfeed.matching.internal.text.Fillers;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.NameWords;
import org.jspecify.annotations.Nullable;

/** Finds whose money a line may be: by account number, mandate, a name that paid before, and the words of the name. */
public final class Payers {

    private static final int MOST = 8;

    /** The words of several names make up those of others besides. */
    private static final int MOST_SAID = 20;

    private static final int SHORTEST_NAME = 4;

    /** So many signs of a name are taken for it where a bank cuts it. */
    private static final int LEAST_OF_NAME = 18;

    /** What an account or name says at least of each party that it pays for. */
    private static final double LEAST_OF_MANY = 1;

    private final ById<Payer> payers = new ById<>(payer -> payer.id);
    private final NameIndex names = new NameIndex();
    private final Facts facts;
    private final Senders senders;
    private final ThirdParties thirdParties;

    Payers(Facts facts, Senders senders, ById<Item> items) {
        this.facts = facts;
        this.senders = senders;
        this.thirdParties = new ThirdParties(items);
    }

    /**
     * A party that a line may come from.
     *
     * @param weight how sure, as the logarithm of odds
     * @param certain whether account or mandate say so
     * @param onBehalf of whom somebody else pays, and how that is known; {@code null} if nobody else does
     */
    public record Known(
            Payer payer,
            double weight,
            boolean certain,
            Supplier<Evidence> words,
            Supplier<? extends @Nullable Evidence> onBehalf) {}

    public Payer of(Document.Party party) {
        Payer payer = payers.get(party.id());
        if (payer == null) {
            payer = new Payer(party.id());
            payers.add(payer);
        }
        if (!payer.name().equals(party.name())) {
            names.put(payer, party.name());
        }
        return payer;
    }

    boolean holds(String party) {
        return payers.contains(party);
    }

    /** A party that the book holds. */
    public Payer of(String party) {
        return Objects.requireNonNull(payers.get(party));
    }

    /**
     * Whether persons said that money from this account pays no invoice, oftener than it paid one: a customer who paid
     * something twice, or too much, is still a customer.
     */
    public boolean saidToBeNobody(Line line) {
        KnownParties known = ofSender(line);
        Facts.Said nobody = known.of(Facts.NOBODY);
        if (nobody == null || nobody.byPerson == 0) {
            return false;
        }
        int somebody = 0;
        for (Facts.Said said : known.all()) {
            somebody += said == nobody ? 0 : said.byHost + said.learned();
        }
        return nobody.byPerson > somebody;
    }

    /** What is known of the account that a line names, or of the name if it names none. */
    private KnownParties ofSender(Line line) {
        return facts.of(senders.of(line).key(line.name()));
    }

    /** Who it may be, most probable first, at most eight. */
    public List<Known> of(Line line) {
        Map<Payer, Known> found = new LinkedHashMap<>();
        Sender sender = senders.of(line);
        if (!sender.account.isEmpty()) {
            byFact(
                    found,
                    sender,
                    line.name(),
                    sender.ofAccount,
                    Weights.ACCOUNT,
                    true,
                    "counterpartReference",
                    PayerEvidence.masked(sender.account),
                    null,
                    ReasonCode.ACCOUNT_PAID_BEFORE);
        }
        if (!Fillers.orEmpty(line.mandate()).isEmpty()) {
            byFact(
                    found,
                    sender,
                    line.name(),
                    new Facts.Key(Facts.mandate(line.mandate())),
                    Weights.MANDATE,
                    true,
                    "mandateId",
                    line.mandate(),
                    PayerEvidence.whole(line.mandate()),
                    ReasonCode.MANDATE_PAID_BEFORE);
        }
        if (found.isEmpty() && line.name().length() > 2) {
            byFact(
                    found,
                    sender,
                    line.name(),
                    sender.ofName(line.name()),
                    Weights.LEARNED_NAME,
                    false,
                    "counterpartName",
                    line.name(),
                    PayerEvidence.whole(line.name()),
                    ReasonCode.NAME_PAID_BEFORE);
            byWords(found, line);
        }
        List<Known> known = new ArrayList<>(found.values());
        known.sort(Comparator.comparingDouble((Known k) -> -k.weight()).thenComparing(k -> k.payer().id));
        return known.size() > MOST ? known.subList(0, MOST) : known;
    }

    /**
     * What the line's account, or else its name, says of a party that a text names; {@code null} if nothing. It is for those
     * who are not among the most probable.
     */
    @Nullable
    public Known of(Line line, Payer payer) {
        Sender sender = senders.of(line);
        Facts.Said said =
                sender.account.isEmpty() ? null : facts.of(sender.ofAccount).of(payer.id);
        if (said != null && said.holds()) {
            String account = PayerEvidence.masked(sender.account);
            Supplier<Evidence> words = () -> PayerEvidence.evidence(
                    PayerEvidence.reason(said, ReasonCode.ACCOUNT_PAID_BEFORE),
                    payer,
                    "counterpartReference",
                    account,
                    null);
            return new Known(
                    payer, LEAST_OF_MANY, true, words, () -> thirdParties.evidence(said, payer, sender, line.name()));
        }
        double likeness = name(line).likeness(payer);
        return likeness < NameIndex.LEAST
                ? null
                : new Known(payer, likeness, false, () -> PayerEvidence.nameIsLike(payer, line), () -> null);
    }

    private void byFact(
            Map<Payer, Known> found,
            Sender sender,
            String name,
            Facts.Key key,
            double weight,
            boolean certain,
            String field,
            String excerpt,
            @Nullable Span at,
            ReasonCode before) {
        List<Facts.Said> holding = new ArrayList<>(1);
        for (Facts.Said said : facts.of(key).all()) {
            if (said.holds() && payer(said) != null) {
                holding.add(said);
            }
        }
        for (Facts.Said by : holding) {
            Payer payer = Objects.requireNonNull(by.payer);
            Supplier<Evidence> words =
                    () -> PayerEvidence.evidence(PayerEvidence.reason(by, before), payer, field, excerpt, at);
            // the account of a factor says little of which, but not the contrary
            double less = Math.min(0.7 * (holding.size() - 1), weight - LEAST_OF_MANY);
            offer(
                    found,
                    new Known(
                            payer,
                            weight - less,
                            certain,
                            words,
                            () -> thirdParties.evidence(by, payer, sender, name)));
        }
    }

    private @Nullable Payer payer(Facts.Said said) {
        if (said.payer == null) {
            said.payer = payers.get(said.party);
        }
        return said.payer;
    }

    /** Whether a person said that the account or name that this is known of is not that of a party. */
    private static boolean rejected(KnownParties known, Payer payer) {
        Facts.Said said = known.of(payer.id);
        return said != null && said.rejected > 0 && !said.holds();
    }

    /** All for whom a line's account is known to pay. */
    public List<Payer> paidBy(Line line) {
        List<Payer> paid = new ArrayList<>();
        for (Facts.Said said : facts.of(senders.of(line).ofAccount).all()) {
            Payer payer = said.holds() ? payer(said) : null;
            if (payer != null) {
                paid.add(payer);
            }
        }
        return paid;
    }

    private static void offer(Map<Payer, Known> found, Known known) {
        found.merge(known.payer(), known, (a, b) -> a.weight() >= b.weight() ? a : b);
    }

    private void byWords(Map<Payer, Known> found, Line line) {
        KnownParties said = ofSender(line);
        for (NameIndex.Like like : names.like(line.name(), MOST)) {
            if (rejected(said, like.payer())) {
                continue;
            }
            offer(
                    found,
                    new Known(
                            like.payer(),
                            like.weight(),
                            false,
                            () -> PayerEvidence.nameIsLike(like.payer(), line),
                            () -> null));
        }
    }

    /**
     * The parties whose names a line's text says in full, that of its other side aside: who pays for another often writes for
     * whom.
     */
    public List<Known> saidIn(Line line) {
        List<Known> said = new ArrayList<>(0);
        if (!line.text().isBlank()
                && !names.saidIn(NameWords.of(line.text()), 1).isEmpty()) {
            Set<Payer> parties = names.saidIn(NameWords.of(withoutName(line)), MOST_SAID);
            Payer meant = onlyOwing(parties, line);
            for (Payer payer : parties) {
                double weight = payer == meant ? saidAlone(payer, line) : Weights.NAME_IN_TEXT;
                said.add(new Known(payer, weight, false, () -> PayerEvidence.nameIsSaid(payer), () -> null));
            }
        }
        return said;
    }

    /** The only one of some parties, or of them the only one that owes so much to the cent; {@code null} if there is none. */
    private static @Nullable Payer onlyOwing(Set<Payer> parties, Line line) {
        Payer only = null;
        for (Payer payer : parties) {
            if (parties.size() == 1 || owes(payer, line)) {
                if (only != null) {
                    return null;
                }
                only = payer;
            }
        }
        return only;
    }

    private static boolean owes(Payer payer, Line line) {
        OpenItems open = payer.open();
        for (int i = 0; i < open.size(); i++) {
            if (open.amount(i) == line.size() && open.settledByMoneyIn(i) == line.in()) {
                return true;
            }
        }
        return false;
    }

    /** What the only name in a text says: more where the payer says that he pays for somebody else, or is of one family. */
    private double saidAlone(Payer payer, Line line) {
        String behind = BehalfWords.behind(line.text());
        if (behind != null && names.isSaid(payer, NameWords.of(behind))) {
            return Weights.LEARNED_NAME;
        }
        return payer.hasNothingOf(line.name()) ? Weights.ONLY_NAME_IN_TEXT : Weights.RELATIVE_IN_TEXT;
    }

    /** Whether a line's text says that the payer pays for somebody else than a party. */
    public boolean isForAnother(Line line, Payer party) {
        String behind = BehalfWords.behind(line.text());
        return behind != null && !names.isSaid(party, NameWords.of(behind));
    }

    /** Whether a line's text says the name of a party in full, that of its other side aside. */
    public boolean isSaid(Payer party, Line line) {
        return names.isSaid(party, NameWords.of(withoutName(line)));
    }

    /** Whether a text says the name of a party in full. */
    public boolean isSaid(Payer party, String text) {
        return names.isSaid(party, NameWords.of(text));
    }

    /**
     * A party with open documents that a text names beside another: it says a word of its name that the other has not, and
     * they share one, as members of a family or a group do; {@code null} if there is none.
     */
    @Nullable
    public Payer saidBeside(Payer party, Line line) {
        String text = withoutName(line);
        return text.isBlank() ? null : names.saidBeside(party, NameWords.of(text));
    }

    /** A line's text without the name of its other side, which some banks repeat there, whole or cut. */
    private static String withoutName(Line line) {
        String name = line.name();
        for (int at = 0;
                name.length() >= SHORTEST_NAME
                        && at + SHORTEST_NAME <= line.text().length();
                at++) {
            int length = 0;
            while (length < name.length() && line.text().regionMatches(true, at + length, name, length, 1)) {
                length++;
            }
            if (length >= Math.min(name.length(), LEAST_OF_NAME)) {
                return line.text().substring(0, at) + line.text().substring(at + length);
            }
        }
        return line.text();
    }

    /** Whether the other side of a line bears the name of a party, and no other party does. */
    public boolean isOnlyBearer(Line line, Payer party) {
        String name = Fold.compact(line.name());
        if (!name.equals(Fold.compact(party.name()))) {
            return false;
        }
        for (NameIndex.Like like : names.like(line.name(), MOST)) {
            if (like.payer() != party && name.equals(Fold.compact(like.payer().name()))) {
                return false;
            }
        }
        return true;
    }

    /** The parties whose names share a word with one. */
    public Set<Payer> sharingAWord(SaidName name) {
        return names.sharing(name);
    }

    /** The name on a line, to be compared with those of parties. */
    public SaidName name(Line line) {
        return names.said(line.name());
    }
}
