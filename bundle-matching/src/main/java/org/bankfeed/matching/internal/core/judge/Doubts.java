package org.bankfeed.matching.internal.core.judge;

import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.core.find.Explanation;
import org.bankfeed.matching.internal.core.find.Fit;
import org.bankfeed.matching.internal.core.find.Withholding;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.bankfeed.matching.internal.text.WordsBefore;
import org.jspecify.annotations.Nullable;

/** What keeps the most probable explanation from being booked by itself, however probable it is. */
final class Doubts {

    /** An advance is such a sum, and so may a document be by chance; one of other cents is the document that asks for the advance. */
    private static final long ROUND = 10_00;

    private final Book book;
    private final Line line;
    private final Mentions mentions;
    private final UnknownNumbers numbers;
    private final OtherMeanings meanings;

    Doubts(Book book, Line line, Mentions mentions) {
        this.book = book;
        this.line = line;
        this.mentions = mentions;
        this.numbers = new UnknownNumbers(book, line, mentions);
        this.meanings = new OtherMeanings(book, line, mentions);
    }

    /**
     * Says them of the most probable explanation.
     *
     * @param pays all that settle something
     * @param all these, and what is settled already
     */
    void of(Explanation top, List<Explanation> pays, List<Explanation> all) {
        if (!top.fit().exact()) {
            meanings.fitsElsewhere(top, all);
        } else if (pays.size() > 1 && top.items().size() == 1) {
            meanings.mayBeMistyped(top, pays);
        }
        if (!top.fit().comesOut()) {
            meanings.whose(top);
            if (meanings.comesOutOtherwise(top)) {
                top.doubt(ReasonCode.AMOUNT_FITS_TWO_OTHERS);
            }
        }
        if (top.fit().exact() && top.payerWeight() == 0 && isFileOfAStranger(top)) {
            top.doubt(
                    ReasonCode.PAYER_UNKNOWN,
                    () -> List.of(Arguments.party(top.first().party())));
        }
        if (book.undecided().holdsTwin(line, book.senders().of(line)) && mentions.part(line) == 0) {
            top.doubt(ReasonCode.EARLIER_PAYMENT_UNDECIDED);
        }
        new RepeatedText(book, line).doubt(top);
        if (top.fit() == Fit.PARTIAL) {
            part(top);
        } else if (top.fit() == Fit.OVER && numbers.mayBeMissing(top)) {
            top.doubt(ReasonCode.NUMBER_OF_NOTHING);
        }
        if (top.textWeight() == 0) {
            unsaid(top, pays);
        }
    }

    private void part(Explanation top) {
        top.doubtUntold();
        if (mentions.words().saySetOff()) {
            top.doubt(ReasonCode.SET_OFF_SAID);
        } else if (!top.told() && numbers.mayBeMissing(top)) {
            top.doubt(ReasonCode.CREDIT_NOTE_MAY_BE_MISSING);
        } else if (!line.in()
                && !isWithheldByUs(top)
                && !(top.textWeight() >= Weights.NAMED && mentions.words().sayPart())) {
            top.doubt(ReasonCode.WE_SELDOM_PAY_A_PART);
        }
    }

    /** Whether we keep the share of a contractor with debts back, which we pay to his creditors, and say which document it is of. */
    private boolean isWithheldByUs(Explanation top) {
        long missing = top.first().open() - line.size();
        return top.textWeight() >= Weights.NAMED
                && Withholding.of(top.first().open(), missing, line.currency()) != null;
    }

    /** Of what the text does not name. */
    private void unsaid(Explanation top, List<Explanation> pays) {
        numbers.doubt(top, pays);
        for (Explanation other : pays) {
            Mentions.Hit hit =
                    other.textWeight() >= Weights.NAMED && other.fit().comesOut() ? mentions.of(other.first()) : null;
            if (hit != null) {
                top.doubt(
                        ReasonCode.TEXT_NAMES_OTHER,
                        () -> List.of(Arguments.document(hit.item()), Arguments.text(hit.quote())));
                return;
            }
        }
        if (mentions.words().sayOccasion()) {
            top.doubt(ReasonCode.OCCASION_SAID);
        }
        if (line.size() % ROUND == 0 && mentions.words().sayAdvanceOnOrder()) {
            top.doubt(ReasonCode.OTHER_MONEY_SAID);
        }
        if (line.in()
                && top.fit().exact()
                && top.items().size() == 1
                && new MonthSaid(line, book.senders().of(line)).isOfAnother(top.first())) {
            top.doubt(ReasonCode.OTHER_MONTH_SAID);
        }
        if (mentions.words().maySayForWhom()
                && book.payers().inText().areOfAnother(line, top.first().party())) {
            top.doubt(ReasonCode.ON_BEHALF_SAID);
            return;
        }
        Payer other = areOfOneParty(top) ? saidInstead(top, pays) : null;
        if (other != null) {
            top.doubt(ReasonCode.NAME_IN_TEXT, () -> List.of(Arguments.party(other)));
        }
    }

    /** A party whose name the text says, and which owes the amount as well or is of one family with whom it seems to be of. */
    private @Nullable Payer saidInstead(Explanation top, List<Explanation> pays) {
        Payer party = top.first().party();
        for (Explanation other : pays) {
            if (other.fit().exact()
                    && other.first().party() != party
                    && book.payers().inText().say(other.first().party(), line)) {
                return other.first().party();
            }
        }
        return book.payers().inText().beside(party, line);
    }

    /** Whether a stranger's text announces the number as that of an order, a file or a project, which may have one like ours. */
    private boolean isFileOfAStranger(Explanation top) {
        Mentions.Hit hit = mentions.of(top.first());
        return hit != null && WordsBefore.isOfNoDocument(hit.text(), hit.from());
    }

    /** Else the text says the names of all of them. */
    private static boolean areOfOneParty(Explanation top) {
        return top.items().stream().allMatch(item -> item.party() == top.first().party());
    }
}
