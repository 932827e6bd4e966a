package org.bankfeed.screens.internal.page.settings;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.matching.RuleContent.NotAnInvoice;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;

/** What somebody typed into one of the forms that add a rule; whatever cannot be is one sentence. */
record RuleForm(Parameters parameters) {

    private static final List<String> FIELDS =
            List.of("rule", "sign", "value", "flow", "label", "currency", "difference", "fee");

    /** What was typed, to be shown again. */
    static Map<String, Object> typed(Parameters parameters) {
        Map<String, Object> typed = new HashMap<>();
        FIELDS.forEach(field -> parameters.text(field).ifPresent(text -> typed.put(field, text)));
        typed.put("kinds", parameters.all("kind"));
        return typed;
    }

    RuleContent content() {
        return switch (parameters.needed("rule", Message.of("rule.the-rule"))) {
            case "tolerance" -> tolerance();
            case "suggest" -> suggest();
            default -> notAnInvoice();
        };
    }

    private RuleContent notAnInvoice() {
        return new NotAnInvoice(
                parameters.choice("sign", NotAnInvoice.Sign.class).orElse(NotAnInvoice.Sign.WORDS),
                parameters.text("value").orElse(""),
                parameters.choice("flow", NotAnInvoice.Flow.class).orElse(NotAnInvoice.Flow.BOTH),
                parameters.text("label").orElse(""));
    }

    private RuleContent tolerance() {
        String code = parameters.text("currency").orElse("EUR").toUpperCase(Locale.ROOT);
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(Message.of("new.no-currency", code));
        }
        return new RuleContent.Tolerance(
                currency,
                money("difference", Message.of("rules.the-difference"), currency),
                money("fee", Message.of("rules.the-fee"), currency));
    }

    private Money money(String field, Message called, Currency currency) {
        BigDecimal amount = parameters.amount(field, called, currency).orElse(BigDecimal.ZERO);
        if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            throw RefusedException.malformed(Message.of("rules.decimals", called, currency.getCurrencyCode()));
        }
        return new Money(amount.setScale(currency.getDefaultFractionDigits()), currency);
    }

    private RuleContent suggest() {
        Set<MatchKind> kinds = EnumSet.noneOf(MatchKind.class);
        for (String name : parameters.all("kind")) {
            for (MatchKind kind : MatchKind.values()) {
                if (kind.name().equals(name)) {
                    kinds.add(kind);
                }
            }
        }
        return new RuleContent.LeaveToPerson(kinds);
    }
}
