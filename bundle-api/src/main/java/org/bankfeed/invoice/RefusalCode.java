package org.bankfeed.invoice;

import java.util.List;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Argument.Document;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Code;

/**
 * Why our own invoice module does not do what is asked, with what each speaks of, in the order of the comment. A host says its
 * own reasons in its own words, or these where they fit. A new one needs a text in every {@code sentences*.properties} beside
 * this class. Decisions are stored with these names: add, never rename or reorder parameters.
 */
public enum RefusalCode implements Code {

    // ---- what cannot be found, or is too large
    /** Document, company. */
    NO_DOCUMENT(Name.class, Name.class),
    AMOUNT_TOO_LARGE(Amount.class),

    // ---- a booking
    /** Document, its currency, that of the payment. */
    OTHER_CURRENCY(Document.class, Name.class, Name.class),
    WRITE_OFF_WITHOUT_CASH(Document.class),
    /** Document, what was to be settled. */
    PAID_ALREADY(Document.class, Amount.class),
    /** Document, what was to be settled. */
    CLOSED_ALREADY(Document.class, Amount.class),
    /** Document, what was to be settled. */
    WITHDRAWN_ALREADY(Document.class, Amount.class),
    /** Document, what is outstanding, what was to be settled. */
    LESS_OUTSTANDING(Document.class, Amount.class, Amount.class),
    /** Booking. */
    TAKES_BACK_REVERSED(Name.class),
    /** Booking. */
    TAKES_BACK_UNKNOWN(Name.class),
    /** Booking, document, what is left, what was asked for. */
    LESS_CASH_LEFT(Name.class, Document.class, Amount.class, Amount.class),
    /** Booking, document, what is left, what was asked for. */
    LESS_WRITE_OFF_LEFT(Name.class, Document.class, Amount.class, Amount.class),
    /** What they ask for, the payment. */
    DOCUMENTS_ASK_THE_OTHER_WAY(Amount.class, Amount.class),
    /** The payment, what the documents would take. */
    PAYMENT_HOLDS_LESS(Amount.class, Amount.class),
    /** Booking. */
    LINE_BOOKED_ALREADY(Name.class),
    /** Booking. */
    BOOKING_REVERSED(Name.class),
    /** Booking, its amount and day. */
    BOOKING_DIFFERS(Name.class, Amount.class, Day.class),

    // ---- a reversal
    /** Booking. */
    NO_BOOKING(Name.class),
    /** Booking, the later ones. */
    TAKEN_BACK_LATER(Name.class, Name.class),
    /** Booking, what it would settle again, document, what is outstanding. */
    SETTLED_SINCE(Name.class, Amount.class, Document.class, Amount.class),
    /** The same, and when it was closed. */
    SETTLED_SINCE_CLOSED(Name.class, Amount.class, Document.class, Amount.class, Day.class),
    /** The same, and the later booking. */
    SETTLED_SINCE_BY_BOOKING(Name.class, Amount.class, Document.class, Amount.class, Name.class),
    /** What would be settled again, document, what is outstanding, day and amount of the later payment. */
    SETTLED_SINCE_BY_PAYMENT(Amount.class, Document.class, Amount.class, Day.class, Amount.class),

    // ---- withdrawing and closing a document
    /** Document, what is outstanding, its total. */
    SOMETHING_PAID(Document.class, Amount.class, Amount.class),
    NOTHING_TO_CLOSE(Document.class),
    /** Document, the day, the first open one. */
    PERIOD_CLOSED(Document.class, Day.class, Day.class),
    PERIODS_CLOSED_ELSEWHERE,

