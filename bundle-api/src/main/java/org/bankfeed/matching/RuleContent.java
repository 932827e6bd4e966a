package org.bankfeed.matching;

import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.WrongValueException;

/**
 * What a rule says. Without any rule the matching books every explanation that has no rival, writes off what is usual in the
 * line's currency ({@link Tolerance#usual}), and knows of no words of the company's own.
 */
public sealed interface RuleContent {

    /** What it says, in a few English words; no whole account number. */
    String sentence();

    /**
     * Lines that bear a sign pay no invoice, whatever else they say.
     *
     * @param sign where it is looked for
     * @param value what is looked for, in any case and without accents: words that stand one after another, a name whose
     *     legal form may differ, or an account number; 1 to 200 characters with at least 3 letters or digits
     * @param flow only money that comes or goes, or both
     * @param label what such lines are: {@code wages}, {@code tax}, {@code bank cost}; 1 to 60 characters
     */
    record NotAnInvoice(Sign sign, String value, Flow flow, String label) implements RuleContent {

        /** Where a sign is looked for. */
        public enum Sign {
            /** In what the payer and the bank wrote. */
            WORDS,
            /** In the other side's name. */
            NAME,
            /** In the other side's account number. */
            ACCOUNT
        }

        /** Which way money goes. */
        public enum Flow {
            IN,
            OUT,
            BOTH
        }

        public NotAnInvoice {
            value = value.strip();
            label = label.strip();
            if (value.length() > 200
                    || value.chars().filter(Character::isLetterOrDigit).count() < 3) {
                throw new WrongValueException(RefusalCode.RULE_LOOKS_FOR, new Count(3), new Count(200));
            }
            if (label.isEmpty() || label.length() > 60) {
                throw new WrongValueException(RefusalCode.RULE_CALLS_LINES, new Count(60));
            }
        }

        /** What is looked for, with an account number masked. */
        public String shown() {
            return sign == Sign.ACCOUNT ? AccountReference.of(value).masked() : Masking.of(value);
        }

        @Override
        public String sentence() {
            String way =
                    switch (flow) {
                        case IN -> "money in ";
                        case OUT -> "money out ";
                        case BOTH -> "lines ";
                    };
            String where =
                    switch (sign) {
                        case WORDS -> "with the words “" + shown() + "”";
                        case NAME -> "of “" + shown() + "”";
                        case ACCOUNT -> "of account " + shown();
                    };
            return way + where + ": " + label + ", not an invoice";
        }
    }

    /**
     * What is written off of an open document, in one currency. Neither is more than a twentieth of what is open.
     *
     * @param currency of the line
     * @param difference what a payment may be short (rounding, small differences), 0 for nothing, at most {@link #most}
     * @param fee what a payment from outside the common payment area may be short, as banks keep it; 0 for nothing, at most
     *     {@link #most}
     */
    record Tolerance(Currency currency, Money difference, Money fee) implements RuleContent {

        public Tolerance {
            check(currency, difference);
            check(currency, fee);
        }

        /**
         * What is written off where nothing is ruled: 0.30 euro and, of what banks on the way keep, 35.00 euro, or about as
         * much of another currency.
         */
        public static Tolerance usual(Currency currency) {
            return new Tolerance(currency, some("0.30", currency), some("35.00", currency));
        }

        /** The most that a rule may write off: 100 euro, or about as much of another currency. */
        public static Money most(Currency currency) {
            return some("100", currency);
        }

        private static Money some(String euros, Currency currency) {
            return new Money(RoughWorth.of(euros, currency), currency);
        }

        private static void check(Currency currency, Money amount) {
            boolean fits = amount.signum() >= 0
                    && amount.amount().compareTo(most(currency).amount()) <= 0
                    && amount.currency().equals(currency);
            if (!fits) {
                throw new WrongValueException(
                        RefusalCode.RULE_WRITES_OFF_BETWEEN,
                        new Count(most(currency).amount().longValue()),
                        new Name(currency.getCurrencyCode()),
                        new Amount(amount));
            }
        }

        @Override
        public String sentence() {
            return "write off up to " + difference + ", and bank fees up to " + fee;
        }
    }

    /**
     * Explanations of these kinds are never booked by themselves, only suggested. All kinds: nothing is booked by itself.
     *
     * @param kinds at least one
     */
    record LeaveToPerson(Set<MatchKind> kinds) implements RuleContent {

        public LeaveToPerson {
            kinds = Set.copyOf(kinds);
            if (kinds.isEmpty()) {
                throw new WrongValueException(RefusalCode.RULE_NAMES_NO_KIND);
            }
        }

        /** Nothing is booked by itself. */
        public static LeaveToPerson everything() {
            return new LeaveToPerson(EnumSet.allOf(MatchKind.class));
        }

        @Override
        public String sentence() {
            return kinds.size() == MatchKind.values().length
                    ? "book nothing by itself, only suggest"
                    : "only suggest: "
                            + new TreeSet<>(kinds)
                                    .stream()
                                            .map(kind -> kind.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', ' '))
                                            .collect(Collectors.joining(", "));
        }
    }
}
