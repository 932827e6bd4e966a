package org.bankfeed.matching;

import java.util.List;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Argument.Document;
import org.bankfeed.words.Argument.Documents;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Code;

/**
 * What can be said for or against an explanation, with what each speaks of. A new one needs a sentence in every {@code
 * sentences*.properties} beside this class. Decisions are stored with these names: add, never rename or reorder parameters.
 */
public enum ReasonCode implements Code {

    // ---- what the texts of the line say
    REFERENCE_EQUALS(Text.class, Document.class),
    REFERENCE_MISTYPED(Text.class, Text.class, Document.class),
    NUMBER_STANDS(Text.class, Document.class),
    NUMBER_END_STANDS(Text.class, Document.class),
    NUMBER_LISTED(Text.class, Document.class),
    TEXT_NAMES_OTHER(Document.class, Text.class),
    TEXT_NAMES_SETTLED(Document.class, Text.class),
    TEXT_MAY_BE_OLD(Document.class, Document.class),
    TEXT_SAYS_MORE(Documents.class),
    REFERENCE_OF_NOTHING(Text.class),
    NUMBER_OF_NOTHING,
    /** One number in the text stands for several of the documents that would be paid. */
    NUMBER_OF_SEVERAL(Text.class),
    CREDIT_NOTE_MAY_BE_MISSING,
    /** The text says that this money is not for a document: "sauf 101365", "101220 volgt". */
    LEFT_OUT(Document.class, Text.class),
    /** The text says that the payer set something of his own off. */
    SET_OFF_SAID,
    /** What would be kept back for what we owe, or are owed, is not said to be. */
    SET_OFF_UNSAID,
    /** The text says that all is paid that a statement of account asks for. */
    STATEMENT_SAID,
    /** The text says that the payer pays for somebody else, and not for whom it seems to be. */
    ON_BEHALF_SAID,
    /** The text speaks of an evening, a raffle, a voucher: something for which nobody writes an invoice. */
    OCCASION_SAID,
    /** The text speaks of an advance on an order, of interest or of the costs of a reminder: this may pay no document. */
    OTHER_MONEY_SAID,
    /** The text says a month that is not that of the document: the one of that month may be meant. */
    OTHER_MONTH_SAID,

    // ---- who pays
    ACCOUNT_ON_FILE(Text.class, Name.class),
    ACCOUNT_PAID_BEFORE(Text.class, Name.class),
    MANDATE_PAID_BEFORE(Text.class, Name.class),
    NAME_PAID_BEFORE(Text.class, Name.class),
    NAME_EQUALS(Name.class),
    NAME_IS_LIKE(Text.class, Name.class),
    /** The text says it, whoever pays. */
    NAME_IN_TEXT(Name.class),
    /** Somebody who is not the party paid a document of his before, and nobody said that this was wrong. */
    THIRD_PARTY_PAID(Text.class, Name.class, Document.class, Day.class),
    /** The same, where a person decided it. */
    THIRD_PARTY_DECIDED(Text.class, Name.class, Document.class, Day.class),
    /** The same, where a person said so of no payment in particular. */
    THIRD_PARTY_SAID(Text.class, Name.class),
    ACCOUNT_OF_ANOTHER,
    PAYER_UNKNOWN(Name.class),
    PAYER_SAYS_MORE(Name.class),
    EARLIER_PAYMENT_UNDECIDED,

