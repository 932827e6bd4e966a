package org.bankfeed.matching.internal.core.read;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Facts;
import org.bankfeed.matching.internal.core.book.FormIndex;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.bankfeed.matching.internal.text.Dates;
import org.bankfeed.matching.internal.text.Digits;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.WordsBefore;

/**
 * The numbers in a line's texts that name no document of the book, and that are neither a year nor an amount, an account or
 * what a word says they are: the books may not hold their document yet.
 */
public final class UnnamedNumbers {

    /** So many of its last digits may stand for an account number. */
    private static final int LEAST_OF_ACCOUNT = 6;

    /** A group of so many digits is neither a year nor a day of one. */
    private static final int LEAST_OF_GROUP = 5;

    /** Fewer signs begin too many numbers. */
    private static final int LEAST_OF_NUMBER = 3;

    private static final int DIGITS_OF_DAY = 8;

    /** Days. What a payer pays is hardly older, and due hardly later. */
    private static final int LATELY = 400;

    private static final int SOON = 40;

    /** The family of its bank transaction code: the number that stands there is the cheque's. */
    private static final String CHEQUE_RECEIVED = "RCHQ";

    private final Line line;
    private final List<BankText> texts;
    private final ShortNumbers shortNumbers;

    UnnamedNumbers(Line line, List<BankText> texts, ShortNumbers shortNumbers) {
        this.line = line;
        this.texts = texts;
        this.shortNumbers = shortNumbers;
    }

    /**
     * Whether there is one that could be a document's.
     *
     * @param first what the line seems to pay
     * @param least how many digits it has at least, if no word announces it
     * @param orders whether the number of an order or offer counts: what is paid on one may have no document yet
     * @param other whether a word is known to be no document's, as an end-to-end id that we gave
     */
    public boolean any(Item first, int least, boolean orders, Predicate<String> other) {
        return any(first, least, orders, other, (text, run) -> true);
    }

    /**
     * Whether one is as long as some of our documents', or announced as a credit note's: what the books do not hold yet
     * looks like what they hold.
     */
    public boolean anyLikeOurs(Item first, boolean orders, FormIndex forms, Predicate<String> other) {
        return any(
                first,
                3,
                orders,
                other,
                (text, run) -> !isIdOfAPayment(text)
                        && (WordsBefore.announceCreditNote(text, run.from())
                                || forms.mayBeOurs(run.said(), first.sales())
                                || forms.mayBeOurs(run.digits(), first.sales())));
    }

    /** Whether it is the id that who pays gave his payment, be it we. */
    private boolean isIdOfAPayment(BankText text) {
        return text.field().equals(Mentions.END_TO_END_ID) && line.mandate().isEmpty();
    }

    /** Whether one is as long as a document's, zeros before it included, or announced as an order's or a file's. */
    public boolean anyOfSomethingElse(Item first, int least, Predicate<String> other) {
        return any(
                first,
                1,
                true,
                other,
                (text, run) -> run.to() - run.from() >= least || WordsBefore.isOfNoDocument(text, run.from()));
    }

    /** Whether one of three digits or more is announced as an invoice's, or all that is said; an id of its own is no such word. */
    public boolean anyOfInvoice(Item first) {
        return any(
                first,
                3,
                false,
                word -> false,
                (text, run) -> !text.field().equals(Mentions.END_TO_END_ID) && WordsBefore.isOfInvoice(text, run));
    }

