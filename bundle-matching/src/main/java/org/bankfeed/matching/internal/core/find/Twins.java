package org.bankfeed.matching.internal.core.find;

import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.words.Argument;

/**
 * Documents of one payer and one amount, and no word which: the oldest due counts as paid, as the law imputes. Four
 * things speak against the oldest: money of the same amount that came before, or any that came lately, and that nobody decided yet, that it is
 * overdue for longer than its payer lets anything be while another is due about now, a day or month in the text that is
 * not its own (if another's that is due about now, that one counts as paid), and that another is as old in every respect. Then it is a person who says; also of credit notes, which are
 * paid back in no order of theirs, of what we pay ourselves if two are due within a few days, and of a discount that one of
 * them still allows.
 */
final class Twins {

    /** So many days past due, when money of the amount is there that nobody decided. */
    private static final int OVERDUE = 20;

    /** Money of so many days ago may be a part of what the oldest was, or all of it less a credit note. */
    private static final int LATELY = 14;

    private static final int LONG_OVERDUE = 60;

    /** So many days later than the last time, and a payer has passed the oldest over rather than forgotten its due day. */
    private static final int LATER_THAN_LAST = 12;

    private static final int ABOUT_NOW = 15;

    /** We pay in the order of the day's list, not of due days that lie so near to each other. */
    private static final int SOON_AFTER = 10;

    /** So many of those that nothing tells apart are named; there may be hundreds. */
    private static final int SAID = 5;

    private static final double PASSED_OVER = -1.2;
    private static final double FURTHER_OFF = -3;

    private Twins() {}

    /** Ranks explanations that differ in nothing but the document, the oldest first. */
    static void rank(List<Explanation> twins, Line line, Tolerance tolerance, Book book) {
        if (twins.size() < 2) {
            return;
        }
        int day = (int) line.day().toEpochDay();
        int named = NamedByDate.among(twins, line);
        boolean loose =
                book.undecided().holdsAmountOf(line, twins.get(0).first().issuedOn());
        int undecided = book.undecided().alike(line, book.senders().of(line), tolerance.difference());
        if (named == 0
                || named > 0
                        && undecided == 0
                        && isMeant(twins, twins.get(named).first(), line)) {
            takeAsSaid(twins, twins.get(named));
            return;
        }
        int skipped = Math.min(undecided, twins.size() - 1);
        int overdue = Math.min(loose ? OVERDUE : LONG_OVERDUE, book.lastOverdue(line) + LATER_THAN_LAST);
        int due = named > 0 ? named : Math.max(skipped, firstDue(twins, day, overdue));
        double passedOver =
                named > 0 || skipped > 0 ? PASSED_OVER : -book.equalOrder().dueRatherThanOldest();
        boolean alike = due == 0 && ofOneAge(twins.get(0).first(), twins.get(1).first());
        int since = Math.max(twins.get(0).first().issuedOn(), day - LATELY);
        boolean lately = book.undecided().sum(line, book.senders().of(line), since) > 0;
        boolean unsure = named == NamedByDate.ANOTHER || lately || !line.in() && dueTogether(twins) || inTime(twins);
        for (int i = 0; i < twins.size(); i++) {
            Explanation one = twins.get(i);
            if (alike) {
                one.doubt(ReasonCode.NOTHING_TELLS_APART, () -> List.of(oldest(twins)));
            }
            if (due == 0) {
                one.weighs(i == 0 ? 0 : Weights.NOT_THE_OLDEST);
                if (one.first().creditNote() || unsure) {
                    one.doubt(ReasonCode.OLDER_MAY_BE_PAID);
                }
            } else {
                one.weighs(i == due ? 0 : i == 0 ? passedOver : FURTHER_OFF);
                one.doubt(ReasonCode.OLDER_MAY_BE_PAID);
            }
        }
    }

    /**
     * Who pays what is due about now and says its day or month means it, as the law lets him. Of a text used again the one
     * that is named is long due; a day about now may be that on which the payment was ordered.
     */
    private static boolean isMeant(List<Explanation> twins, Item named, Line line) {
        return Math.abs(named.dueOn() - line.day().toEpochDay()) <= ABOUT_NOW
                && !NamedByDate.maySayWhenItWasPaid(line)
                && !NamedByDate.mayMeanAnother(twins, named, line);
    }

    private static void takeAsSaid(List<Explanation> twins, Explanation meant) {
        twins.stream().filter(one -> one != meant).forEach(one -> one.weighs(Weights.NOT_THE_OLDEST));
        meant.dayIsSaid();
        meant.speaksFor(
                ReasonCode.DAY_OR_MONTH_NAMED,
                "remittanceInformation",
                () -> List.of(Arguments.document(meant.first())));
    }

    /** Whether the oldest comes out less a discount that is over, and a younger one less a discount that is not. */
    private static boolean inTime(List<Explanation> twins) {
        return twins.get(0).fit == Fit.DISCOUNT_LATE && twins.stream().anyMatch(one -> one.fit == Fit.DISCOUNT);
    }

    private static boolean dueTogether(List<Explanation> twins) {
        return twins.get(1).first().dueOn() - twins.get(0).first().dueOn() <= SOON_AFTER;
    }

    private static boolean ofOneAge(Item a, Item b) {
        return a.dueOn() == b.dueOn() && a.issuedOn() == b.issuedOn();
    }

    private static Argument oldest(List<Explanation> twins) {
        Item oldest = twins.get(0).first();
        return Arguments.documents(twins.stream()
                .map(Explanation::first)
                .takeWhile(item -> ofOneAge(oldest, item))
                .limit(SAID)
                .toList());
    }

    /** The oldest that is not long overdue, if it is due about now; else the oldest. */
    private static int firstDue(List<Explanation> twins, int day, int overdue) {
        for (int i = 0; i < twins.size(); i++) {
            int due = twins.get(i).first().dueOn();
            if (due >= day - overdue) {
                return due <= day + ABOUT_NOW ? i : 0;
            }
        }
        return 0;
    }
}