    // ---- the amount
    AMOUNT_IS_OPEN(Document.class),
    AMOUNT_LESS_DISCOUNT(Document.class, Amount.class),
    AMOUNT_LESS_LATE_DISCOUNT(Amount.class),
    AMOUNT_ROUNDED(Amount.class, Document.class),
    AMOUNT_LESS_BANK_FEE(Amount.class, Document.class),
    /** The payer says that he withholds a tax, which he pays for us. */
    AMOUNT_LESS_TAX_WITHHELD(Amount.class, Document.class),
    /** More would be written off than the company lets be written off without asking. */
    ABOVE_TOLERANCE(Amount.class),
    /** The text says why so much is missing: it may not be due any more. */
    DEDUCTION_SAID(Amount.class),
    AMOUNT_IS_PART(Amount.class, Document.class),
    /** The same amount settled earlier documents, as a standing order goes on after a rent rose. */
    AMOUNT_AS_BEFORE(Name.class),
    AMOUNT_IS_INSTALMENT(Document.class, Count.class),
    AMOUNT_A_LITTLE_SHORT(Amount.class),
    /** A rest that would be written off if it were not so large a share of what is open. */
    AMOUNT_REST_IS_SMALL(Amount.class, Amount.class),
    AMOUNT_OVER(Amount.class, Document.class),
    AMOUNT_FAR_OVER,
    AMOUNT_IS_SUM(Count.class),
    AMOUNT_IS_SUM_LESS_CREDIT(Count.class, Count.class),
    /** Less documents of the other side of the books: the party is customer and supplier. */
    AMOUNT_IS_SUM_LESS_SET_OFF(Count.class, Count.class),
    AMOUNT_IS_SUM_LESS_DISCOUNT(Count.class),
    AMOUNT_IS_SUM_LESS_CREDIT_AND_DISCOUNT(Count.class, Count.class),
    AMOUNT_LESS_HELD_BACK(Document.class, Amount.class),
    AMOUNT_WAS_HELD_BACK(Document.class),
    AMOUNT_IS_SUM_LESS_HELD_BACK(Count.class, Amount.class),
    AMOUNT_IS_SUM_LESS_CREDIT_AND_HELD_BACK(Count.class, Count.class, Amount.class),
    HELD_AS_GUARANTEE(Amount.class),
    HELD_AS_GUARANTEE_UNTIL(Amount.class, Day.class),
    HELD_FOR_SOCIAL_DEBT(Amount.class),
    HELD_FOR_TAX_DEBT(Amount.class),
    AS_WITHHELD_FOR_SOCIAL_DEBT(Amount.class),
    AS_WITHHELD_FOR_TAX_DEBT(Amount.class),
    AS_WITHHELD_FOR_BOTH_DEBTS(Amount.class),
    /** The text says the amount of each document. */
    AMOUNTS_LISTED(Count.class),
    AMOUNT_ON_OLDEST_NAMED,
    AMOUNT_NOT_EVEN,
    /** Hardly anybody means to pay so small a part. */
    AMOUNT_SMALL_PART,
    /** Two documents that are not paid by this explanation come to the amount, too. */
    AMOUNT_FITS_TWO_OTHERS,
    AMOUNT_FITS_OTHER(Documents.class),
    AMOUNT_OF_TOO_MANY,
    SETS_NOT_ALL_SEEN,
    WE_SELDOM_PAY_A_PART,

    // ---- payments and collections of ours that were announced
    OWN_PAYMENT_END_TO_END(Text.class),
    BATCH_NAMED(Text.class),
    BATCH_SUM(Text.class, Count.class),
    BATCH_SUM_OF_SOME(Text.class, Count.class, Count.class),
    BATCH_ONLY_ONE,
    BATCH_IN_PART,
    BATCH_OTHERS_FIT,
    BATCH_NAME_OF_SEVERAL(Text.class, Count.class),
    BATCH_PAYMENTS_DO_NOT_FIT(Count.class),

    // ---- among equals
    OTHER_LINE_NAMES_IT(Document.class),
    /** Of several documents of an amount, the one whose day or month the text says. */
    DAY_OR_MONTH_NAMED(Document.class),
    OLDER_MAY_BE_PAID,
    DOCUMENTS_OF_TWO_PARTIES(Name.class, Name.class),
    DOCUMENTS_OF_SEVERAL_PARTIES(Count.class),
    NOTHING_TELLS_APART(Documents.class),
    ONE_EXPLAINS_IT_ALONE(Document.class),
    OTHER_IS_DUE_EARLIER(Document.class),
    OTHER_MORE_PROBABLE(Documents.class),

