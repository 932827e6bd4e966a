package org.bankfeed.matching.internal.core;

import java.util.List;
import org.bankfeed.matching.ReasonCode;

/** What keeps the most probable explanation from being booked by itself, however probable it is. */
final class Doubts {

    private static final int LONG_OVERDUE = 45;
    private static final int SOON_DUE = 15;

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
        if (!top.fit.exact) {
            fitsElsewhere(top, all);
        }
        if (!top.fit.comesOut()) {
            whose(top);
        }
        twins(top);
        boolean unknown = unknownNumber(top, 3);
        if (top.fit == Fit.PARTIAL && (unknown || !line.in())) {
            top.doubt(unknown ? ReasonCode.CREDIT_NOTE_MAY_BE_MISSING : ReasonCode.WE_SELDOM_PAY_A_PART);
        }
        if (top.textWeight == 0 && numberOfNothing(top, pays, unknown)) {
            top.doubt(ReasonCode.NUMBER_OF_NOTHING);
        }
    }

    private void fitsElsewhere(Explanation top, List<Explanation> all) {
        for (Explanation other : all) {
            if (other == top || other.payerWeight < 3) {
                continue;
            }
            if (other.settled == null ? other.fit.exact : other.settled.closedAmount == line.size()) {
                top.doubt(ReasonCode.AMOUNT_FITS_OTHER, () -> List.of(Arguments.documents(other.items)));
            } else if (other.fit.comesOut() && !top.fit.comesOut()) {
                Item item = other.first();
                top.doubt(
                        ReasonCode.AMOUNT_ROUNDED,
                        () -> List.of(
                                Arguments.amount(item.open - line.size(), item.currency), Arguments.document(item)));
            }
        }
    }

    /** Money that does not come out at anything may be anybody's, or meant for what earlier money paid. */
    private void whose(Explanation top) {
        if (book.undecidedBefore(line)) {
            top.doubt(ReasonCode.EARLIER_PAYMENT_UNDECIDED);
        }
        if (top.payerWeight < 2.5) {
            top.doubt(ReasonCode.PAYER_UNKNOWN, () -> List.of(Arguments.party(top.first().party)));
        }
        for (Mentions.Hit hit : mentions.hits()) {
            if (isMeantToo(hit, top)) {
                top.doubt(
                        ReasonCode.TEXT_NAMES_OTHER,
                        () -> List.of(Arguments.document(hit.item()), Arguments.text(hit.quote())));
                return;
            }
        }
    }

    /** Whether the text names another open document beside it, less than beyond doubt: money may be meant for that one too. */
    private boolean isMeantToo(Mentions.Hit hit, Explanation top) {
        Item item = hit.item();
        return hit.weight() >= Weights.NAMED
                && !hit.strong()
                && item.isOpen()
                && item.currency.equals(line.currency())
                && item.settledByMoneyIn() == line.in()
                && !top.items.contains(item)
                && !sharesPlace(hit, top);
    }

    private boolean sharesPlace(Mentions.Hit hit, Explanation top) {
        for (Item item : top.items) {
            Mentions.Hit own = mentions.of(item);
            if (own != null && own.text() == hit.text() && hit.from() < own.to() && own.from() < hit.to()) {
                return true;
            }
        }
        return false;
    }

    /** @param unknown whether a number of three digits or more stands in the text that names nothing */
    private boolean numberOfNothing(Explanation top, List<Explanation> pays, boolean unknown) {
        boolean twin = pays.stream()
                .anyMatch(one ->
                        one != top && one.fit.exact && one.items.size() == 1 && one.payerWeight == top.payerWeight);
        // among equal documents two digits may be meant to tell them apart
        // a deposit may happen to be the sum of what is open; what we pay ourselves has numbers of our own
        boolean certain = top.payerCertain && (top.items.size() == 1 || !line.in());
        return twin ? unknownNumber(top, 2) : unknown && !certain;
    }

    private boolean unknownNumber(Explanation top, int least) {
        return mentions.unknownNumber(
                line, top.first().party, least, !top.fit.exact, word -> book.isIdOfOurs(line, word));
    }

    /**
     * Whether a text may be used again: its payer is new here, or said the same before, or what he paid with it before
     * may be money that nobody has decided yet.
     */
    private boolean mayRepeat(Item named) {
        List<Past> before = book.senders.of(line).lines();
        long text = Past.text(line);
        for (Past past : before) {
            if (past.text == text) {
                return true;
            }
        }
        return before.isEmpty() || book.undecided.holdsAmountOf(line, named.issued);
    }

    /** Who pays the same sum again and again may repeat an old text: a twin that is due says that this is so. */
    private void twins(Explanation top) {
        Item named = top.first();
        boolean ours = !line.mandate().isEmpty() && line.in();
        if (ours || top.textWeight == 0 || top.items.size() > 1 || top.payerWeight < 3 || top.fit == Fit.DISCOUNT) {
            return;
        }
        int day = (int) line.day().toEpochDay();
        if (named.due >= day - LONG_OVERDUE || !mayRepeat(named)) {
            return;
        }
        OpenItems open = named.party.open;
        for (int i = 0; i < open.size(); i++) {
            boolean same = open.amount(i) == named.open && open.settledByMoneyIn(i) == line.in();
            if (same && open.due(i) > named.due && open.due(i) < day + SOON_DUE) {
                Item twin = open.get(i);
                top.doubt(
                        ReasonCode.TEXT_MAY_BE_OLD, () -> List.of(Arguments.document(twin), Arguments.document(named)));
                return;
            }
        }
    }
}
