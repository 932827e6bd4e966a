package org.bankfeed.matching.internal.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, as it is stored: one JSON text, read and written whole and never searched. Which fields it has says
 * which rule it is.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptRule(
        RuleContent.NotAnInvoice.@Nullable Sign sign,
        @Nullable String value,
        RuleContent.NotAnInvoice.@Nullable Flow flow,
        @Nullable String label,
        @Nullable String currency,
        @Nullable String difference,
        @Nullable String fee,
        @Nullable List<MatchKind> leave) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static String written(RuleContent content) {
        try {
            return JSON.writeValueAsString(of(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule cannot be written", e);
        }
    }

    private static KeptRule of(RuleContent content) {
        if (content instanceof RuleContent.NotAnInvoice no) {
            return new KeptRule(no.sign(), no.value(), no.flow(), no.label(), null, null, null, null);
        }
        if (content instanceof RuleContent.Tolerance limit) {
            String currency = limit.currency().getCurrencyCode();
            return new KeptRule(
                    null,
                    null,
                    null,
                    null,
                    currency,
                    limit.difference().decimal(),
                    limit.fee().decimal(),
                    null);
        }
        List<MatchKind> kinds =
                ((RuleContent.LeaveToPerson) content).kinds().stream().sorted().toList();
        return new KeptRule(null, null, null, null, null, null, null, kinds);
    }

    static RuleContent read(String written) {
        try {
            return JSON.readValue(written, KeptRule.class).content();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule cannot be read", e);
        }
    }

    private RuleContent content() {
        if (leave != null) {
            return new RuleContent.LeaveToPerson(Set.copyOf(leave));
        }
        if (currency != null) {
            return new RuleContent.Tolerance(Currency.getInstance(currency), money(difference), money(fee));
        }
        return new RuleContent.NotAnInvoice(
                Objects.requireNonNull(sign),
                Objects.requireNonNull(value),
                Objects.requireNonNull(flow),
                Objects.requireNonNull(label));
    }

    private Money money(@Nullable String amount) {
        return new Money(
                new BigDecimal(Objects.requireNonNull(amount)), Currency.getInstance(Objects.requireNonNull(currency)));
    }
}
