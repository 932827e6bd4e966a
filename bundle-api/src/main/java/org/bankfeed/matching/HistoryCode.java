package org.bankfeed.matching;

import java.util.List;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Code;
import org.bankfeed.words.Sentence;

/**
 * Why a recorded history cannot be played, with what each speaks of, in the order of the comment. All but the first are as
 * whoever reads histories calls them. A new one needs a text in every {@code sentences*.properties} beside this class.
 */
public enum HistoryCode implements Code {

    /** File, line, what is wrong with it. */
    HISTORY_LINE(Name.class, Count.class, Sentence.class),

    /** File, the file of a folder. */
    NO_FILE(Text.class, Text.class),
    PACKED,
    NOT_UTF8,
    /** Column. */
    NOT_JSON(Text.class),
    NO_OBJECT,
    /** Field. */
    FIELD_MISSING(Text.class),
    /** Field. */
    FIELD_NO_TEXT(Text.class),
    /** Field. */
    FIELD_EMPTY(Text.class),
    /** Field. */
    FIELD_NO_OBJECT(Text.class),
    /** Field. */
    FIELD_NO_LIST(Text.class),
    /** Field. */
    LIST_MISSING(Text.class),
    /** Field. */
    LIST_OF_OTHER_THAN_TEXTS(Text.class),
    /** Field. */
    LIST_OF_OTHER_THAN_OBJECTS(Text.class),
    /** Field, what it says. */
    NO_DATE(Text.class, Text.class),
    /** Field, what it says, what it may say. */
    NO_CHOICE(Text.class, Text.class, Text.class),
    /** Field, what it says. */
    NO_CURRENCY(Text.class, Text.class),
    /** Field, what it says. */
    NO_NUMBER(Text.class, Text.class),
    /** Field, amount, currency, its decimals. */
    TOO_MANY_DECIMALS(Text.class, Text.class, Text.class, Text.class),
    /** Field, amount. */
    SIGNED(Text.class, Text.class),
    /** What is outstanding, the total. */
    OUTSTANDING_ABOVE_TOTAL(Text.class, Text.class),
    /** What they come to, the total. */
    RETENTIONS_ABOVE_TOTAL(Text.class, Text.class),
    /** Field. */
    RETENTION_OF_NOTHING(Text.class),
    /** Its id. */
    INVOICE_TWICE(Text.class),
    /** Its id. */
    TRANSACTION_TWICE(Text.class),
    /** Its id. */
    CONFIRMED_NOT_BOOKED(Text.class),
    /** Field, id. */
    TAKES_BACK_NOT_BOOKED(Text.class, Text.class),
    /** Field, id. */
    INVOICE_NOT_OPENED(Text.class, Text.class);

    private final List<Class<? extends Argument>> parameters;

    @SafeVarargs
    HistoryCode(Class<? extends Argument>... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    public List<Class<? extends Argument>> parameters() {
        return parameters;
    }
}
