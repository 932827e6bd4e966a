package org.bankfeed.matching.internal.core.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OwnIds;
import org.bankfeed.matching.internal.core.book.PayerEvidence;
import org.bankfeed.matching.internal.core.find.Explanation;
import org.bankfeed.matching.internal.core.find.Fit;
import org.bankfeed.matching.internal.core.find.Instalments;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.bankfeed.matching.internal.text.WordsBefore;
import org.bankfeed.words.Argument;

/** Weighs what a line's texts say for an explanation, and what they name besides. */
final class TextJudge {

    private static final double MOST = 18;

    /** Fewer digits are rather a house or a count than a document. */
    private static final int NUMBER = 4;

    /** Of a stranger, a part smaller than this one of what is open is rather for something else with such a number. */
    private static final int SMALL_PART = 10;

    /** A reminder costs less than this part of what it asks for. */
    private static final int SMALL_SHARE = 3;

    /** An amount that differs by less than this part may still be meant for what a stranger names. */
    private static final int NEAR = 10;

    private final Book book;
    private final Line line;
    private final Mentions mentions;

    TextJudge(Book book, Line line, Mentions mentions) {
        this.book = book;
        this.line = line;
        this.mentions = mentions;
    }

    /** @param otherKnown whether account or mandate say who pays */
    void weigh(Explanation one, boolean otherKnown) {
        double text = 0;
        int named = 0;
        int unnamed = 0;
        int unnamedCredits = 0;
        List<Mentions.Hit> used = new ArrayList<>(one.items().size());
        for (Item item : one.items()) {
            Mentions.Hit hit = mentions.of(item);
            if (hit == null) {
                boolean credit = item.settledByMoneyIn() != line.in();
                unnamed += credit ? 0 : 1;
                unnamedCredits += credit ? 1 : 0;
                continue;
            }
            if (!used.isEmpty() && hit.how() != Mentions.How.LISTED) {
                namesSeveral(one, hit, used);
            }
            used.add(hit);
            text = named == 0 ? hit.weight() : Math.max(text, hit.weight()) + 0.5 * Math.min(text, hit.weight());
            named++;
            one.says(hit::evidence);
        }
        one.textWeighs(Math.min(text, MOST));
        if (named > 0) {
            one.weighs(unnamed * Weights.UNNAMED_BESIDE_NAMED + unnamedCredits * Weights.UNNAMED_CREDIT_BESIDE_NAMED);
        } else if (one.items().size() > 1) {
            one.weighs(-0.5 * unnamed - 2.5 * unnamedCredits);
        } else if (one.fit() == Fit.EXACT && one.payerWeight() > 0 && !one.payerCertain() && onlyOneOfAmount()) {
            one.weighs(Weights.ONLY_ITEM_OF_AMOUNT);
        }
        boolean stranger = one.payerWeight() == 0;
        if (!one.fit().comesOut() && one.settled() == null) {
            weighVague(one, used);
        }
        if (stranger && named > 0 && book.payers().inText().say(one.first().party(), line.text())) {
            one.payerWeighs(Weights.NAME_IN_TEXT);
            one.says(() -> PayerEvidence.nameIsSaid(one.first().party()));
        }
        if (one.payerWeight() == 0 && otherKnown) {
            one.weighs(Weights.OTHERS_ACCOUNT);
            one.speaksAgainst(ReasonCode.ACCOUNT_OF_ANOTHER, List::of);
        }
        contradictions(one, used);
        leftOut(one);
    }

