package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.text.Fillers;
import org.bankfeed.matching.internal.text.Fold;
import org.jspecify.annotations.Nullable;

/** A line that came, and what it settles now. Only the book changes it. */
public final class Past {

    final String id;
    final int day;
    final long amount;
    final String currency;
    final Sender sender;
    final String name;

    /** Stands for the text, equal for texts that differ in case, accents and signs only; 0 if it says nothing. */
    final long text;

    /** The text, of the latest few lines of a sender; then {@code null}. */
    @Nullable
    String said;

    final String endToEndId;
    final String mandate;

    /** What it settles; empty while nothing is booked. */
    List<Share> shares = List.of();

    /** The payments of ours that it carried out, if it is one of them or a batch. */
    List<Announced> executed = List.of();

    /** Whether a person said so, or the engine. */
    boolean confirmed;

    /** The item that it speaks of though it was settled already, or {@code null}. */
    @Nullable
    Item linked;

    /** Whether the host's books hold its payment. */
    boolean heldByHost;

    /** What it taught, to be forgotten with it. */
    List<Facts.Taught> taught = List.of();

    /** What it said of equal documents: that one due about now was paid (1), or the oldest (-1), or nothing. */
    byte equalOrder;

    /** What its end-to-end id taught of those that we give, or {@code null}. */
    OwnIds.@Nullable Taught taughtOfIds;

    Past(Line line, Sender sender, String currency) {
        this.id = line.id();
        this.day = (int) line.day().toEpochDay();
        this.amount = line.amount();
        this.currency = currency;
        this.sender = sender;
        this.name = sender.name(line.name());
        this.text = text(line);
        this.said = line.text();
        this.endToEndId = Fillers.orEmpty(line.endToEndId());
        this.mandate = line.mandate();
    }

    public String id() {
        return id;
    }

    public int day() {
        return day;
    }

    public long amount() {
        return amount;
    }

    public String currency() {
        return currency;
    }

    public long text() {
        return text;
    }

    @Nullable
    public String said() {
        return said;
    }

    public Sender sender() {
        return sender;
    }

    public String mandate() {
        return mandate;
    }

    public List<Share> shares() {
        return shares;
    }

    public List<Announced> executed() {
        return executed;
    }

    @Nullable
    public Item linked() {
        return linked;
    }

    public boolean heldByHost() {
        return heldByHost;
    }

    /** It taught these too. */
    void taught(List<Facts.Taught> more) {
        List<Facts.Taught> all = new ArrayList<>(taught);
        all.addAll(more);
        taught = List.copyOf(all);
    }

    public boolean isUndecided() {
        return shares.isEmpty() && linked == null && !heldByHost && !confirmed;
    }

    boolean isIdGivenByUs() {
        return !endToEndId.isEmpty() && OwnIds.areGivenByUs(amount > 0, mandate);
    }

    public static long text(Line line) {
        String compact = Fold.compact(line.text());
        return compact.length() <= 2 ? 0 : FormIndex.hash(compact);
    }
}
