package org.bankfeed.matching.internal.text;

import java.util.function.Predicate;
import org.bankfeed.matching.internal.text.BankText.Run;

/** What the words before a number say that it is a number of, in the languages around us. */
public final class WordsBefore {

    private WordsBefore() {}

    /** Whether a word that announces a document number stands before a place. */
    static boolean announceDocument(BankText text, int place) {
        int end = place;
        for (int words = 0; words < 3 && end > 0; words++) {
            int from = text.wordBefore(end);
            if (from == end) {
                // a number before this one: a list goes on
                while (from > 0 && text.isDigit(from - 1)) {
                    from--;
                }
                words--;
            } else if (InvoiceWords.contains(text.compact(from, end))) {
                return true;
            }
            end = from;
        }
        return false;
    }

    /** Whether a word before a number says that it is of an order, an offer or a file. */
    public static boolean isOfOrder(BankText text, Run number) {
        return isAnnounced(text, number.from(), OrderWords::contains);
    }

    /** Whether a word before a place says that no document's number begins there: that of an order, a file or an advance. */
    public static boolean isOfNoDocument(BankText text, int place) {
        return isAnnounced(text, place, OrderWords::meansNoDocument);
    }

    /** Whether a word before a number says that it is a customer's, a tax number, a telephone or the bank's own. */
    public static boolean isOfOther(BankText text, Run number) {
        return isOfOther(text, number.from());
    }

    /** The same, of a number that begins at a place. */
    public static boolean isOfOther(BankText text, int place) {
        return isAnnounced(text, place, OtherNumberWords::contains)
                || isOfTheWriter(text, place)
                || isOfAPaymentRun(text, place);
    }

    /** Whether a word before a place, or the part of the text it is in, says that what begins there names no document. */
    public static boolean isOfSomethingElse(BankText text, int place) {
        return isOfNoDocument(text, place) || isOfOther(text, place) || text.isAside(place);
    }

    /** Whether two words before a number say that it is the writer's own: "onze ref 123", "N/Réf 123", "unser Beleg 123". */
    private static boolean isOfTheWriter(BankText text, int place) {
        int word = text.gapBefore(place) ? text.wordBefore(place) : place;
        int from = word > 0 && word < place ? text.wordBefore(word) : word;
        return from < word
                && OtherNumberWords.saysOurs(text.compact(from, word))
                && !InvoiceWords.meansInvoice(text.compact(word, place));
    }

    /** Whether three words before a number say that it is of a list of what is paid: "mandato di pagamento", "avis de paiement". */
    private static boolean isOfAPaymentRun(BankText text, int place) {
        int word = text.wordBefore(place);
        int of = text.wordBefore(word);
        int from = text.wordBefore(of);
        return from < of
                && of < word
                && OtherNumberWords.meanPayment(text.compact(word, place))
                && OtherNumberWords.contains(text.compact(from, of));
    }

    /** Whether a word before a number says that it is an invoice's, or the text has nothing else. */
    public static boolean isOfInvoice(BankText text, Run number) {
        boolean alone = number.to() - number.from() == text.length();
        return alone || isAnnounced(text, number.from(), InvoiceWords::meansInvoice);
    }

    /** Whether the word before a place says that an invoice's number begins there. */
    static boolean isInvoiceWord(BankText text, int place) {
        return isAnnounced(text, place, InvoiceWords::contains);
    }

    private static boolean isAnnounced(BankText text, int place, Predicate<String> by) {
        if (by.test(text.gluedWord(place))) {
            return true;
        }
        int end = place;
        while (end > 0 && text.isOneNumber(end)) {
            end--;
        }
        for (int words = 0; words < 2 && end > 0; words++) {
            int from = text.wordBefore(end);
            String word = text.compact(from, end);
            if (by.test(word)) {
                return true;
            }
            if (!OrderWords.mayFollow(word)) {
                return false;
            }
            end = from;
        }
        return false;
    }

    /** Whether the word before a place announces a credit note. */
    public static boolean announceCreditNote(BankText text, int place) {
        if (place == 0 || text.isDigit(place - 1)) {
            return false;
        }
        // one letter at least, whatever stands before the number
        int from = place - 1;
        while (from > 0 && !text.isDigit(from - 1) && !text.gapBefore(from)) {
            from--;
        }
        return InvoiceWords.announcesCreditNote(text.compact(from, place));
    }
}