    private boolean any(
            Item first, int least, boolean orders, Predicate<String> other, BiPredicate<BankText, Run> counts) {
        boolean cheque = line.code().contains(CHEQUE_RECEIVED);
        for (int i = 0; i < texts.size(); i++) {
            // the end-to-end id of a transfer is the payer's own number; that of a collection or payment of ours is not
            boolean id = texts.get(i).field().equals(Mentions.END_TO_END_ID);
            boolean payersOwn = id && line.in() && line.mandate().isEmpty();
            if (payersOwn || id && (other.test(line.endToEndId()) || beginsWithOther(texts.get(i)))) {
                continue;
            }
            for (Run run : shortNumbers.runs(i)) {
                boolean long_ = run.digits().length() >= (run.announced() ? 2 : least);
                boolean ours = isAnnouncedAs(first.number(), texts.get(i), run);
                if (long_
                        && !(cheque && !run.announced())
                        && !shortNumbers.covers(texts.get(i), run)
                        && counts.test(texts.get(i), run)
                        && !saysOther(texts.get(i), run, first)
                        && (orders || ours || !WordsBefore.isOfOrder(texts.get(i), run))
                        && (ours || !WordsBefore.isOfOther(texts.get(i), run))
                        && !other.test(texts.get(i).wordWith(run))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the word before a run is that with which our own number begins: then it announces none of an order. */
    private static boolean isAnnouncedAs(String number, BankText text, Run run) {
        String word = text.compact(text.wordBefore(run.from()), run.from());
        String own = Fold.compact(number);
        return !word.isEmpty()
                && own.length() > word.length()
                && own.startsWith(word)
                && Digits.isDigit(own.charAt(word.length()));
    }

    /** Whether an id begins with a number that the remittance text gives to something else: a contract and a month. */
    private boolean beginsWithOther(BankText id) {
        for (Run run : shortNumbers.runs(0)) {
            boolean labelled = WordsBefore.isOfOther(texts.get(0), run) || WordsBefore.isOfOrder(texts.get(0), run);
            if (labelled
                    && run.to() - run.from() >= LEAST_OF_GROUP
                    && id.compact().startsWith(run.said())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a run is a year, the payer's number in our books, his account number's, or an amount. */
    private boolean saysOther(BankText text, Run run, Item first) {
        boolean year = run.digits().length() == 4 && run.digits().startsWith("20");
        String whole = text.wordWith(run);
        return year
                || whole.endsWith(Fold.compact(first.party().id()))
                || run.digits().length() >= LEAST_OF_ACCOUNT
                        && Facts.accountKey(line.counterpart()).endsWith(run.said())
                || run.digits().equals(Long.toString(line.size() / 100))
                || isDay(run.said(), first)
                || isAmount(text.amountAt(run), first)
                || isBeginning(text, run, Fold.compact(first.number()));
    }

    /** Whether eight digits are a day of late, the day first, or the document's own, the year first. */
    private boolean isDay(String digits, Item first) {
        if (digits.length() != DIGITS_OF_DAY) {
            return false;
        }
        LocalDate day = Dates.dayFirst(digits);
        LocalDate own = Dates.compact(digits);
        return day != null
                        && day.isAfter(line.day().minusDays(LATELY))
                        && day.isBefore(line.day().plusDays(SOON))
                || own != null && (own.toEpochDay() == first.issuedOn() || own.toEpochDay() == first.dueOn());
    }

    /** Whether the remittance text has the beginning of a document's number, be it no more than "INV-" of INV-0501. */
    public boolean isCut(Item item) {
        String number = Fold.compact(item.number());
        List<Run> runs = shortNumbers.runs(0);
        for (int i = 0; i < runs.size(); i++) {
            boolean goesOn =
                    i + 1 < runs.size() && runs.get(i + 1).from() == runs.get(i).to();
            if (!goesOn
                    && !shortNumbers.covers(texts.get(0), runs.get(i))
                    && !isOfHis(runs.get(i), item)
                    && isBeginning(texts.get(0), runs.get(i), number)) {
                return true;
            }
        }
        return isCutBeforeDigits(texts.get(0).raw(), item.number());
    }

    /** Whether a run is a whole group of a number that says whose document it is, as a contract's: nothing is cut there. */
    private static boolean isOfHis(Run run, Item item) {
        return run.to() - run.from() >= LEAST_OF_GROUP && item.parts().groups().contains(run.said());
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

    private boolean isAmount(long written, Item first) {
        return written == 0
                || written == line.size()
                || written == first.open()
                || written == Math.abs(first.open() - line.size());
    }
}
