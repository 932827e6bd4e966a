package org.bankfeed.matching.internal.core.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Facts;
import org.bankfeed.matching.internal.core.book.FormIndex;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.bankfeed.matching.internal.text.Digits;
import org.bankfeed.matching.internal.text.Fillers;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.PartWords;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/** What the texts of a line say of items: references and numbers that the book holds, wherever they stand. */
public final class Mentions {

    private static final int FEW = 4;

    /** So many of its last digits may stand for an account number. */
    private static final int LEAST_OF_ACCOUNT = 6;

    /** Fewer signs begin too many numbers. */
    private static final int LEAST_OF_NUMBER = 3;

    private final List<BankText> texts;
    private final List<Hit> hits;

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
            List<MentionReader.UndoneRun> undone,
            @Nullable String foreignReference) {
        this.texts = texts;
        this.hits = hits;
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

    public List<Hit> hits() {
        return hits;
    }

    /** A valid structured reference that belongs to no document of the book, or {@code null}. */
    @Nullable
    public String foreignReference() {
        return foreignReference;
    }

    /**
     * Whether a number stands in the texts that could be a document's and names none that is known.
     *
     * @param first what the line seems to pay
     * @param least how many digits it has at least, if no word announces it
     * @param orders whether the number of an order or offer counts: what is paid on one may have no document yet
     * @param other whether a word is known to be no document's, as an end-to-end id that we gave
     */
    public boolean unknownNumber(Line line, Item first, int least, boolean orders, Predicate<String> other) {
        return unknownNumber(line, first, least, orders, other, (text, run) -> true);
    }

    /**
     * The same of numbers that are as long as some of our documents', or announced as a credit note's: what the books do not
     * hold yet looks like what they hold.
     */
    public boolean unknownNumberLikeOurs(
            Line line, Item first, boolean orders, FormIndex forms, Predicate<String> other) {
        return unknownNumber(
                line,
                first,
                3,
                orders,
                other,
                (text, run) -> text.afterCreditWord(run.from())
                        || forms.mayBeOurs(run.said(), first.sales())
                        || forms.mayBeOurs(run.digits(), first.sales()));
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

    /** Whether a word says that the money is a gift, a loan, a dividend or the like, which pays no document. */
    public boolean sayOtherMoney() {
        return texts.get(0).saysOtherMoney();
    }

    /**
     * Whether a number stands in the texts that is as long as a document's, zeros before it included, or announced as an
     * order's or a file's, and names none that is known.
     */
    public boolean namesSomethingElse(Line line, Item first, int least, Predicate<String> other) {
        return unknownNumber(
                line,
                first,
                1,
                true,
                other,
                (text, run) -> run.to() - run.from() >= least || text.isOfNoDocument(run.from()));
    }

    /** A number of three digits or more that is announced as an invoice's, or all that is said, and names none that is known. */
    public boolean namesUnknownInvoice(Line line, Item first) {
        return unknownNumber(line, first, 3, false, word -> false, BankText::isOfInvoice);
    }

    private boolean unknownNumber(
            Line line,
            Item first,
            int least,
            boolean orders,
            Predicate<String> other,
            BiPredicate<BankText, Run> counts) {
        for (int i = 0; i < texts.size(); i++) {
            // the end-to-end id of a transfer is the payer's own number; that of a collection or payment of ours is not
            boolean id = texts.get(i).field().equals("endToEndId");
            boolean payersOwn = id && line.in() && line.mandate().isEmpty();
            if (payersOwn || id && other.test(line.endToEndId())) {
                continue;
            }
            for (Run run : shortNumbers().runs(i)) {
                boolean long_ = run.digits().length() >= (run.announced() ? 2 : least);
                if (long_
                        && !shortNumbers().covers(texts.get(i), run)
                        && counts.test(texts.get(i), run)
                        && !saysOther(texts.get(i), run, line, first)
                        && (orders || !texts.get(i).isOfOrder(run))
                        && !texts.get(i).isOfOther(run)
                        && !other.test(texts.get(i).wordWith(run))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a run is a year, the payer's number in our books, his account number's, or an amount. */
    private static boolean saysOther(BankText text, Run run, Line line, Item first) {
        boolean year = run.digits().length() == 4 && run.digits().startsWith("20");
        String whole = text.wordWith(run);
        return year
                || whole.endsWith(Fold.compact(first.party().id()))
                || run.digits().length() >= LEAST_OF_ACCOUNT
                        && Facts.accountKey(line.counterpart()).endsWith(run.said())
                || run.digits().equals(Long.toString(line.size() / 100))
                || isAmount(text.amountAt(run), line, first)
                || isBeginning(text, run, Fold.compact(first.number()));
    }

    /** Whether the remittance text has the beginning of a document's number, be it no more than "INV-" of INV-0501. */
    public boolean isCut(Item item) {
        String number = Fold.compact(item.number());
        List<Run> runs = shortNumbers().runs(0);
        for (int i = 0; i < runs.size(); i++) {
            boolean goesOn =
                    i + 1 < runs.size() && runs.get(i + 1).from() == runs.get(i).to();
            if (!goesOn
                    && !shortNumbers().covers(texts.get(0), runs.get(i))
                    && isBeginning(texts.get(0), runs.get(i), number)) {
                return true;
            }
        }
        return isCutBeforeDigits(texts.get(0).raw(), item.number());
    }

    private static boolean isCutBeforeDigits(String text, String number) {
        int head = 0;
        while (head < number.length() && !Digits.isDigit(number.charAt(head))) {
            head++;
        }
        boolean separated = head > 1 && "-/".indexOf(number.charAt(head - 1)) >= 0;
        for (int at = 0; separated && at + head <= text.length(); at++) {
            boolean digit = at + head < text.length() && Digits.isDigit(text.charAt(at + head));
            if (!digit && text.regionMatches(true, at, number, 0, head)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is cut within a number: "FA000042" of FA00004245, "INV/2025/11" of INV/2025/11/0432. */
    private static boolean isBeginning(BankText text, Run run, String number) {
        for (int from = 0; from < number.length() && !(from > 0 && Digits.isDigit(number.charAt(from - 1))); from++) {
            for (int length = LEAST_OF_NUMBER; length < number.length() - from; length++) {
                int start = run.to() - length;
                boolean whole = start >= 0 && start <= run.from() && text.border(start);
                if (whole && number.startsWith(text.compact(start, run.to()), from)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAmount(long written, Line line, Item first) {
        return written == 0
                || written == line.size()
                || written == first.open()
                || written == Math.abs(first.open() - line.size());
    }

    /** Where the texts name one of the items that were asked for by less than its whole number. */
    public Collection<Hit> shortened() {
        return shortNumbers().found();
    }

    /** The weightiest mention of an item, a shortened number included, or {@code null}. */
    @Nullable
    public Hit of(Item item) {
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

    private ShortNumbers shortNumbers() {
        if (shortNumbers == null) {
            shortNumbers = new ShortNumbers(texts, hits, undone);
        }
        return shortNumbers;
    }
}
