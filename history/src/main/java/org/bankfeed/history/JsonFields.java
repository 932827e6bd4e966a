package org.bankfeed.history;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.history.JsonValues.Kind;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, each read as what it has to be. Good until the next line is read. */
record JsonFields(JsonValues json) {

    private static final int MOST_BEFORE_POINT = 18;
    private static final int MOST_AFTER_POINT = 9;

    String named(String field) {
        return json.path() + field;
    }

    boolean has(String field) {
        return find(field) >= 0;
    }

    /** Where a field is; -1 if it is absent or null. */
    private int find(String field) {
        int value = json.find(field);
        return value >= 0 && json.kind(value) == Kind.NULL ? -1 : value;
    }

    /** A text that must be there, possibly empty. */
    String text(String field) throws BrokenLineException {
        return json.text(textAt(field));
    }

    /** Where a text is that must be there. */
    private int textAt(String field) throws BrokenLineException {
        int value = textOrNoneAt(field);
        if (value < 0) {
            throw new BrokenLineException(HistoryFault.FIELD_MISSING, named(field));
        }
        return value;
    }

    private int textOrNoneAt(String field) throws BrokenLineException {
        int value = find(field);
        if (value >= 0 && json.kind(value) != Kind.TEXT) {
            throw new BrokenLineException(HistoryFault.FIELD_NO_TEXT, named(field));
        }
        return value;
    }

    /** A text that must be there and says something. */
    String id(String field) throws BrokenLineException {
        String id = text(field);
        if (id.isBlank()) {
            throw new BrokenLineException(HistoryFault.FIELD_EMPTY, named(field));
        }
        return id;
    }

    @Nullable
    String textOrNull(String field) throws BrokenLineException {
        int value = textOrNoneAt(field);
        return value < 0 ? null : json.text(value);
    }

    /** Texts; none if the field is absent. */
    List<String> texts(String field) throws BrokenLineException {
        JsonValues list = list(field);
        if (list == null || list.size() == 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (list.kind(i) != Kind.TEXT) {
                throw new BrokenLineException(HistoryFault.LIST_OF_OTHER_THAN_TEXTS, named(field));
            }
            texts.add(list.text(i));
        }
        return texts;
    }

    JsonFields object(String field) throws BrokenLineException {
        int value = find(field);
        JsonValues object = value < 0 ? null : json.object(value);
        if (object == null) {
            throw new BrokenLineException(HistoryFault.FIELD_NO_OBJECT, named(field));
        }
        return new JsonFields(object);
    }

    /** Objects; the field must be there, its list may be empty. */
    List<JsonFields> objects(String field) throws BrokenLineException {
        JsonValues list = list(field);
        if (list == null) {
            throw new BrokenLineException(HistoryFault.LIST_MISSING, named(field));
        }
        List<JsonFields> objects = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            JsonValues object = list.object(i);
            if (object == null) {
                throw new BrokenLineException(HistoryFault.LIST_OF_OTHER_THAN_OBJECTS, named(field));
            }
            objects.add(new JsonFields(object));
        }
        return objects;
    }

    private @Nullable JsonValues list(String field) throws BrokenLineException {
        int value = find(field);
        JsonValues list = value < 0 ? null : json.list(value);
        if (value >= 0 && list == null) {
            throw new BrokenLineException(HistoryFault.FIELD_NO_LIST, named(field));
        }
        return list;
    }

    LocalDate date(String field) throws BrokenLineException {
        int value = textAt(field);
        try {
            return day(value);
        } catch (DateTimeException e) {
            throw new BrokenLineException(HistoryFault.NO_DATE, named(field), json.text(value));
        }
    }

    /** As {@link LocalDate#parse}, which takes longer over the same ten signs. */
    private LocalDate day(int value) {
        if (json.length(value) == 10 && json.sign(value, 4) == '-' && json.sign(value, 7) == '-') {
            int year = number(value, 0, 4);
            int month = number(value, 5, 7);
            int day = number(value, 8, 10);
            if (year >= 0 && month >= 0 && day >= 0) {
                return LocalDate.of(year, month, day);
            }
        }
        return LocalDate.parse(json.text(value));
    }

    /** The number that digits make, or -1 if there is anything else. */
    private int number(int value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = json.sign(value, i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The one of {@code choices} whose word stands in the field. */
    <E> E oneOf(String field, E[] choices, Function<E, String> word) throws BrokenLineException {
        int value = textAt(field);
        for (E choice : choices) {
            if (json.is(value, word.apply(choice))) {
                return choice;
            }
        }
        String choice = Arrays.stream(choices).map(word).collect(Collectors.joining(" / "));
        throw new BrokenLineException(HistoryFault.NO_CHOICE, named(field), json.text(value), choice);
    }

    /** An ISO 4217 code of a currency that has a number of decimals. */
    String currency(String field) throws BrokenLineException {
        String code = text(field);
        if (decimals(code) < 0) {
            throw new BrokenLineException(HistoryFault.NO_CURRENCY, named(field), code);
        }
        return Currency.getInstance(code).getCurrencyCode(); // one object for all documents that are kept
    }

    private static int decimals(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    BigDecimal decimal(String field) throws BrokenLineException {
        int value = find(field);
        if (value < 0) {
            throw new BrokenLineException(HistoryFault.FIELD_MISSING, named(field));
        }
        boolean said = json.kind(value) == Kind.TEXT || json.kind(value) == Kind.LITERAL;
        if (!said || !isDecimal(value)) {
            throw new BrokenLineException(HistoryFault.NO_NUMBER, named(field), said ? json.text(value) : "");
        }
        return json.decimal(value);
    }

    /** A sign or none, digits, and after a point more of them or no point. */
    private boolean isDecimal(int value) {
        int length = json.length(value);
        int from = length > 0 && json.sign(value, 0) == '-' ? 1 : 0;
        int point = digitsEnd(value, from);
        int end = point < length && json.sign(value, point) == '.' ? digitsEnd(value, point + 1) : point;
        return end == length
                && point > from
                && point - from <= MOST_BEFORE_POINT
                && end != point + 1
                && end - point - 1 <= MOST_AFTER_POINT;
    }

    private int digitsEnd(int value, int from) {
        int end = from;
        while (end < json.length(value) && json.sign(value, end) >= '0' && json.sign(value, end) <= '9') {
            end++;
        }
        return end;
    }

    /** A signed amount at the currency's number of decimals. */
    BigDecimal amount(String field, String currency) throws BrokenLineException {
        BigDecimal amount = decimal(field);
        int decimals = decimals(currency);
        if (amount.scale() > decimals) {
            throw new BrokenLineException(
                    HistoryFault.TOO_MANY_DECIMALS,
                    named(field),
                    amount.toPlainString(),
                    currency,
                    Integer.toString(decimals));
        }
        return amount.setScale(decimals);
    }

    BigDecimal positiveAmount(String field, String currency) throws BrokenLineException {
        BigDecimal amount = amount(field, currency);
        if (amount.signum() < 0) {
            throw new BrokenLineException(HistoryFault.SIGNED, named(field), amount.toPlainString());
        }
        return amount;
    }
}