    /** What speaks against it where the amount comes out at nothing. */
    private void weighVague(Explanation one, List<Mentions.Hit> used) {
        boolean named = !used.isEmpty();
        boolean stranger = one.payerWeight() == 0;
        if (stranger && !line.in()) {
            one.weighs(Weights.TO_STRANGER);
        }
        if (!named
                && !(one.fit() == Fit.PARTIAL && Instalments.isNext(one.first(), line, mentions) > 0)
                && (isCollectedFromUs()
                        || mentions.words().sayOtherMoney()
                        || mentions.words().sayAdvance()
                        || mentions.unnamed(line)
                                .anyOfSomethingElse(one.first(), NUMBER, word -> book.isIdOfOurs(line, word)))) {
            one.weighs(Weights.NAMES_NOTHING);
        }
        if (stranger
                && one.fit() == Fit.PARTIAL
                && (line.size() * SMALL_PART < one.first().open()
                        || mentions.words().sayAdvance())) {
            one.weighs(-Weights.OF_AN_ORDER);
        }
        if (named && used.stream().allMatch(hit -> WordsBefore.isOfSomethingElse(hit.text(), hit.from()))) {
            boolean far = stranger
                    && Math.abs(one.first().open() - line.size()) * NEAR
                            > one.first().open();
            one.weighs(far ? -2 * Weights.OF_AN_ORDER : -Weights.OF_AN_ORDER);
        }
        if (stranger && mentions.words().sayOtherMoney()) {
            one.weighs(-2 * Weights.OF_AN_ORDER);
        }
        if (one.fit() == Fit.PARTIAL && isForSomethingElse(one)) {
            one.weighs(Weights.OTHER_MONEY);
            one.doubt(ReasonCode.OTHER_MONEY_SAID);
        }
        if (used.size() > 1 && isBesideWhole(used)) {
            one.weighs(Weights.END_BESIDE_WHOLE);
        }
    }

    /** Whether a supplier collects it: he collects invoices whole, or else what he reckons with later. */
    private boolean isCollectedFromUs() {
        return !line.in() && !line.mandate().isEmpty();
    }

    /** Whether what seems to be a part is an advance on something new, or what a late payer owes beside the document. */
    private boolean isForSomethingElse(Explanation part) {
        return mentions.words().sayNewAdvance()
                || mentions.words().sayDunning()
                        && line.size() * SMALL_SHARE < part.first().open();
    }

    /** Says which documents of the party the text says that this money is not for. */
    private void leftOut(Explanation one) {
        for (Mentions.Hit hit : mentions.leftOut()) {
            if (hit.item().party() == one.first().party()) {
                one.speaksFor(
                        ReasonCode.LEFT_OUT,
                        hit.text().field(),
                        () -> List.of(Arguments.document(hit.item()), Arguments.text(hit.quote())));
            }
        }
    }

    /** Whether one is named by its whole number and another by no more than an end that stands elsewhere: it may be a house's. */
    private static boolean isBesideWhole(List<Mentions.Hit> used) {
        return used.stream().anyMatch(Mentions.Hit::strong)
                && used.stream().anyMatch(hit -> hit.how() == Mentions.How.SHORT && !hit.strong());
    }

    /** One number in the text means one document, though several may bear it. */
    private static void namesSeveral(Explanation one, Mentions.Hit hit, List<Mentions.Hit> used) {
        for (Mentions.Hit other : used) {
            boolean samePlace = other.text() == hit.text() && other.from() == hit.from() && other.to() == hit.to();
            if (samePlace && other.how() != Mentions.How.LISTED && !isCreditNoteOf(hit.item(), other.item())) {
                one.weighs(-hit.weight());
                one.doubt(ReasonCode.NUMBER_OF_SEVERAL, () -> List.of(Arguments.text(hit.quote())));
                return;
            }
        }
    }

    /** Whether one of two is a credit note that bears the number of the other: C6608 of 6608. */
    private static boolean isCreditNoteOf(Item a, Item b) {
        return a.creditNote() != b.creditNote()
                && !a.number().isEmpty()
                && !b.number().isEmpty()
                && (a.number().endsWith(b.number()) || b.number().endsWith(a.number()));
    }

    private boolean onlyOneOfAmount() {
        return book.documents().amounts().countWithLess(line.in(), line.size()) == 1;
    }

