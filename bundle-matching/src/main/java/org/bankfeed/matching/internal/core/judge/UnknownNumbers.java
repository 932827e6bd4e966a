package org.bankfeed.matching.internal.core.judge;

import java.util.List;
import java.util.Set;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.find.Explanation;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.bankfeed.matching.internal.text.Digits;
import org.bankfeed.matching.internal.text.Fold;
import org.jspecify.annotations.Nullable;

/** Numbers in a text that no document of the book has: of a document that is missing yet, of the payer's own, or mistyped. */
final class UnknownNumbers {

    /** A payer who is known by less is hardly known. */
    private static final double KNOWN = 3;

    /** So many digits are a number that the bank gave, where none of our documents has so many. */
    private static final int BANKS_OWN = 12;

    private static final int LEAST_OF_ID = 5;

    private final Book book;
    private final Line line;
    private final Mentions mentions;

    /** The numbers in earlier texts of the payer, once they are asked for: most lines have no unknown one. */
    private @Nullable Set<String> saidBefore;

    UnknownNumbers(Book book, Line line, Mentions mentions) {
        this.book = book;
        this.line = line;
        this.mentions = mentions;
    }

    /** Doubts what the text does not name while it has a number of something else. */
    void doubt(Explanation top, List<Explanation> pays) {
        if (isCutBetweenTwins(top, pays) || top.items().size() == 1 && mentions.nameNextOf(top.first())) {
            top.doubt(ReasonCode.NUMBER_OF_NOTHING);
        } else if (numberOfNothing(top, pays)
                || mentions.unnamed(line).anyOfInvoice(top.first())
                        && !book.senders().of(line).saidBefore(line)) {
            if (isMistyped(top, pays) || isNumberOfHis(top)) {
                top.speaksAgainst(ReasonCode.NUMBER_OF_NOTHING, List::of);
            } else {
                top.doubt(ReasonCode.NUMBER_OF_NOTHING);
            }
        }
    }

    /**
     * Whether the text has the number of a document that the books may get yet. That of an order is no document's where the
     * text names one.
     */
    boolean mayBeMissing(Explanation top) {
        boolean orders = top.textWeight() < Weights.NAMED;
        return mentions.unnamed(line)
                .anyLikeOurs(top.first(), orders, book.documents().forms(), word -> isOther(word, top));
    }

    /** Whether the number in the text is that of the document but for one sign, and payer and amount say so too. */
    private boolean isMistyped(Explanation top, List<Explanation> pays) {
        return top.fit().exact()
                && top.items().size() == 1
                && top.payerWeight() >= KNOWN
                && mentions.nearlyName(top.first(), false)
                && pays.stream().noneMatch(other -> other != top && isAsNear(other));
    }

    /** Of two documents of the amount whose numbers lie as near, none is meant rather than the other. */
    private boolean isAsNear(Explanation other) {
        return other.fit().exact() && other.items().size() == 1 && mentions.nearlyName(other.first(), true);
    }

    /** Whether who pays to the cent writes numbers of his own, as he did before. */
    private boolean isNumberOfHis(Explanation top) {
        return top.fit().exact()
                && top.payerWeight() >= KNOWN
                && OtherNumbers.areUsual(
                        line,
                        book.senders().of(line),
                        book.documents().items(),
                        top.first().party());
    }

    private boolean numberOfNothing(Explanation top, List<Explanation> pays) {
        boolean twin = pays.stream().anyMatch(one -> isTwin(one, top));
        // among equal documents two digits may be meant to tell them apart
        // a deposit may happen to be the sum of what is open; what we pay ourselves has numbers of our own
        // what comes out only nearly may be that of the document which the number is of
        boolean certain =
                top.payerCertain() && top.fit().exact() && (top.items().size() == 1 || !line.in());
        return twin ? unknownNumber(top, 2) : !certain && unknownNumber(top, 3);
    }

    private static boolean isTwin(Explanation one, Explanation top) {
        return one != top && one.fit().exact() && one.items().size() == 1 && one.payerWeight() == top.payerWeight();
    }

    /** Whether the text had a number that was cut, and may have been that of an equal document. */
    private boolean isCutBetweenTwins(Explanation top, List<Explanation> pays) {
        return pays.stream()
                .anyMatch(one -> isTwin(one, top) && mentions.unnamed(line).isCut(one.first()));
    }

    private boolean unknownNumber(Explanation top, int least) {
        return mentions.unnamed(line).any(top.first(), least, !top.fit().exact(), word -> isOther(word, top));
    }

    /** Whether a number is known to be no document's: an id, one that the payer wrote before, or one longer than any of ours. */
    private boolean isOther(String word, Explanation top) {
        String digits = Digits.last(word);
        String id = Fold.compact(line.endToEndId());
        boolean like = book.documents().forms().mayBeOurs(digits, top.first().sales());
        return book.isIdOfOurs(line, word)
                || id.contains(digits) && isOfPayersId(digits, id, like)
                || !id.contains(digits) && digits.length() >= BANKS_OWN && !like
                || saidBefore().contains(word);
    }

    private Set<String> saidBefore() {
        if (saidBefore == null) {
            saidBefore = OtherNumbers.before(line, book.senders().of(line));
        }
        return saidBefore;
    }

    /** Whether a number stands in the payer's own id, which the text repeats, or is as long as none of ours. */
    private boolean isOfPayersId(String digits, String id, boolean like) {
        boolean payers = line.in() && line.mandate().isEmpty() && digits.length() >= LEAST_OF_ID;
        boolean repeated =
                id.length() > digits.length() && Fold.compact(line.text()).contains(id);
        return payers && (repeated || !like);
    }
}
