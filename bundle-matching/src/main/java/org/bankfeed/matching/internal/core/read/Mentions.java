package org.bankfeed.matching.internal.core.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.FormIndex;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.bankfeed.matching.internal.text.DeductionWords;
import org.bankfeed.matching.internal.text.Fillers;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.PartWords;
import org.bankfeed.matching.internal.text.Percentages;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/** What the texts of a line say of items: references and numbers that the book holds, wherever they stand. */
public final class Mentions {

    /** The field of the payer's or our own id of a payment. */
    static final String END_TO_END_ID = "endToEndId";

    private static final int FEW = 4;

    private final List<BankText> texts;
    private final List<Hit> hits;

    /** Those of which the text says that they are not paid by this money. */
    private final List<Hit> leftOut;

    private final boolean leaveSomeOut;
    private final SaidWords words;

    /** The weightiest hit of each item; empty if there are so few that looking through them is faster. */
    private final Map<Item, Hit> best;

    private final List<MentionReader.UndoneRun> undone;
    private final @Nullable String foreignReference;
    private @Nullable ShortNumbers shortNumbers;

    /** See {@link #part}; read once, and only if it is asked for. */
    private int part = -1;

    /**
     * One place that names an item.
     *
     * @param weight how much it says, as the logarithm of odds
     */
    public record Hit(Item item, BankText text, int from, int to, double weight, How how) {
        public String quote() {
            return text.quote(from, to);
        }

        public Evidence evidence() {
            return new Evidence(
                    Evidence.Speaks.FOR, how.reason, arguments(), text.field(), quote(), text.span(from, to));
        }

        private List<Argument> arguments() {
            Argument quote = Arguments.text(quote());
            Argument document = Arguments.document(item);
            return switch (how) {
                case REFERENCE -> List.of(Arguments.text(item.printedReference()), document);
                case REPAIRED -> List.of(quote, Arguments.text(item.printedReference()), document);
                case NUMBER, SHORT, LISTED -> List.of(quote, document);
            };
        }

        boolean sameOrWithin(Hit other) {
            return text == other.text && from >= other.from && to <= other.to;
        }

        /** Whether it stands in the payment's end-to-end id, which may be the payer's own number. */
        public boolean isInEndToEndId() {
            return text.field().equals(END_TO_END_ID);
        }

        public boolean strong() {
            return weight >= Weights.STRONG;
        }
    }

    /** What kind of mention it is. */
    public enum How {
        REFERENCE(ReasonCode.REFERENCE_EQUALS),
        REPAIRED(ReasonCode.REFERENCE_MISTYPED),
        NUMBER(ReasonCode.NUMBER_STANDS),
        SHORT(ReasonCode.NUMBER_END_STANDS),
        /** Part of a list or range that begins with a whole number. */
        LISTED(ReasonCode.NUMBER_LISTED);

        private final ReasonCode reason;

        How(ReasonCode reason) {
            this.reason = reason;
        }
    }

    Mentions(
            List<BankText> texts,
            List<Hit> hits,
            List<Hit> leftOut,
            List<MentionReader.UndoneRun> undone,
            @Nullable String foreignReference) {
        this.texts = texts;
        this.hits = hits;
        this.leftOut = leftOut;
        this.leaveSomeOut = !leftOut.isEmpty();
        this.words = new SaidWords(texts.get(0));
        this.foreignReference = foreignReference;
        this.undone = undone;
        this.best = hits.size() <= FEW ? Map.of() : new HashMap<>(hits.size() * 2);
        for (int i = 0; i < hits.size() && hits.size() > FEW; i++) {
            best.merge(hits.get(i).item, hits.get(i), Mentions::weightier);
        }
    }

    private static Hit weightier(Hit first, Hit other) {
        return first.weight >= other.weight ? first : other;
    }

    /** Looks every place of a line's texts up. */
    public static Mentions in(FormIndex forms, Line line) {
        return MentionReader.read(forms, texts(line), line);
    }

    /** The number of the part that the payer of this line says he pays, the first being 1; 0 if he does not say. */
    public int part(Line line) {
        if (part < 0) {
            part = PartWords.said(line.text());
        }
        return part;
    }

    /** What is read of a line: what the payer says, his end-to-end id, and what else the bank says. */
    private static List<BankText> texts(Line line) {
        List<BankText> texts = new ArrayList<>(3);
        String id = Fillers.orEmpty(line.endToEndId());
        boolean payers = line.in() && line.mandate().isEmpty();
        texts.add(BankText.of("remittanceInformation", Fillers.orEmpty(line.text()), payers ? id : ""));
        if (!id.isEmpty()) {
            texts.add(BankText.of(END_TO_END_ID, id));
        }
        if (!line.more().isEmpty() && !line.text().contains(line.more())) {
            texts.add(BankText.of("additionalInformation", line.more()));
        }
        return texts;
    }

    public List<Hit> hits() {
        return hits;
    }

    /** Where the texts name documents of which they say that this money is not for them: "sauf 101365". */
    public List<Hit> leftOut() {
        return leftOut;
    }

    /** Whether the texts say of a document that this money is not for it. */
    public boolean leaveOut(Item item) {
        for (int i = 0; i < leftOut.size(); i++) {
            if (leftOut.get(i).item == item) {
                return true;
            }
        }
        return false;
    }

