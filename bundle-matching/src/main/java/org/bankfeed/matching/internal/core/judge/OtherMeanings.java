package org.bankfeed.matching.internal.core.judge;

import java.util.Collection;
import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.find.Explanation;
import org.bankfeed.matching.internal.core.find.Fit;
import org.bankfeed.matching.internal.core.read.Mentions;

/** What else money may be meant for that is explained in one way: another document, other documents, what came before. */
final class OtherMeanings {

    /** Among so many documents two are looked for that come out at an amount. */
    private static final int MOST_OTHERS = 60;

    private final Book book;
    private final Line line;
    private final Mentions mentions;

    OtherMeanings(Book book, Line line, Mentions mentions) {
        this.book = book;
        this.line = line;
        this.mentions = mentions;
    }

    void fitsElsewhere(Explanation top, List<Explanation> all) {
        for (Explanation other : all) {
            if (other == top || other.payerWeight() < 3) {
                continue;
            }
            if (other.settled() == null ? other.fit().exact() : other.settled().closedAmount() == line.size()) {
                top.doubt(ReasonCode.AMOUNT_FITS_OTHER, () -> List.of(Arguments.documents(other.items())));
            } else if (other.settled() == null
                    && other.fit().comesOut()
                    && !top.fit().comesOut()) {
                Item item = other.first();
                top.doubt(
                        ReasonCode.AMOUNT_ROUNDED,
                        () -> List.of(
                                Arguments.amount(item.open() - line.size(), item.currency()),
                                Arguments.document(item)));
            }
        }
    }

    /**
     * A number that leads to another's document, or the end of one that the text does not have in full, while it has the number
     * of another document of this amount but for one sign, and the account is its payer's: he may have mistyped it.
     */
    void mayBeMistyped(Explanation top, List<Explanation> pays) {
        Mentions.Hit hit = mentions.of(top.first());
        boolean inPart = hit != null && hit.how() == Mentions.How.SHORT && !mentions.haveAllOf(top.first());
        if (hit == null || top.payerWeight() > 0 && !inPart) {
            return;
        }
        for (Explanation other : pays) {
            boolean rival = other != top && other.fit().exact() && other.items().size() == 1 && other.payerCertain();
            if (rival && other.textWeight() < Weights.STRONG && mentions.nearlyName(other.first(), true)) {
                top.doubt(ReasonCode.AMOUNT_FITS_OTHER, () -> List.of(Arguments.documents(other.items())));
                return;
            }
        }
    }

    /** Money that does not come out at anything may be anybody's, or meant for what earlier money paid. */
    void whose(Explanation top) {
        if (mayBelongTo(top)) {
            top.doubt(ReasonCode.EARLIER_PAYMENT_UNDECIDED);
        }
        if (top.payerWeight() < 2.5 && !isNamedByWhoBearsTheName(top)) {
            top.doubt(
                    ReasonCode.PAYER_UNKNOWN,
                    () -> List.of(Arguments.party(top.first().party())));
        }
        if (!meansMore(mentions.hits(), Weights.NAMED, top) && top.fit() == Fit.OVER) {
            meansMore(mentions.shortened(), Weights.THREE_DIGITS, top);
        }
    }

    /** Whether two other documents of the party come out at the amount, or one less a credit note: the number may be a wrong one. */
    boolean comesOutOtherwise(Explanation top) {
        OpenItems open = top.first().party().open();
        for (int i = 0; i < open.size() && i < MOST_OTHERS; i++) {
            boolean other = open.get(i).currency().equals(line.currency())
                    && !top.items().contains(open.get(i));
            long rest = line.size() - toward(open, i);
            for (int j = i + 1; other && j < open.size() && j < MOST_OTHERS; j++) {
                if (toward(open, j) == rest && !top.items().contains(open.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What settling a document adds to what the line pays: less than nothing if it is netted. */
    private long toward(OpenItems open, int i) {
        return open.settledByMoneyIn(i) == line.in() ? open.amount(i) : -open.amount(i);
    }

    /**
     * Whether earlier money of the payer that nobody decided may be meant for what this seems to pay. A part of what the text
     * names stays one as long as both are not more than what is open.
     */
    private boolean mayBelongTo(Explanation top) {
        long earlier =
                book.undecided().sum(line, book.senders().of(line), top.first().issuedOn());
        boolean bothFit = top.fit() == Fit.PARTIAL
                && top.items().size() == 1
                && top.textWeight() >= Weights.STRONG
                && leavesEnough(top.first().open() - earlier - line.size());
        return earlier > 0 && !bothFit;
    }

    /** Whether what two parts leave is nothing, or more than who pays all of the rest may be short. */
    private boolean leavesEnough(long rest) {
        return rest == 0 || rest > Tolerance.usual(line.currency()).difference();
    }

    /** Whether the text names the document beyond doubt, and its payer bears the whole name of the party, as no other does. */
    private boolean isNamedByWhoBearsTheName(Explanation top) {
        return top.textWeight() >= Weights.STRONG
                && book.payers().isOnlyBearer(line, top.first().party());
    }

    private boolean meansMore(Collection<Mentions.Hit> hits, double least, Explanation top) {
        for (Mentions.Hit hit : hits) {
            if (hit.weight() >= least && isMeantToo(hit, top)) {
                top.doubt(
                        ReasonCode.TEXT_NAMES_OTHER,
                        () -> List.of(Arguments.document(hit.item()), Arguments.text(hit.quote())));
                return true;
            }
        }
        return false;
    }

    /** Whether the text names another open document beside it, less than beyond doubt: money may be meant for that one too. */
    private boolean isMeantToo(Mentions.Hit hit, Explanation top) {
        Item item = hit.item();
        return !hit.strong()
                && item.isOpen()
                && item.currency().equals(line.currency())
                && item.settledByMoneyIn() == line.in()
                && !top.items().contains(item)
                && !isDayOfAnother(hit, top)
                && !sharesPlace(hit, top);
    }

    /** Whether it is a day that happens to be the number of another party's document. */
    private static boolean isDayOfAnother(Mentions.Hit hit, Explanation top) {
        return hit.item().party() != top.first().party() && hit.text().inDate(hit.from(), hit.to());
    }

    private boolean sharesPlace(Mentions.Hit hit, Explanation top) {
        for (Item item : top.items()) {
            Mentions.Hit own = mentions.of(item);
            if (own != null && own.text() == hit.text() && hit.from() < own.to() && own.from() < hit.to()) {
                return true;
            }
        }
        return false;
    }
}