    // ---- a new document
    DOCUMENT_KNOWN(Name.class),
    /** So many characters at most. */
    NUMBER_LENGTH(Count.class),
    /** So many characters at most. */
    PARTY_ID_LENGTH(Count.class),
    /** So many characters at most. */
    PARTY_NAME_LENGTH(Count.class),
    /** So many characters at most. */
    PARTY_ACCOUNT_LENGTH(Count.class),
    /** So many characters at most. */
    REFERENCE_LENGTH(Count.class),
    /** Document, reference. */
    REFERENCE_WRONG(Name.class, Text.class),
    /** Document, total. */
    TOTAL_NOT_POSITIVE(Name.class, Amount.class),
    /** Document, total. */
    TOTAL_TOO_LARGE(Name.class, Amount.class),
    /** Document, currency of the total, of the outstanding amount. */
    OUTSTANDING_CURRENCY(Name.class, Name.class, Name.class),
    /** Document, outstanding, total. */
    OUTSTANDING_NOT_POSSIBLE(Name.class, Amount.class, Amount.class),
    /** Document, date, first and last possible one. */
    ISSUE_DATE_NOT_POSSIBLE(Name.class, Day.class, Day.class, Day.class),
    /** The same. */
    DUE_DATE_NOT_POSSIBLE(Name.class, Day.class, Day.class, Day.class),
    /** The same. */
    DISCOUNT_DATE_NOT_POSSIBLE(Name.class, Day.class, Day.class, Day.class),
    /** The same. */
    HELD_DATE_NOT_POSSIBLE(Name.class, Day.class, Day.class, Day.class),
    /** Document, due date, issue date. */
    DUE_BEFORE_ISSUE(Name.class, Day.class, Day.class),
    /** Document, its currency, that of the discount. */
    DISCOUNT_CURRENCY(Name.class, Name.class, Name.class),
    /** Document, discount, total. */
    DISCOUNT_NOT_POSSIBLE(Name.class, Amount.class, Amount.class),
    /** Document, last day of discount, issue date. */
    DISCOUNT_BEFORE_ISSUE(Name.class, Day.class, Day.class),
    /** Document, its currency, that of what is held back. */
    HELD_CURRENCY(Name.class, Name.class, Name.class),
    /** Document, day, issue date. */
    HELD_BEFORE_ISSUE(Name.class, Day.class, Day.class),
    /** Document, what is held back, total. */
    HELD_MORE_THAN_TOTAL(Name.class, Amount.class, Amount.class),

    // ---- payments entered by hand
    PAYMENT_NOT_POSSIBLE(Amount.class),
    PAYMENT_SETTLES_NOT(Amount.class, Document.class),

    // ---- payment files as a whole
    /** MiB. */
    FILE_TOO_LONG(Count.class),
    /** Payments. */
    FILE_OF_TOO_MANY(Count.class),
    FILE_EMPTY,
    /** Account, masked. */
    FILE_OF_OTHER_ACCOUNT(Name.class),
    /** Message id, when and by whom the other one was announced. */
    FILE_ID_USED(Name.class, Moment.class, Name.class),
    /** Message id, company. */
    NO_FILE(Name.class, Name.class),
    /** Message id, payment. */
    NO_PAYMENT_IN_FILE(Name.class, Name.class),
    /** What it begins with. */
    NO_PAYMENT_FILE(Text.class),
    /** Its name. */
    OTHER_MESSAGE(Text.class),

    // ---- a place in a payment file: its line first
    FILE_NO_XML(Count.class),
    FILE_HAS_DOCTYPE(Count.class),
    /** What is missing. */
    FILE_WITHOUT_MESSAGE(Count.class, Name.class),
    FILE_WITHOUT_PAYMENT(Count.class),
    FILE_OUT_OF_ORDER(Count.class),
    FILE_TOO_DEEP(Count.class),
    /** Part, what it says, how many there are. */
    FILE_COUNT_DIFFERS(Count.class, Name.class, Text.class, Count.class),
    /** Part, what it says, what they come to. */
    FILE_SUM_DIFFERS(Count.class, Name.class, Text.class, Text.class),
    /** Part, what it has not. */
    FILE_PART_MISSING(Count.class, Name.class, Name.class),
    /** Part, its characters, how many it may have. */
    FILE_TEXT_TOO_LONG(Count.class, Name.class, Count.class, Count.class),
    /** Part, what it says. */
    FILE_NO_DAY(Count.class, Name.class, Text.class),
    /** What it says. */
    FILE_NO_AMOUNT(Count.class, Text.class),
    FILE_NO_CURRENCY(Count.class),
    /** Amount, currency. */
    FILE_AMOUNT_WRONG(Count.class, Text.class, Text.class),
    /** Payment method. */
    FILE_METHOD(Count.class, Text.class),
    /** Part, account, masked. */
    FILE_ACCOUNT_WRONG(Count.class, Name.class, Name.class),

    // ---- why the ledger does not answer
    LEDGER_DATABASE,
    /** The kind of failure, as the program calls it. */
    LEDGER_FAILED(Name.class);

    private final List<Class<? extends Argument>> parameters;

    @SafeVarargs
    RefusalCode(Class<? extends Argument>... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    public List<Class<? extends Argument>> parameters() {
        return parameters;
    }
}
