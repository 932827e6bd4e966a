package org.bankfeed.history;

/**
 * What may be wrong with a history, and what to do, with what each speaks of, in the order of the comment. Whoever says it in
 * another language knows these names.
 */
public enum HistoryFault {
    /** File, the file of a folder. */
    NO_FILE("There is no file %s; name a folder that holds a %s."),
    PACKED("this is a packed file (gzip or zip); unpack it first."),
    NOT_UTF8("the text is not UTF-8 from about here on; save the file as UTF-8."),
    /** Column. */
    NOT_JSON("the line is not JSON (see column %s); mend it, or write the history again if it was cut off."),
    NO_OBJECT("the line is not a JSON object; write one event, as an object, on each line."),
    /** Field. */
    FIELD_MISSING("'%s' is missing; add it."),
    /** Field. */
    FIELD_NO_TEXT("'%s' is not a text; write it between quotation marks."),
    /** Field. */
    FIELD_EMPTY("'%s' is empty; fill it in."),
    /** Field. */
    FIELD_NO_OBJECT("'%s' is missing or not an object; add it."),
    /** Field. */
    FIELD_NO_LIST("'%s' is not a list; write it between square brackets."),
    /** Field. */
    LIST_MISSING("'%s' is missing; add it, [] for none."),
    /** Field. */
    LIST_OF_OTHER_THAN_TEXTS("'%s' holds something that is not a text; write a list of texts."),
    /** Field. */
    LIST_OF_OTHER_THAN_OBJECTS("'%s' holds something that is not an object."),
    /** Field, what it says. */
    NO_DATE("'%s' is '%s', which is no date; write it as 2026-01-31."),
    /** Field, what it says, what it may say. */
    NO_CHOICE("'%s' is '%s'; write %s."),
    /** Field, what it says. */
    NO_CURRENCY("'%s' is '%s', which is no currency of ISO 4217; write a code such as EUR."),
    /** Field, what it says. */
    NO_NUMBER("'%s' is '%s', which is no decimal number; write it as \"1234.56\"."),
    /** Field, amount, currency, its decimals. */
    TOO_MANY_DECIMALS("'%s' is %s, but %s has %s decimals; write the amount as it was booked."),
    /** Field, amount. */
    SIGNED("'%s' is %s; write it without a sign, the direction and type of the document say which way it goes."),
    /** What is outstanding, the total. */
    OUTSTANDING_ABOVE_TOTAL("'invoice.outstanding' is %s, more than the total of %s; write at most the total."),
    /** What they come to, the total. */
    RETENTIONS_ABOVE_TOTAL("'invoice.retentions' come to %s, more than the total of %s; write at most the total."),
    /** Field. */
    RETENTION_OF_NOTHING("'%s' is zero; leave the retention out."),
    /** Its id. */
    INVOICE_TWICE("invoice '%s' was opened before; give each document an id of its own."),
    /** Its id. */
    TRANSACTION_TWICE("transaction '%s' was booked before; give each transaction an id of its own."),
    /** Its id. */
    CONFIRMED_NOT_BOOKED("'transactionId' names transaction '%s', which no earlier line booked; put the "
            + "confirmation after its transaction."),
    /** Field, id. */
    TAKES_BACK_NOT_BOOKED("'%s' names transaction '%s', which no earlier line booked; leave it out, or name "
            + "the one that is taken back."),
    /** Field, id. */
    INVOICE_NOT_OPENED("'%s' names invoice '%s', which no earlier line opened; put the event after its invoice.");

    private final String english;

    HistoryFault(String english) {
        this.english = english;
    }

    String said(Object... about) {
        return english.formatted(about);
    }
}
