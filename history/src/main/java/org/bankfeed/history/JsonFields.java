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
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, each read as what it has to be; {@code path} is where the object lies in its line. */
record JsonFields(JsonObject json, String path) {

    private static final int MOST_BEFORE_POINT = 18;
    private static final int MOST_AFTER_POINT = 9;

    String named(String field) {
        return "'" + path + field + "'";
    }

    boolean has(String field) {
        return json.get(field) != null;
    }

    /** A text that must be there, possibly empty. */
    String text(String field) throws BrokenLineException {
        String text = textOrNull(field);
        if (text == null) {
            throw new BrokenLineException(named(field) + " is missing; add it.");
        }
        return text;
    }

    /** A text that must be there and says something. */
    String id(String field) throws BrokenLineException {
        String id = text(field);
        if (id.isBlank()) {
            throw new BrokenLineException(named(field) + " is empty; fill it in.");
        }
        return id;
    }

    @Nullable
    String textOrNull(String field) throws BrokenLineException {
        Object value = json.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new BrokenLineException(named(field) + " is not a text; write it between quotation marks.");
    }

    /** Texts; none if the field is absent. */
    List<String> texts(String field) throws BrokenLineException {
        List<String> texts = new ArrayList<>();
        for (Object value : array(field)) {
            if (!(value instanceof String text)) {
                throw new BrokenLineException(
                        named(field) + " holds something that is not a text; write a list of texts.");
            }
            texts.add(text);
        }
        return texts;
    }

    JsonFields object(String field) throws BrokenLineException {
        if (!(json.get(field) instanceof JsonObject value)) {
            throw new BrokenLineException(named(field) + " is missing or not an object; add it.");
        }
        return new JsonFields(value, path + field + ".");
    }

    /** Objects; the field must be there, its list may be empty. */
    List<JsonFields> objects(String field) throws BrokenLineException {
        if (!has(field)) {
            throw new BrokenLineException(named(field) + " is missing; add it, [] for none.");
        }
        List<JsonFields> objects = new ArrayList<>();
        for (Object value : array(field)) {
            if (!(value instanceof JsonObject object)) {
                throw new BrokenLineException(named(field) + " holds something that is not an object.");
            }
            objects.add(new JsonFields(object, path + field + "[" + objects.size() + "]."));
        }
        return objects;
    }

    private List<?> array(String field) throws BrokenLineException {
        Object value = json.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new BrokenLineException(named(field) + " is not a list; write it between square brackets.");
    }

    LocalDate date(String field) throws BrokenLineException {
        String text = text(field);
        try {
            return day(text);
        } catch (DateTimeException e) {
            throw new BrokenLineException(
                    named(field) + " is '" + text + "', which is no date; write it as 2026-01-31.");
        }
    }

    /** As {@link LocalDate#parse}, which takes longer over the same ten signs. */
    private static LocalDate day(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return LocalDate.parse(text);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return year < 0 || month < 0 || day < 0 ? LocalDate.parse(text) : LocalDate.of(year, month, day);
    }

    /** The number that digits make, or -1 if there is anything else. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The one of {@code values} whose word stands in the field. */
    <E> E oneOf(String field, E[] values, Function<E, String> word) throws BrokenLineException {
        String text = text(field);
        for (E value : values) {
            if (text.equals(word.apply(value))) {
                return value;
            }
        }
        String choice = Arrays.stream(values).map(word).collect(Collectors.joining(" or "));
        throw new BrokenLineException(named(field) + " is '" + text + "'; write " + choice + ".");
    }

    /** An ISO 4217 code of a currency that has a number of decimals. */
    String currency(String field) throws BrokenLineException {
        String code = text(field);
        if (decimals(code) < 0) {
            throw new BrokenLineException(
                    named(field) + " is '" + code + "', which is no currency of ISO 4217; write a code such as EUR.");
        }
        // the code of each document is remembered, and there are a few codes only
        return code.intern();
    }

    private static int decimals(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    BigDecimal decimal(String field) throws BrokenLineException {
        Object value = json.get(field);
        if (value == null) {
            throw new BrokenLineException(named(field) + " is missing; add it.");
        }
        String text = value instanceof String said ? said : value instanceof JsonObject.Literal said ? said.text() : "";
        if (!isDecimal(text)) {
            throw new BrokenLineException(
                    named(field) + " is '" + text + "', which is no decimal number; write it as \"1234.56\".");
        }
        return new BigDecimal(text);
    }

    /** A sign or none, digits, and after a point more of them or no point. */
    private static boolean isDecimal(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        int point = digitsEnd(text, from);
        int end = point < text.length() && text.charAt(point) == '.' ? digitsEnd(text, point + 1) : point;
        return end == text.length()
                && point > from
                && point - from <= MOST_BEFORE_POINT
                && end != point + 1
                && end - point - 1 <= MOST_AFTER_POINT;
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** A signed amount at the currency's number of decimals. */
    BigDecimal amount(String field, String currency) throws BrokenLineException {
        BigDecimal amount = decimal(field);
        int decimals = decimals(currency);
        if (amount.scale() > decimals) {
            throw new BrokenLineException(named(field) + " is " + amount.toPlainString() + ", but " + currency + " has "
                    + decimals + " decimals; write the amount as it was booked.");
        }
        return amount.setScale(decimals);
    }

    BigDecimal positiveAmount(String field, String currency) throws BrokenLineException {
        BigDecimal amount = amount(field, currency);
        if (amount.signum() < 0) {
            throw new BrokenLineException(named(field) + " is " + amount.toPlainString()
                    + "; write it without a sign, the direction and type of the document say which way it goes.");
        }
        return amount;
    }
}