    /** A text that names other items than these speaks against them. */
    private void contradictions(Explanation one, List<Mentions.Hit> used) {
        int counted = 0;
        for (Mentions.Hit hit : mentions.hits()) {
            if (!hit.strong() || one.items().contains(hit.item()) || explained(hit, one, used) || counted >= 2) {
                continue;
            }
            if (isSomethingElse(hit, one, used) || isWhatIsGivenBack(hit.item(), one)) {
                continue;
            }
            boolean open = hit.item().isOpen() && hit.item().currency().equals(line.currency());
            one.weighs(open ? Weights.OMITS_NAMED : Weights.OMITS_SETTLED);
            ReasonCode reason = open ? ReasonCode.TEXT_NAMES_OTHER : ReasonCode.TEXT_NAMES_SETTLED;
            Supplier<List<Argument>> named = () -> List.of(Arguments.document(hit.item()), Arguments.text(hit.quote()));
            boolean allNamed = one.textWeight() >= Weights.STRONG
                    && used.size() == one.items().size();
            if (allNamed && onlyToldOf(hit.item(), one)) {
                one.speaksAgainst(reason, named);
            } else {
                one.doubt(reason, named);
            }
            counted++;
        }
        String foreign = mentions.foreignReference();
        if (foreign != null && one.textWeight() < Weights.STRONG && one.settled() == null) {
            one.weighs(-2.5);
            one.doubt(ReasonCode.REFERENCE_OF_NOTHING, () -> List.of(Arguments.text(foreign)));
        }
    }

    /**
     * Whether a settled document stands beside the ones that are named and come out at the amount only to say that it is
     * paid. One that was closed by hand, or paid by as much, may be what is paid.
     */
    private boolean onlyToldOf(Item settled, Explanation one) {
        return one.fit().exact()
                && one.payerCertain()
                && !settled.isOpen()
                && !settled.closedByUser()
                && settled.last() != null
                && settled.last().amount() != line.amount();
    }

    /** Whether what we pay back of a credit note names the invoice that it is of: our customers' refunds do. */
    private boolean isWhatIsGivenBack(Item named, Explanation one) {
        return !line.in()
                && one.settled() == null
                && one.fit().exact()
                && one.items().size() == 1
                && one.first().sales()
                && one.first().creditNote()
                && one.payerWeight() > 0
                && named.sales()
                && !named.creditNote()
                && named.party() == one.first().party();
    }

    /**
     * Whether a number is announced as an order's, a customer's or a telephone's, or is the payer's own id, and happens to be
     * that of another document: of another party's, or of any where the text names what comes out at the amount as well.
     */
    private boolean isSomethingElse(Mentions.Hit hit, Explanation one, List<Mentions.Hit> used) {
        if (!one.fit().exact()) {
            return WordsBefore.isOfOther(hit.text(), hit.from()) && isNamedAsDocument(one, used);
        }
        boolean said = WordsBefore.isOfSomethingElse(hit.text(), hit.from());
        boolean another =
                one.payerCertain() && hit.item().party() != one.first().party();
        return said && another || (said || isPayersOwn(hit)) && isNamedAsDocument(one, used);
    }

    private boolean isPayersOwn(Mentions.Hit hit) {
        return hit.isInEndToEndId() && !OwnIds.areGivenByUs(line.in(), line.mandate());
    }

    private boolean isNamedAsDocument(Explanation one, List<Mentions.Hit> used) {
        return used.size() == one.items().size()
                && used.stream()
                        .allMatch(hit -> hit.strong()
                                && !isPayersOwn(hit)
                                && !WordsBefore.isOfSomethingElse(hit.text(), hit.from()));
    }

    /** Whether its place names one of these items as well, be it one that is named by more elsewhere. */
    private boolean explained(Mentions.Hit hit, Explanation one, List<Mentions.Hit> used) {
        for (Mentions.Hit mine : used) {
            if (overlap(hit, mine)) {
                return true;
            }
        }
        for (Mentions.Hit other : mentions.hits()) {
            if (overlap(hit, other) && one.items().contains(other.item())) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlap(Mentions.Hit hit, Mentions.Hit other) {
        return hit.text() == other.text() && hit.from() < other.to() && other.from() < hit.to();
    }
}
