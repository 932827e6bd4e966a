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
import org.bankfeed.matching.internal.text.Fillers;
import org.bankfeed.matching.internal.text.Fold;
import org.jspecify.annotations.Nullable;

/** Finds whose money a line may be: by account number, mandate, a name that paid before, and the words of the name. */
public final class Payers {

    private static final int MOST = 8;

    /** What an account or name says at least of each party that it pays for. */
    private static final double LEAST_OF_MANY = 1;

    private final ById<Payer> payers = new ById<>(payer -> payer.id);
    private final NameIndex names = new NameIndex();
    private final NamesInText inText = new NamesInText(names);
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
            Supplier<? extends @Nullable Evidence> onBehalf) {

        /** The same party, where the text says its name as well: of those for whom an account pays, it is the one that is meant. */
        public Known and(Known said) {
            return new Known(
                    payer,
                    weight + said.weight,
                    certain,
                    () -> onBehalf.get() == null ? words.get() : said.words.get(),
                    () -> {
                        Evidence other = onBehalf.get();
                        return other == null ? said.words.get() : other;
                    });
        }
    }

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
        if (senders.of(line).isNobody()) {
            return false;
        }
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

    /** The names of parties that texts say. */
    public NamesInText inText() {
        return inText;
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
