package org.bankfeed.feed;

import java.util.List;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Code;

/**
 * Why a line or an account of a feed cannot be read, or a webhook not believed, with what each speaks of, in the order of the comment. A new one needs a
 * text in every {@code sentences*.properties} beside this class. What is stored knows these names: add, never rename or
 * reorder parameters.
 */
public enum FaultCode implements Code {

    // ---- what the feed finds
    LINE_EMPTY,
    LINE_NOT_JSON,
    FORM_UNKNOWN,
    FIELD_FORM_UNKNOWN(Name.class),
    FIELD_MISSING(Name.class),
    BOTH_MISSING(Name.class, Name.class),
    NO_DATE(Name.class),
    /** Field, what it holds. */
    NO_SUCH_DATE(Name.class, Text.class),
    NO_YEAR_OF_OURS(Name.class),
    /** Field, what it holds. */
    NOT_A_YEAR_OF_OURS(Name.class, Text.class),
    /** Digits that fit. */
    AMOUNT_TOO_LONG(Count.class),
    /** Amount, the decimals of the currency, the currency. */
    TOO_MANY_DECIMALS(Text.class, Count.class, Name.class),
    CURRENCY_UNKNOWN(Text.class),
    /** An account's. */
    CURRENCY_NOT_COUNTED(Text.class),

    // ---- what the journal cannot store
    ID_NOT_STORABLE,
    YEAR_NOT_STORABLE,
    /** Characters that fit. */
    TEXT_TOO_LONG(Count.class),
    /** Characters that fit. */
    NUMBER_TOO_LONG(Count.class),

    // ---- why a webhook is not believed
    /** KiB that are taken. */
    WEBHOOK_TOO_LARGE(Count.class),
    /** How many headers of that name it has. */
    WEBHOOK_SIGNATURES(Count.class),
    WEBHOOK_SIGNATURE_TOO_LONG,
    WEBHOOK_SIGNATURE_NO_TOKEN,
    /** The algorithm that it should be signed with. */
    WEBHOOK_OTHER_ALGORITHM(Name.class),
    WEBHOOK_NO_KEY,
    WEBHOOK_KEY_UNKNOWN,
    WEBHOOK_SIGNATURE_WRONG,
    WEBHOOK_CLAIMS_NOT_JSON,
    WEBHOOK_NO_CLAIMS,
    /** Who should have made it. */
    WEBHOOK_OTHER_ISSUER(Name.class),
    WEBHOOK_FOR_ANOTHER,
    WEBHOOK_NO_TIME,
    WEBHOOK_IN_FUTURE,
    WEBHOOK_TOO_OLD,
    WEBHOOK_DIGEST_WRONG,
    WEBHOOK_NO_EVENT,
    WEBHOOK_BODY_NOT_JSON,
    WEBHOOK_PLAYED_AGAIN,
    NO_WEBHOOKS;

    private final List<Class<? extends Argument>> parameters;

    @SafeVarargs
    FaultCode(Class<? extends Argument>... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    public List<Class<? extends Argument>> parameters() {
        return parameters;
    }
}