    /** A valid structured reference that belongs to no document of the book, or {@code null}. */
    @Nullable
    public String foreignReference() {
        return foreignReference;
    }

    /** The numbers of a line's texts that name nothing. */
    public UnnamedNumbers unnamed(Line line) {
        return new UnnamedNumbers(line, texts, shortNumbers());
    }

    /** Whether the remittance text has all signs of the number of an item, whatever stands between them. */
    public boolean haveAllOf(Item item) {
        return texts.get(0).compact().contains(Fold.compact(item.number()));
    }

    /**
     * Whether the remittance text has the number of an item but for one sign.
     *
     * @param orNext whether it may be that of a document that comes soon after
     */
    public boolean nearlyName(Item item, boolean orNext) {
        return MistypedNumber.standsIn(texts.get(0), item, orNext);
    }

    /** Whether the remittance text writes an amount, with its cents. */
    public boolean writeAmount(long amount) {
        BankText text = texts.get(0);
        return shortNumbers().runs(0).stream().anyMatch(run -> text.amountAt(run) == amount) || text.writes(amount);
    }

    /**
     * Whether the remittance text says that the payer keeps just so much back for a reason of his own, which is neither a
     * bank's charge nor a tax: a claim, goods that he gave back, what he paid too much before.
     */
    public boolean sayKept(long amount) {
        return words.sayLess()
                && !words.sayTaxWithheld()
                && writeAmount(amount)
                && !(words.sayCharges() && DeductionWords.sayChargesOf(texts.get(0), amount));
    }

    /** Whether the remittance text says that an amount is a share of another, or all of it but such a share: "95%", "-5%". */
    public boolean writeShare(long amount, long whole) {
        return Percentages.tell(texts.get(0).raw(), amount, whole);
    }

    /** The amount, with its cents, that the text writes first behind a place that names an item and before another; 0 if none. */
    public long amountBehind(Hit hit, int before) {
        for (Run run : shortNumbers().runs(texts.indexOf(hit.text()))) {
            long amount =
                    run.from() >= hit.to() && run.to() <= before ? hit.text().amountAt(run) : 0;
            if (amount > 0) {
                return amount;
            }
        }
        return 0;
    }

    /** What the words of the remittance text mean beside numbers and names. */
    public SaidWords words() {
        return words;
    }

    /** Whether the remittance text has the number of a document that comes soon after an item. */
    public boolean nameNextOf(Item item) {
        return NextNumber.standsIn(texts.get(0), item, NextNumber.NEXT);
    }

    /** Where the texts name one of the items that were asked for by less than its whole number. */
    public Collection<Hit> shortened() {
        return shortNumbers().found();
    }

    /** The weightiest mention of an item, a shortened number included, or {@code null}. */
    @Nullable
    public Hit of(Item item) {
        if (leaveSomeOut && leaveOut(item)) {
            return null;
        }
        Hit whole = best.isEmpty() ? lookThrough(item) : best.get(item);
        if (whole != null && whole.strong()) {
            return whole;
        }
        Hit cut = shortNumbers().of(item);
        if (whole == null) {
            return cut;
        }
        return cut != null && cut.weight > whole.weight ? cut : whole;
    }

    /** The same, of an item whose number ends so: most are not named, and then not even looked at. */
    @Nullable
    public Hit of(Item item, byte ending) {
        return best.isEmpty() && lookThrough(item) == null && !mayShorten(ending) ? null : of(item);
    }

    /** Whether the texts may name a document whose number ends so by less than its whole number. */
    public boolean mayShorten(byte ending) {
        return shortNumbers().mayName(ending);
    }

    /** Whether the texts name no document by less than its whole number. */
    public boolean shortenNothing() {
        return shortNumbers().nameNothing();
    }

    /** The place that names a document beyond doubt, or {@code null} if none does, or if several are named so. */
    @Nullable
    public Hit onlyStrong() {
        Hit only = null;
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (hit.strong()) {
                if (only != null && only.item != hit.item) {
                    return null;
                }
                only = only == null ? hit : weightier(only, hit);
            }
        }
        return only;
    }

    /** Whether a document of a party is named by its whole number or reference. */
    public boolean nameAny(Payer party) {
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).item.party() == party) {
                return true;
            }
        }
        return false;
    }

    /** The items that a range of numbers names if all of them come out at an amount; empty if none does. */
    public List<Item> range(long amount, List<Item> items) {
        return shortNumbers().range(amount, items);
    }

    /** Whether two numbers in a text may be the ends of a range, be it of documents, days or years. */
    public boolean mayBeRange() {
        return shortNumbers().mayBeRange();
    }

    private @Nullable Hit lookThrough(Item item) {
        Hit best = null;
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (hit.item == item) {
                best = best == null ? hit : weightier(best, hit);
            }
        }
        return best;
    }

    private List<Hit> all() {
        List<Hit> all = new ArrayList<>(hits);
        all.addAll(leftOut);
        return all;
    }

    private ShortNumbers shortNumbers() {
        if (shortNumbers == null) {
            shortNumbers = new ShortNumbers(texts, leftOut.isEmpty() ? hits : all(), undone);
        }
        return shortNumbers;
    }
}