    // ---- why what is clear now is not booked by itself
    CLEAR_ONLY_LATER,
    ISSUED_AFTER_THE_MONEY(Document.class),
    BOOKING_WAS_TAKEN_BACK,

    // ---- what is on its way to a document; said of no line
    PAYMENT_ANNOUNCED(Amount.class, Day.class),
    PAYMENT_PENDING(Amount.class, Day.class),

    // ---- settled already, taken back
    CLOSED_BY_HAND(Document.class),
    PAID_ON(Document.class, Day.class),
    BOOKS_HOLD_PAYMENT(Text.class, Day.class),
    TAKES_BACK_END_TO_END(Text.class, Amount.class),
    TAKES_BACK_OUT_OF_BATCH(Text.class, Amount.class),
    TAKES_BACK_NAMED(Document.class, Amount.class),
    TAKES_BACK_SAME_ACCOUNT(Day.class),
    TAKES_BACK_SAME_MANDATE(Text.class),
    /** What is more is taken for what the return costs. */
    TAKES_BACK_WITH_COST(Amount.class),
    TAKES_BACK_UNKNOWN,

    // ---- money that goes back, and settles nothing
    /** What was paid too much on a document, on a day. */
    GIVES_BACK_TOO_MUCH(Amount.class, Document.class, Day.class),
    /** A payment of a day that settled nothing. */
    GIVES_BACK_PAYMENT(Amount.class, Day.class),

    // ---- why it came back: the bank's reason code, its meaning, and what to do
    RETURNED_ACCOUNT_WRONG(Text.class),
    RETURNED_OWN_ACCOUNT_WRONG(Text.class),
    RETURNED_ACCOUNT_CLOSED(Text.class),
    RETURNED_ACCOUNT_BLOCKED(Text.class),
    RETURNED_ACCOUNT_FORBIDDEN(Text.class),
    RETURNED_CONSUMER_ACCOUNT(Text.class),
    RETURNED_WRONG_OPERATION(Text.class),
    RETURNED_INSUFFICIENT_FUNDS(Text.class),
    RETURNED_DUPLICATE(Text.class),
    RETURNED_PARTY_DATA(Text.class),
    RETURNED_NO_MANDATE(Text.class),
    RETURNED_REFUND_ASKED(Text.class),
    RETURNED_DEBTOR_DECEASED(Text.class),
    RETURNED_REFUSED(Text.class),
    RETURNED_NO_REASON(Text.class),
    RETURNED_REGULATORY(Text.class),
    RETURNED_BY_SERVICE(Text.class),
    RETURNED_ON_REQUEST(Text.class),
    RETURNED_AFTER_RECALL(Text.class),
    RETURNED_FRAUD(Text.class),
    RETURNED_TECHNICAL(Text.class),

    // ---- no invoice
    OWN_TRANSFER,
    PROVIDER_PAYOUT(Text.class),
    BANK_CHARGES,
    INTEREST,
    TAXES,
    WAGES,
    CASH,
    OWN_CARD,
    CARD_TAKINGS,
    CASH_AT_COUNTER,
    NOTHING_FITS,
    /** Of what fits nothing is probable enough to be the answer. */
    NOTHING_FITS_WELL,

    // ---- rules of the company
    RULE_NOT_AN_INVOICE(Text.class, Text.class),
    RULE_WRITES_OFF(Text.class, Amount.class),
    RULE_LEAVES_TO_PERSON(Text.class),

    /** In the words of its maker, the same in every language: what was stored before reasons had names. */
    IN_WORDS(Text.class);

    private final List<Class<? extends Argument>> parameters;

    @SafeVarargs
    ReasonCode(Class<? extends Argument>... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    public List<Class<? extends Argument>> parameters() {
        return parameters;
    }

    /** Whether it says why a payment came back, and what to do. */
    public boolean tellsWhyReturned() {
        return name().startsWith("RETURNED_");
    }
}
