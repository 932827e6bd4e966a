package org.bankfeed.screens.internal.page.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Retention;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** What was typed of a new document, and what is wrong with it, field by field. For one request. */
final class InvoiceForm {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REFERENCE = 140;
    private static final String[] FIELDS = {
        "party",
        "account",
        "number",
        "total",
        "currency",
        "issued",
        "due",
        "reference",
        "offered",
        "guarantee",
        "guarantee-due",
        "social-debt",
        "tax-debt"
    };

    private final Parameters parameters;
    private final OpenItem.Direction direction;
    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, Message> problems = new LinkedHashMap<>();

    /** A document as it was typed, each field by itself as it must be. */
    record Read(
            OpenItem.Type type,
            String party,
            @Nullable AccountReference account,
            String number,
            Money total,
            LocalDate issued,
            LocalDate due,
            @Nullable String reference,
            List<Retention> retentions) {}

    /** An empty form; {@link #read} fills it. */
    InvoiceForm(Parameters parameters) {
        this.parameters = parameters;
        this.direction = InvoiceAddress.direction(parameters);
        typed.put("type", InvoiceAddress.word(type()));
    }

    OpenItem.Direction direction() {
        return direction;
    }

    private OpenItem.Type type() {
        return parameters.choice("type", OpenItem.Type.class).orElse(OpenItem.Type.INVOICE);
    }

    Parameters parameters() {
        return parameters;
    }

    /** What stands in the fields, by their names. */
    Map<String, String> typed() {
        return typed;
    }

    /** What is wrong, for each field that is not as it must be. */
    Map<String, Message> problems() {
        return problems;
    }

    void put(String field, String value) {
        typed.put(field, value);
    }

    void refuse(String field, Message said) {
        problems.putIfAbsent(field, said);
    }

    /** What was typed, or empty if something of it is not as it must be. */
    Optional<Read> read() {
        for (String field : FIELDS) {
            parameters.text(field).ifPresent(text -> typed.put(field, text));
        }
        String party = tried("party", () -> words("party", Message.of("new.the-party"), LONGEST_NAME));
        AccountReference account = tried("account", this::account);
        String number = tried("number", () -> words("number", Message.of("new.the-number"), LONGEST_NUMBER));
        Money total = tried("total", this::total);
        LocalDate issued = tried("issued", () -> day("issued", Message.of("new.the-issue")));
        LocalDate due = tried("due", () -> day("due", Message.of("new.the-due")));
        if (issued != null && due != null && due.isBefore(issued)) {
            refuse("due", Message.of("new.due-early"));
        }
        String reference = tried("reference", () -> reference(number));
        List<Retention> retentions = total == null ? List.of() : new RetentionFields(this).read(total, issued);
        if (!problems.isEmpty() || party == null || number == null || total == null || issued == null || due == null) {
            return Optional.empty();
        }
        return Optional.of(new Read(type(), party, account, number, total, issued, due, reference, retentions));
    }

    <T> @Nullable T tried(String field, Supplier<@Nullable T> reading) {
        try {
            return reading.get();
        } catch (RefusedException e) {
            refuse(field, e.said());
        }
        return null;
    }

    private String words(String field, Message called, int longest) {
        String text = parameters.needed(field, called);
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw RefusedException.malformed(Message.of("new.too-long", called, longest));
        }
        return text;
    }

    private @Nullable AccountReference account() {
        String text = parameters.textOrNull("account");
        if (text == null) {
            return null;
        }
        try {
            return AccountReference.iban(text);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(Message.of("new.iban"));
        }
    }

    private Money total() {
        Currency currency = currency();
        BigDecimal amount = parameters
                .amount("total", Message.of("new.the-total"), currency)
                .orElseThrow(() -> RefusedException.malformed(Message.of("form.missing", Message.of("new.the-total"))));
        if (amount.signum() <= 0) {
            throw RefusedException.malformed(Message.of("new.total-positive"));
        }
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(Message.of(
                    "new.total-decimals",
                    currency.getCurrencyCode(),
                    Math.max(0, currency.getDefaultFractionDigits())));
        }
    }

    private Currency currency() {
        String code = parameters.text("currency").orElse("EUR").toUpperCase(Locale.ROOT);
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // said below, as of those in which nobody pays
        }
        refuse("currency", Message.of("new.no-currency", code));
        return Currency.getInstance("EUR");
    }

    private LocalDate day(String field, Message called) {
        return parameters
                .day(field, called)
                .orElseThrow(() -> RefusedException.malformed(Message.of("new.no-day", called)));
    }

    /** A reference that we offered for one number follows that number when it is changed. */
    private @Nullable String reference(@Nullable String number) {
        String text = parameters.textOrNull("reference");
        if (text == null) {
            return null;
        }
        if (number != null && text.equals(parameters.textOrNull("offered"))) {
            String reference = InvoiceReference.offeredFor(number).orElse(null);
            typed.put("reference", reference == null ? "" : reference);
            typed.put("offered", reference == null ? "" : reference);
            return reference;
        }
        if (text.length() > LONGEST_REFERENCE) {
            throw RefusedException.malformed(Message.of("new.reference-long", LONGEST_REFERENCE));
        }
        return InvoiceReference.read(text)
                .orElseThrow(() -> RefusedException.malformed(Message.of("new.reference-wrong")));
    }
}
