package org.bankfeed.matching;

import java.util.List;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Code;
import org.bankfeed.words.Sentence;

/**
 * Why the matching does not do what a person asks, or does not go on, with what each speaks of, in the order of the comment. A new one needs a
 * text in every {@code sentences*.properties} beside this class. Hosts that say it their own way know these names: add, never
 * rename or reorder parameters.
 */
public enum RefusalCode implements Code {

    // ---- what a person says of a line
    NO_LINE(Name.class),
    UNDECIDED,
    STILL_TAKEN_BACK,
    /** The later line's day and amount. */
    TAKEN_BACK_BY_LATER_LINE(Day.class, Amount.class),
    NO_DOCUMENT_NAMED,
    DOCUMENT_NAMED_TWICE(Name.class),
    /** What the documents come to, the line. */
    MORE_THAN_THE_LINE(Amount.class, Amount.class),
    DOCUMENT_UNKNOWN(Name.class),
    /** Currency of the line, of the document. */
    LINE_IN_OTHER_CURRENCY(Name.class, Name.class),
    /** Document, what is outstanding. */
    MORE_THAN_OUTSTANDING(Name.class, Amount.class),
    EARLIER_NOT_BOOKED,
    /** What is held back, document, what can be written off. */
    PART_IS_HELD_BACK(Amount.class, Name.class, Amount.class),

    // ---- what was decided of the line since it was looked at: when, and by whom
    JUST_TAKEN_BACK,
    MEANWHILE_BOOKED(Moment.class),
    MEANWHILE_CONFIRMED(Moment.class, Name.class),
    MEANWHILE_SET_ASIDE(Moment.class),
    MEANWHILE_SET_ASIDE_BY(Moment.class, Name.class),
    MEANWHILE_LINKED(Moment.class),
    MEANWHILE_NOT_TAKEN(Moment.class),
    MEANWHILE_OPENED(Moment.class),
    MEANWHILE_JUDGED(Moment.class),

    // ---- the ledger
    LEDGER_SILENT,
    LEDGER_DOES_NOT_ANSWER,
    LEDGER_NOT_THERE,

    // ---- rules
    NO_RULE(Name.class),
    RULE_SAYS_THE_SAME(Name.class),
    TOO_MANY_RULES(Count.class),
    /** Account, masked. */
    RULE_OF_NO_IBAN(Name.class),
    RULE_NOT_TRIED,
    RULE_OF_THE_CURRENCY(Name.class),
    RULE_IS_ON(Name.class),
    RULE_SETTLES_AGAIN(Name.class),
    /** Rule, by whom. */
    RULE_CHANGED(Name.class, Name.class),
    /** Rule, why not the others. */
    LINES_OPENED_IN_PART(Name.class, Sentence.class),

    // ---- what was learned
    PARTY_UNKNOWN(Name.class),
    /** Party. */
    PAYS_ALREADY(Name.class),
    FACT_FORGOTTEN,

    // ---- what keeps a run from going on
    WAITS_FOR_LEDGER,
    /** The one that has the company's bookings. */
    WAITS_FOR_OWN_LEDGER(Name.class),
    /** The one that has the company's bookings, those that are there. */
    WAITS_FOR_OWN_LEDGER_AMONG(Name.class, Name.class),
    /** Those that are there. */
    WAITS_FOR_ONE_LEDGER(Name.class),
    /** What the ledger says. */
    WAITS_FOR_LEDGERS_ANSWER(Sentence.class),
    WAITS_FOR_JOURNAL,

    // ---- what a rule cannot say
    /** Letters or digits at least, characters at most. */
    RULE_LOOKS_FOR(Count.class, Count.class),
    /** Characters at most. */
    RULE_CALLS_LINES(Count.class),
    /** The most, its currency, the amount. */
    RULE_WRITES_OFF_BETWEEN(Count.class, Name.class, Amount.class),
    RULE_NAMES_NO_KIND;

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
