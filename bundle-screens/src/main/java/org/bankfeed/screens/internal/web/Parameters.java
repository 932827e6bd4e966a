package org.bankfeed.screens.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.Part;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** What a browser sent in the query or a form. Each reading says in one sentence what is wrong with a value. */
public final class Parameters {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 100;

    private final Map<String, List<String>> values;
    private final Map<String, Part> files;

    public Parameters(Map<String, List<String>> values) {
        this(values, Map.of());
    }

    public Parameters(Map<String, List<String>> values, Map<String, Part> files) {
        this.values = Map.copyOf(values);
        this.files = Map.copyOf(files);
    }

    /** A file that was chosen; the caller closes it. */
    public InputStream file(String name, Message called) throws IOException {
        Part part = files.get(name);
        if (part == null || part.getSize() == 0) {
            throw RefusedException.malformed(Message.of("form.file", called));
        }
        return part.getInputStream();
    }

    /** What a chosen file is called, without the folders before it, as far as it can be shown; empty if nothing is left. */
    public String fileName(String name) {
        Part part = files.get(name);
        String submitted = part == null || part.getSubmittedFileName() == null ? "" : part.getSubmittedFileName();
        String last = submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
        String shown = last.replaceAll("\\p{Cntrl}", "").strip();
        return shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown;
    }

    /** What was sent, blanks around it taken off; empty if nothing was. */
    public Optional<String> text(String name) {
        return all(name).stream().findFirst().map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What was sent, or null. */
    public @Nullable String textOrNull(String name) {
        return text(name).orElse(null);
    }

    /** What was sent. */
    public String needed(String name, Message called) {
        return text(name).orElseThrow(() -> RefusedException.malformed(Message.of("form.missing", called)));
    }

    /** Where to go on afterwards; only to a page of ours: whoever made the link must not choose where a person lands. */
    public String ownPath(String name, String otherwise) {
        String path = text(name).orElse(otherwise);
        boolean ours = path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0;
        return ours && path.chars().noneMatch(Character::isISOControl) ? path : otherwise;
    }

    /** All values of a field that may stand several times. */
    public List<String> all(String name) {
        List<String> sent = values.getOrDefault(name, List.of());
        if (sent.stream().anyMatch(text -> text.length() > LONGEST)) {
            throw RefusedException.malformed(Message.of("form.long", name, LONGEST));
        }
        return sent;
    }

    /** Whether a box was ticked. */
    public boolean ticked(String name) {
        return text(name).isPresent();
    }

    /** A whole number. */
    public long number(String name, Message called) {
        String text = needed(name, called);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw RefusedException.malformed(Message.of("form.number", called, text));
        }
    }

    /** A day such as 2026-03-31, as a browser's date field sends it. */
    public Optional<LocalDate> day(String name, Message called) {
        return text(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw RefusedException.malformed(Message.of("form.day", called, text));
            }
        });
    }

    /** An amount, if one was sent. */
    public Optional<BigDecimal> amount(String name, Message called, Currency currency) {
        return text(name).map(text -> amountOf(text, called, currency));
    }

    /**
     * An amount such as {@code 1234.5}, {@code 1.234,50} or {@code 1,234.50}: people type what they are used to. What could
     * be thousands or decimals ({@code 1.234}) is decimals in a currency that has three of them, and else refused.
     *
     * @param currency null if nobody knows which
     */
    public static BigDecimal amountOf(String text, Message called, @Nullable Currency currency) {
        String plain = text.replaceAll("[\\s\\u00a0']", "");
        int decimals = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
        boolean both = plain.indexOf(',') >= 0 && plain.indexOf('.') >= 0;
        boolean threes = !both && plain.matches("-?\\d{1,3}([.,]\\d{3})+");
        boolean twofold =
                threes && plain.chars().filter(c -> c == ',' || c == '.').count() == 1;
        boolean threeDecimals = currency != null && currency.getDefaultFractionDigits() == 3;
        if (twofold && !threeDecimals) {
            throw RefusedException.malformed(
                    Message.of("form.amount.twofold", called, text, plain.replaceAll("[.,]", "")));
        }
        boolean grouped = threes && !twofold;
        String digits = decimals < 0 || grouped
                ? plain.replaceAll("[.,]", "")
                : plain.substring(0, decimals).replaceAll("[.,]", "") + "." + plain.substring(decimals + 1);
        if (!digits.matches("-?\\d{1,15}(\\.\\d{0,8})?")) {
            throw RefusedException.malformed(Message.of("form.amount", called, text));
        }
        return new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
    }

    /** One of an enum's names, in any case. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name).map(text -> {
            for (E value : type.getEnumConstants()) {
                if (value.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                    return value;
                }
            }
            throw RefusedException.malformed(Message.of("form.choice", text, name));
        });
    }
}
