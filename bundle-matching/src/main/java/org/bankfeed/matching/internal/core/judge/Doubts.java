package org.bankfeed.matching.internal.core.judge;

import java.util.Collection;
import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.book.Past;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.core.find.Explanation;
import org.bankfeed.matching.internal.core.find.Fit;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.bankfeed.matching.internal.text.Digits;
import org.bankfeed.matching.internal.text.Fold;

/** What keeps the most probable explanation from being booked by itself, however probable it is. */
final class Doubts {

    private static final int LONG_OVERDUE = 45;
    private static final int SOON_DUE = 15;

    /** A payer who is known by less is hardly known. */
    private static final double KNOWN = 3;

    /** Among so many documents two are looked for that come out at an amount. */
    private static final int MOST_OTHERS = 60;

    /** So many digits are a number that the bank gave, where none of our documents has so many. */
    private static final int BANKS_OWN = 12;

    private static final int LEAST_OF_ID = 5;

    private final Book book;
    private final Line line;
    private final Mentions mentions;

    Doubts(Book book, Line line, Mentions mentions) {
        this.book = book;
        this.line = line;
        this.mentions = mentions;
    }

    /**
     * Says them of the most probable explanation.
     *
     * @param pays all that settle something
     * @param all these, and what is settled already
     */
    void of(Explanation top, List<Explanation> pays, List<Explanation> all) {
        if (!top.fit().exact()) {
            fitsElsewhere(top, all);
        } else if (pays.size() > 1 && top.items().size() == 1) {
            mayBeMistyped(top, pays);
        }
        if (!top.fit().comesOut()) {
            whose(top);
            if (comesOutOtherwise(top)) {
                top.doubt(ReasonCode.AMOUNT_FITS_TWO_OTHERS);
            }
        }
        if (top.fit().exact() && top.payerWeight() == 0 && isFileOfAStranger(top)) {
            top.doubt(
                    ReasonCode.PAYER_UNKNOWN,
                    () -> List.of(Arguments.party(top.first().party())));
        }
        if (book.undecided().holdsTwin(line, book.senders().of(line))) {
            top.doubt(ReasonCode.EARLIER_PAYMENT_UNDECIDED);
        }
        twins(top);
        if (top.fit() == Fit.PARTIAL) {
            part(top);
        } else if (top.fit() == Fit.OVER && mayBeMissing(top)) {
            top.doubt(ReasonCode.NUMBER_OF_NOTHING);
        }
        if (top.textWeight() == 0) {
            unsaid(top, pays);
        }
    }

    private void part(Explanation top) {
        if (mayBeMissing(top)) {
            top.doubt(ReasonCode.CREDIT_NOTE_MAY_BE_MISSING);
        } else if (!line.in()) {
            top.doubt(ReasonCode.WE_SELDOM_PAY_A_PART);
        }
    }

    /**
     * Whether the text has the number of a document that the books may get yet. That of an order is no document's where the
     * text names one.
     */
    private boolean mayBeMissing(Explanation top) {
        boolean orders = top.textWeight() < Weights.NAMED;
        return mentions.unknownNumberLikeOurs(
                line, top.first(), orders, book.documents().forms(), word -> isOther(word, top));
    }

    /** Of what the text does not name. */
    private void unsaid(Explanation top, List<Explanation> pays) {
        if (isCutBetweenTwins(top, pays)) {
            top.doubt(ReasonCode.NUMBER_OF_NOTHING);
        } else if (numberOfNothing(top, pays) || mentions.namesUnknownInvoice(line, top.first()) && !saidBefore()) {
            if (isMistyped(top, pays) || isNumberOfHis(top)) {
                top.speaksAgainst(ReasonCode.NUMBER_OF_NOTHING, List::of);
            } else {
                top.doubt(ReasonCode.NUMBER_OF_NOTHING);
            }
        }
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
        Payer other = areOfOneParty(top) ? book.payers().saidBeside(top.first().party(), line) : null;
        if (other != null) {
            top.doubt(ReasonCode.NAME_IN_TEXT, () -> List.of(Arguments.party(other)));
        }
    }

    /** Whether a stranger's text announces the number as that of an order, a file or a project, which may have one like ours. */
    private boolean isFileOfAStranger(Explanation top) {
        Mentions.Hit hit = mentions.of(top.first());
        return hit != null && hit.text().isOfNoDocument(hit.from());
    }

