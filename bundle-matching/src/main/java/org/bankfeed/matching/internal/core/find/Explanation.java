package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.Payers;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/** One way to understand a line: what it pays, or which settled item it speaks of. */
public final class Explanation {

    final List<Item> items;
    final List<Share> shares;
    final Fit fit;

    /** The settled item it speaks of; then it settles nothing. */
    final @Nullable Item settled;

    public static final Comparator<Explanation> BEST_FIRST = Comparator.comparingDouble((Explanation one) -> -one.score)
            .thenComparing(Explanation::first, Item::byAge)
            .thenComparing(Explanation::key);

    private @Nullable String key;

    /** The words are made only for what is shown: most explanations are weighed and forgotten. */
    private final List<Supplier<? extends @Nullable Evidence>> evidence = new ArrayList<>(4);

    private List<Supplier<Evidence>> against = List.of();

    private boolean doubtful;
    private double score;
    private double share;
    private double payerWeight;
    private double textWeight;
    private boolean payerCertain;
    private boolean meant;
    private boolean told;
    private @Nullable Runnable unlessTold;

    Explanation(List<Item> items, List<Share> shares, Fit fit) {
        this.items = items;
        this.shares = shares;
        this.fit = fit;
        this.settled = null;
    }

    Explanation(Item settled) {
        this.items = List.of(settled);
        this.shares = List.of();
        this.fit = Fit.EXACT;
        this.settled = settled;
    }

    public List<Item> items() {
        return items;
    }

    public List<Share> shares() {
        return shares;
    }

    public Fit fit() {
        return fit;
    }

    @Nullable
    public Item settled() {
        return settled;
    }

    public void speaksFor(ReasonCode reason, @Nullable String field, Supplier<List<Argument>> arguments) {
        evidence.add(new Reason(Evidence.Speaks.FOR, reason, field, arguments));
    }

    /** Something speaks for it, or against it if it is negative: a logarithm of odds. */
    public void weighs(double weight) {
        score += weight;
    }

    /** So much of what speaks for it is said of the payer. */
    public void payerWeighs(double weight) {
        payerWeight = weight;
        score += weight;
    }

    /** So much of what speaks for it stands in the line's texts. */
    public void textWeighs(double weight) {
        textWeight = weight;
        score += weight;
    }

    /** It is of a document of a party of whom this is known. */
    void isOf(Payers.Known payer) {
        payerWeighs(payer.weight());
        payerCertain = payer.certain();
        says(payer.words());
        says(payer.onBehalf());
    }

    /** The text says the day or month of this one, of several that it would fit. */
    void dayIsSaid() {
        meant = true;
    }

    /** The text, or what was paid each time before, says that just so much is paid. */
    void isTold() {
        told = true;
        unlessTold = null;
    }

    /** Something forbids to book it without a person, unless it turns out that just so much is meant. */
    void doubtsUnlessTold(ReasonCode reason, Supplier<List<Argument>> arguments) {
        unlessTold = () -> doubt(reason, arguments);
    }

    /** Doubts it for what nothing told. */
    public void doubtUntold() {
        if (unlessTold != null) {
            unlessTold.run();
            unlessTold = null;
        }
    }

    /** Whether it is told that just so much is paid: then nothing that we do not know is missing. */
    public boolean told() {
        return told;
    }

    /** It is one of several: its share is what its odds are of those of all. */
    public void standsAgainst(double all) {
        share = Math.exp(score) / all;
    }

    /** Whether something forbids to book it without a person. */
    public boolean isDoubtful() {
        return doubtful;
    }

    public double score() {
        return score;
    }

    /** How probable it is beside the others, 0 to 1. */
    public double share() {
        return share;
    }

    public double payerWeight() {
        return payerWeight;
    }

    public double textWeight() {
        return textWeight;
    }

    /** Whether account or mandate say who pays. */
    public boolean payerCertain() {
        return payerCertain;
    }

    public boolean isMeant() {
        return meant;
    }

    /** @param one gives {@code null} if there is nothing to be said after all */
    public void says(Supplier<? extends @Nullable Evidence> one) {
        evidence.add(one);
    }

    public void speaksAgainst(Supplier<Evidence> one) {
        against = against.isEmpty() ? new ArrayList<>(2) : against;
        against.add(one);
    }

    public void speaksAgainst(ReasonCode reason, Supplier<List<Argument>> arguments) {
        speaksAgainst(new Reason(Evidence.Speaks.AGAINST, reason, null, arguments));
    }

    /** A reason of which the words are not made yet. */
    private record Reason(
            Evidence.Speaks speaks,
            ReasonCode code,
            @Nullable String field,
            Supplier<List<Argument>> arguments) implements Supplier<Evidence> {
        @Override
        public Evidence get() {
            return new Evidence(speaks, code, arguments.get(), field, null, null);
        }
    }

    public void doubt(ReasonCode reason) {
        doubt(reason, List::of);
    }

    public void doubt(ReasonCode reason, Supplier<List<Argument>> arguments) {
        doubtful = true;
        speaksAgainst(reason, arguments);
    }

    /** Equal for explanations that do the same; made of what is there, since nearly every line asks for a few. */
    public Object deed() {
        if (settled != null) {
            return settled;
        }
        if (shares.size() > 1) {
            return key();
        }
        Share share = shares.get(0);
        return new Payment(first(), share.amount(), share.writeOff());
    }

    /** What one document is paid. */
    private record Payment(Item item, long amount, long writeOff) {}

    /** A text that is equal for explanations that do the same: the last word on their order. */
    private String key() {
        if (key == null) {
            key = settled != null ? "=" + settled.id() : key(shares);
        }
        return key;
    }

    private static String key(List<Share> shares) {
        List<Share> order = shares;
        if (shares.size() > 1) {
            order = new ArrayList<>(shares);
            order.sort(Comparator.comparing(Share::document));
        }
        StringBuilder key = new StringBuilder(24 * order.size());
        for (Share share : order) {
            key.append(share.document())
                    .append(':')
                    .append(share.amount())
                    .append(':')
                    .append(share.writeOff())
                    .append(' ');
        }
        return key.toString();
    }

    public Item first() {
        return items.get(0);
    }

    public List<Evidence> words() {
        List<Evidence> words = new ArrayList<>(evidence.size() + against.size());
        for (Supplier<? extends @Nullable Evidence> one : evidence) {
            Evidence said = one.get();
            if (said != null) {
                words.add(said);
            }
        }
        against.forEach(one -> words.add(one.get()));
        return words;
    }
}
