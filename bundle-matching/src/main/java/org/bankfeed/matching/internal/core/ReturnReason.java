package org.bankfeed.matching.internal.core;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Span;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Why a payment came back: the reason codes of returned, refused and reversed movements (ISO 20022, external code sets for
 * returns and reversals, as the SEPA rulebooks use them), each with its meaning and with what to do about it.
 *
 * <p>Codes of two letters and two digits are read wherever they stand by themselves; those that are words only behind what
 * announces a reason.
 */
public final class ReturnReason {

    private static final Map<String, ReasonCode> MEANINGS = Map.ofEntries(
            Map.entry("AC01", ReasonCode.RETURNED_ACCOUNT_WRONG),
            Map.entry("AC03", ReasonCode.RETURNED_OWN_ACCOUNT_WRONG),
            Map.entry("AC04", ReasonCode.RETURNED_ACCOUNT_CLOSED),
            Map.entry("AC06", ReasonCode.RETURNED_ACCOUNT_BLOCKED),
            Map.entry("AC13", ReasonCode.RETURNED_CONSUMER_ACCOUNT),
            Map.entry("AG01", ReasonCode.RETURNED_ACCOUNT_FORBIDDEN),
            Map.entry("AG02", ReasonCode.RETURNED_WRONG_OPERATION),
            Map.entry("AM04", ReasonCode.RETURNED_INSUFFICIENT_FUNDS),
            Map.entry("AM05", ReasonCode.RETURNED_DUPLICATE),
            Map.entry("BE04", ReasonCode.RETURNED_PARTY_DATA),
            Map.entry("BE05", ReasonCode.RETURNED_PARTY_DATA),
            Map.entry("MD01", ReasonCode.RETURNED_NO_MANDATE),
            Map.entry("MD06", ReasonCode.RETURNED_REFUND_ASKED),
            Map.entry("MD07", ReasonCode.RETURNED_DEBTOR_DECEASED),
            Map.entry("MS02", ReasonCode.RETURNED_REFUSED),
            Map.entry("MS03", ReasonCode.RETURNED_NO_REASON),
            Map.entry("RR01", ReasonCode.RETURNED_REGULATORY),
            Map.entry("RR02", ReasonCode.RETURNED_REGULATORY),
            Map.entry("RR03", ReasonCode.RETURNED_REGULATORY),
            Map.entry("RR04", ReasonCode.RETURNED_REGULATORY),
            Map.entry("SL01", ReasonCode.RETURNED_BY_SERVICE),
            Map.entry("CUST", ReasonCode.RETURNED_ON_REQUEST),
            Map.entry("DUPL", ReasonCode.RETURNED_DUPLICATE),
            Map.entry("FOCR", ReasonCode.RETURNED_AFTER_RECALL),
            Map.entry("FRAD", ReasonCode.RETURNED_FRAUD),
            Map.entry("TECH", ReasonCode.RETURNED_TECHNICAL));

    private static final Pattern CODE = Pattern.compile("(?<![A-Z0-9])(" + codes("[A-Z]{2}\\d\\d") + ")(?![A-Z0-9])");
    private static final Pattern WORD =
            Pattern.compile("(?<![A-Z])(?:RTRN|RETURN|RETOUR|RSN|REASON|REDEN|MOTIF|GRUND|CODE)[^A-Z0-9]{1,3}("
                    + codes("[A-Z]{4}") + ")(?![A-Z0-9])");

    private ReturnReason() {}

    private static String codes(String form) {
        return MEANINGS.keySet().stream()
                .filter(code -> code.matches(form))
                .sorted()
                .collect(Collectors.joining("|"));
    }

    /** What a line says of why a payment came back, and in which field; {@code null} if it does not say so. */
    public static @Nullable Evidence in(Line line) {
        Evidence said = in(line.text(), "remittanceInformation");
        said = said != null ? said : in(line.more(), "additionalInformation");
        return said != null ? said : in(line.code(), "bankTransactionCode");
    }

    private static @Nullable Evidence in(String text, String field) {
        Span at = place(text);
        if (at == null) {
            return null;
        }
        String code = text.substring(at.from(), at.to());
        ReasonCode meaning = MEANINGS.get(code.toUpperCase(Locale.ROOT));
        return meaning == null
                ? null
                : new Evidence(
                        Evidence.Speaks.FOR,
                        meaning,
                        List.of(new Argument.Text(code.toUpperCase(Locale.ROOT))),
                        field,
                        code,
                        at);
    }

    private static @Nullable Span place(String text) {
        if (text.length() < 4) {
            return null;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        for (Pattern pattern : List.of(CODE, WORD)) {
            Matcher found = pattern.matcher(upper.length() == text.length() ? upper : text);
            if (found.find()) {
                return new Span(found.start(1), found.end(1));
            }
        }
        return null;
    }

    /**
     * What else a bank says of a line, with a reason that stands only in what matching does not read: the bank's own code,
     * or its description.
     */
    static String joined(String more, @Nullable String... others) {
        if (place(more) != null) {
            return more;
        }
        for (String other : others) {
            Span at = other == null ? null : place(other);
            if (other != null && at != null) {
                return (more + " CODE " + other.substring(at.from(), at.to())).strip();
            }
        }
        return more;
    }
}