    /** Else the text says the names of all of them. */
    private static boolean areOfOneParty(Explanation top) {
        return top.items().stream().allMatch(item -> item.party() == top.first().party());
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

    /**
     * A number that leads to another's document, or the end of one that the text does not have in full, while it has the number
     * of another document of this amount but for one sign, and the account is its payer's: he may have mistyped it.
     */
    private void mayBeMistyped(Explanation top, List<Explanation> pays) {
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

    private void fitsElsewhere(Explanation top, List<Explanation> all) {
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

    /** Money that does not come out at anything may be anybody's, or meant for what earlier money paid. */
    private void whose(Explanation top) {
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

    /** Whether the text names the document beyond doubt, and its payer bears the whole name of the party, as no other does. */
    private boolean isNamedByWhoBearsTheName(Explanation top) {
        return top.textWeight() >= Weights.STRONG
                && book.payers().isOnlyBearer(line, top.first().party());
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
                && earlier + line.size() <= top.first().open();
        return earlier > 0 && !bothFit;
    }

    /** Whether two other documents of the party come out at the amount, or one less a credit note: the number may be a wrong one. */
    private boolean comesOutOtherwise(Explanation top) {
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

    private boolean sharesPlace(Mentions.Hit hit, Explanation top) {
        for (Item item : top.items()) {
            Mentions.Hit own = mentions.of(item);
            if (own != null && own.text() == hit.text() && hit.from() < own.to() && own.from() < hit.to()) {
                return true;
            }
        }
        return false;
    }

    private boolean numberOfNothing(Explanation top, List<Explanation> pays) {
        boolean twin = pays.stream().anyMatch(one -> isTwin(one, top));
        // among equal documents two digits may be meant to tell them apart
        // a deposit may happen to be the sum of what is open; what we pay ourselves has numbers of our own
        boolean certain = top.payerCertain() && (top.items().size() == 1 || !line.in());
        return twin ? unknownNumber(top, 2) : !certain && unknownNumber(top, 3);
    }

    private static boolean isTwin(Explanation one, Explanation top) {
        return one != top && one.fit().exact() && one.items().size() == 1 && one.payerWeight() == top.payerWeight();
    }

    /** Whether the text had a number that was cut, and may have been that of an equal document. */
    private boolean isCutBetweenTwins(Explanation top, List<Explanation> pays) {
        return pays.stream().anyMatch(one -> isTwin(one, top) && mentions.isCut(one.first()));
    }

    private boolean unknownNumber(Explanation top, int least) {
        return mentions.unknownNumber(line, top.first(), least, !top.fit().exact(), word -> isOther(word, top));
    }

    /** Whether a number is known to be no document's: an id, one that the payer wrote before, or one longer than any of ours. */
    private boolean isOther(String word, Explanation top) {
        String digits = Digits.last(word);
        String id = Fold.compact(line.endToEndId());
        boolean like = book.documents().forms().mayBeOurs(digits, top.first().sales());
        return book.isIdOfOurs(line, word)
                || id.contains(digits) && isOfPayersId(digits, id, like)
                || !id.contains(digits) && digits.length() >= BANKS_OWN && !like
                || OtherNumbers.stoodBefore(word, line, book.senders().of(line));
    }

    /** Whether a number stands in the payer's own id, which the text repeats, or is as long as none of ours. */
    private boolean isOfPayersId(String digits, String id, boolean like) {
        boolean payers = line.in() && line.mandate().isEmpty() && digits.length() >= LEAST_OF_ID;
        boolean repeated =
                id.length() > digits.length() && Fold.compact(line.text()).contains(id);
        return payers && (repeated || !like);
    }

    /**
     * Whether a text may be used again: its payer is new here, or said the same before, or what he paid with it before
     * may be money that nobody has decided yet.
     */
    private boolean mayRepeat(Item named) {
        return saidBefore()
                || book.senders().of(line).lines().isEmpty()
                || book.undecided().holdsAmountOf(line, named.issuedOn());
    }

    /** Whether the payer said the same before. */
    private boolean saidBefore() {
        long text = Past.text(line);
        for (Past past : book.senders().of(line).lines()) {
            if (past.text() == text) {
                return true;
            }
        }
        return false;
    }

    /** Who pays the same sum again and again may repeat an old text: a twin that is due says that this is so. */
    private void twins(Explanation top) {
        Item named = top.first();
        boolean ours = !line.mandate().isEmpty() && line.in();
        if (ours
                || top.textWeight() == 0
                || top.items().size() > 1
                || top.payerWeight() < 3
                || top.fit() == Fit.DISCOUNT) {
            return;
        }
        int day = (int) line.day().toEpochDay();
        if (named.dueOn() >= day - LONG_OVERDUE || !mayRepeat(named)) {
            return;
        }
        OpenItems open = named.party().open();
        for (int i = 0; i < open.size(); i++) {
            boolean same = open.amount(i) == named.open() && open.settledByMoneyIn(i) == line.in();
            if (same && open.due(i) > named.dueOn() && open.due(i) < day + SOON_DUE) {
                Item twin = open.get(i);
                top.doubt(
                        ReasonCode.TEXT_MAY_BE_OLD, () -> List.of(Arguments.document(twin), Arguments.document(named)));
                return;
            }
        }
    }
}
